import { Box, Checkbox, Flex, Group, Select, Stack } from '@mantine/core'
import { IconAdjustments, IconFileDownload, IconInfoCircle, IconPackage } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { channelGoodsWords } from '../../../src-shared/channels/channel-goods.words.ts'
import { READABLE_ENDINGS } from '../../../src-shared/channels/many-files.ts'
import type { GoodsAtChannel, ProductFileLook } from '../../../src-shared/channels/product-files.contract.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { api } from '../../base/api.ts'
import { saveFile } from '../../base/files.ts'
import { Page } from '../../base/Page.tsx'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Card } from '../../design/Card.tsx'
import { DropFile } from '../../design/DropFile.tsx'
import { EmptyState } from '../../design/EmptyState.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../../design/language.tsx'
import { Note } from '../../design/Note.tsx'
import type { Column } from '../../design/table/columns.ts'
import { DataTable } from '../../design/table/DataTable.tsx'
import { isChosen, NOTHING, type Selection } from '../../design/table/selection.ts'
import { SegmentedTabs } from '../../design/tabs/SegmentedTabs.tsx'
import { showToast } from '../../design/toast.tsx'
import { ShopRulePanel } from '../stock-out/ShopRulePanel.tsx'
import { editOf, type GoodsWishes } from './channel-goods-edits.ts'
import { takeHandedOver } from './handed-over.ts'

/** Goods as a product file of Seller Centre tells of them, beside ours, and the same file with our figures. */
export function ChannelGoods({ title, children }: { title: string; children: ReactNode }) {
  const w = useWords(channelGoodsWords)
  const [, go] = useLocation()
  const shops = useQuery(api.channels.shops.list.queryOptions())
  const fitting = shops.data?.filter(({ channel }) => channel === 'shopee' || channel === 'tiktok') ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const shopId = chosen ?? fitting[0]?.id ?? null
  const [file, setFile] = useState<File | null>(null)
  const look = useMutation(api.productFiles.look.mutationOptions())
  const { mutate } = look
  // a file that Impor read comes along with its shop
  useEffect(() => {
    const handed = takeHandedOver()
    if (!handed) return
    setChosen(handed.shopId)
    void handed.file.contents().then((given) => {
      setFile(given)
      mutate({ file: given, shopId: handed.shopId })
    })
  }, [mutate])
  const take = (given: File) => {
    setFile(given)
    if (shopId !== null) look.mutate({ file: given, shopId })
  }
  const [isRuleOpen, setRuleOpen] = useState(false)
  const shop = fitting.find(({ id }) => id === shopId)
  const again = () => {
    setRuleOpen(false)
    setFile(null)
    look.reset()
  }
  return (
    <Page
      title={title}
      layout="flush"
      sidePanel={
        isRuleOpen &&
        shop && (
          <ShopRulePanel
            shop={{ shopId: shop.id, shopName: shop.name }}
            onClose={() => setRuleOpen(false)}
            onSaved={() => file && look.mutate({ file, shopId: shop.id })}
          />
        )
      }
    >
      {children}
      {look.data && file ? (
        <Compared key={file.name} look={look.data} file={file} onAgain={again} onRule={() => setRuleOpen(true)} />
      ) : (
        <Stack gap={14} p="14px 20px">
          <p className="quiet">{w.intro}</p>
          {shops.data && fitting.length === 0 && (
            <Note
              tone="langit"
              icon={IconInfoCircle}
              action={<ActionButton label={w.openShops} size="small" onAct={() => go('/toko')} />}
            >
              {w.noShop}
            </Note>
          )}
          {fitting.length > 0 && (
            <>
              <Select
                label={w.shop}
                w={280}
                allowDeselect={false}
                data={fitting.map(({ id, name }) => ({ value: id, label: name }))}
                value={shopId}
                onChange={setChosen}
              />
              <DropFile
                label={w.dropLabel}
                endings={READABLE_ENDINGS}
                shortcut={standingShortcuts.main}
                isBusy={look.isPending}
                onFiles={([given]) => given && take(given)}
              />
            </>
          )}
          {look.isPending && <p role="status">{w.reading}</p>}
          <RefusalNotice error={look.error ?? shops.error} />
        </Stack>
      )}
    </Page>
  )
}

function Compared({
  look,
  file,
  onAgain,
  onRule,
}: {
  look: ProductFileLook
  file: File
  onAgain: () => void
  onRule: () => void
}) {
  const w = useWords(channelGoodsWords)
  const [show, setShow] = useState<'differing' | 'all'>('differing')
  const [wishes, setWishes] = useState<GoodsWishes>({ stock: look.takesStock, price: false })
  const [selection, setSelection] = useState<Selection>(NOTHING)
  const edits = useMemo(
    () => new Map(look.rows.flatMap((row) => [editOf(row, wishes)].flatMap((edit) => (edit ? [[row.row, edit]] : [])))),
    [look, wishes],
  )
  const rows = useMemo(
    () => (show === 'all' ? look.rows : look.rows.filter(({ row }) => edits.has(row))),
    [look, show, edits],
  )
  const isAnyChosen = rows.some(({ row }) => isChosen(selection, String(row)))
  const wanted = [...edits.values()].filter(({ row }) => !isAnyChosen || isChosen(selection, String(row)))
  const write = useMutation(
    api.productFiles.write.mutationOptions({
      onSuccess: async (written) => {
        if (await saveFile(written)) showToast({ text: w.saved(written.name) })
      },
    }),
  )
  const columns = useMemo((): Column<GoodsAtChannel>[] => {
    const edit = ({ row }: GoodsAtChannel) => edits.get(row)
    return [
      {
        id: 'goods',
        head: w.goods,
        kind: 'text',
        width: { share: 1, least: 220 },
        value: ({ productName, variationName }) => [productName, variationName].filter(Boolean).join(', '),
      },
      { id: 'code', head: w.code, kind: 'code', width: 130, value: ({ ours }) => ours?.sku ?? w.unknown },
      { id: 'stockThere', head: w.stockThere, kind: 'number', width: 92, value: ({ stock }) => stock },
      {
        id: 'stockHere',
        head: w.stockHere,
        kind: 'number',
        width: 76,
        isStrong: true,
        fill: (row) => (edit(row)?.stock === undefined ? undefined : 'kunyit'),
        value: (row) => edit(row)?.stock ?? null,
      },
      { id: 'priceThere', head: w.priceThere, kind: 'money', width: 112, value: ({ price }) => price },
      {
        id: 'priceHere',
        head: w.priceHere,
        kind: 'money',
        width: 112,
        isStrong: true,
        fill: (row) => (edit(row)?.price === undefined ? undefined : 'kunyit'),
        value: (row) => edit(row)?.price ?? null,
      },
    ]
  }, [edits, w])
  const known = look.rows.filter(({ ours }) => ours !== null).length
  const isStrange = show === 'differing' && known === 0 && look.rows.length > 0
  const [, go] = useLocation()
  return (
    <Stack gap={10} flex={1} mih={0} p="10px 20px 14px">
      <Group gap="8px 14px">
        <SegmentedTabs
          label={w.show}
          items={[
            { id: 'differing', label: w.differing },
            { id: 'all', label: w.all },
          ]}
          value={show}
          onChange={setShow}
        />
        {look.takesStock && (
          <Checkbox
            label={w.writeStock}
            checked={wishes.stock}
            onChange={(event) => setWishes({ ...wishes, stock: event.currentTarget.checked })}
          />
        )}
        {look.takesPrice && (
          <Checkbox
            label={w.writePrice}
            checked={wishes.price}
            onChange={(event) => setWishes({ ...wishes, price: event.currentTarget.checked })}
          />
        )}
        <Flex component="span" gap={8} ml="auto">
          {look.takesStock && <ActionButton icon={IconAdjustments} label={w.rule} onAct={onRule} />}
          <ActionButton label={w.other} kind="quiet" shortcut={standingShortcuts.back} onAct={onAgain} />
          <ActionButton
            label={w.save(formatNumber(wanted.length))}
            busyLabel={w.saving}
            isBusy={write.isPending}
            icon={IconFileDownload}
            kind="primary"
            shortcut={standingShortcuts.save}
            {...(wanted.length === 0 ? { disabledBecause: w.nothing } : {})}
            onAct={() => write.mutate({ file, edits: JSON.stringify(wanted) })}
          />
        </Flex>
      </Group>
      {(look.warehouses > 1 || look.unreadable > 0) && (
        <Box flex="none">
          <Note tone="langit" icon={IconInfoCircle}>
            {look.warehouses > 1 && w.severalWarehouses(formatNumber(look.warehouses))}{' '}
            {look.unreadable > 0 && w.unreadable(formatNumber(look.unreadable))}
          </Note>
        </Box>
      )}
      <RefusalNotice error={write.error} />
      <Card isFlush grows>
        <DataTable
          label={w.list}
          rows={rows}
          rowId={({ row }) => String(row)}
          rowName={({ productName, variationName }) => `${productName} ${variationName}`}
          columns={columns}
          selection={selection}
          onSelect={setSelection}
          totals={{ label: w.totals(formatNumber(known), formatNumber(look.rows.length)), cells: {} }}
          empty={
            <EmptyState
              icon={IconPackage}
              {...(isStrange ? { action: <ActionButton label={w.map} onAct={() => go('/toko/pemetaan?')} /> } : {})}
            >
              {isStrange ? w.emptyUnknown : show === 'all' ? w.emptyAll : w.emptyDiffering}
            </EmptyState>
          }
        />
      </Card>
    </Stack>
  )
}
