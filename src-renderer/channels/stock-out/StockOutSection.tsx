import { Flex, Group, Stack } from '@mantine/core'
import { IconAdjustments, IconGitCompare, IconInfoCircle, IconPackage, IconPlugConnected } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { channelWords } from '../../../src-shared/app/parts.words.ts'
import { wholeName } from '../../../src-shared/catalog/goods-name.ts'
import type { ListingStock, StockOutShop } from '../../../src-shared/channels/stock-out.ts'
import { stockOutWords } from '../../../src-shared/channels/stock-out.words.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { api } from '../../base/api.ts'
import { Page } from '../../base/Page.tsx'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Card } from '../../design/Card.tsx'
import { useNow } from '../../design/clock.ts'
import { useConfirm } from '../../design/confirm.tsx'
import { agoWords } from '../../design/deadline.ts'
import { EmptyState } from '../../design/EmptyState.tsx'
import { GoodsName } from '../../design/goods/GoodsName.tsx'
import { ListingStockChip } from '../../design/ListingStockChip.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { Note } from '../../design/Note.tsx'
import type { Column } from '../../design/table/columns.ts'
import { DataTable } from '../../design/table/DataTable.tsx'
import { SegmentedTabs } from '../../design/tabs/SegmentedTabs.tsx'
import { showToast } from '../../design/toast.tsx'
import { LineNote } from './LineNote.tsx'
import { ListingStockPanel } from './ListingStockPanel.tsx'
import { ShopRulePanel } from './ShopRulePanel.tsx'

type Show = 'differing' | 'refused' | 'all'

/** Pusat Sinkron: what each connected shop shows of every SKU beside what it shall show, why, and whether it is told. */
export function StockOutSection({ title, children }: { title: string; children: ReactNode }) {
  const w = useWords(stockOutWords)
  const [, go] = useLocation()
  const shops = useQuery(api.sync.stock.shops.queryOptions())
  // Stok leads here to one listing
  const asked = new URLSearchParams(useSearch())
  const [chosen, setChosen] = useState(asked.get('shop'))
  const [show, setShow] = useState<Show>(asked.has('listing') ? 'all' : 'differing')
  const [panel, setPanel] = useState<'shop' | string | null>(asked.get('listing'))
  const shop = shops.data?.find(({ shopId }) => shopId === chosen) ?? shops.data?.[0]
  const list = useQuery({
    ...api.sync.stock.list.queryOptions({ input: { shopId: shop?.shopId ?? '', show: 'all' } }),
    enabled: shop !== undefined,
  })
  const open = list.data?.find(({ listingId }) => listingId === panel)
  return (
    <Page
      title={title}
      layout="flush"
      sidePanel={
        shop &&
        (panel === 'shop' ? (
          <ShopRulePanel key={shop.shopId} shop={shop} onClose={() => setPanel(null)} />
        ) : (
          open && (
            <ListingStockPanel
              key={`${open.listingId}${open.ruleOf}`}
              shop={shop}
              listing={open}
              onClose={() => setPanel(null)}
            />
          )
        ))
      }
    >
      {children}
      <Stack gap={10} flex={1} mih={0} p="10px 20px 14px">
        <RefusalNotice error={shops.error ?? list.error} onRetry={() => shops.refetch()} />
        {shops.data?.length === 0 && (
          <Card>
            <EmptyState
              icon={IconPlugConnected}
              action={<ActionButton label={w.connect} onAct={() => go('/toko/sambungan?')} />}
            >
              {w.noShops}
            </EmptyState>
          </Card>
        )}
        {shop && (
          <>
            <Group gap="8px 14px">
              {(shops.data?.length ?? 0) > 1 && (
                <SegmentedTabs
                  label={w.shop}
                  items={shops.data!.map(({ shopId, shopName }) => ({ id: shopId, label: shopName }))}
                  value={shop.shopId}
                  onChange={(id) => {
                    setPanel(null)
                    setChosen(id)
                  }}
                />
              )}
              <SegmentedTabs
                label={w.show}
                items={[
                  { id: 'differing', label: w.differing, count: shop.differing },
                  { id: 'refused', label: w.refused, count: shop.refused },
                  { id: 'all', label: w.all },
                ]}
                value={show}
                onChange={(id) => setShow(id as Show)}
              />
              <Acts shop={shop} listings={list.data} onRules={() => setPanel('shop')} />
            </Group>
            <LineNote shopId={shop.shopId} />
            <Standing shop={shop} />
            <Listings
              shop={shop}
              show={show}
              listings={list.data}
              openId={panel}
              onOpen={({ listingId }) => setPanel(listingId)}
            />
          </>
        )}
      </Stack>
    </Page>
  )
}

interface ActsProps {
  shop: StockOutShop
  listings: readonly ListingStock[] | undefined
  onRules: () => void
}

const LOSSES_NAMED = 5

/** Goods on sale at the channel that the first sending would take from sale there. */
const emptiedBySending = (listings: readonly ListingStock[]) =>
  listings.filter(({ there, desired, state }) => state === 'waits' && (there ?? 0) > 0 && desired.pieces === 0)

function Acts({ shop, listings, onRules }: ActsProps) {
  const w = useWords(stockOutWords)
  const channel = useWords(channelWords)[shop.channel]
  const confirm = useConfirm()
  const { shopId, shopName, comparedAt, isReady, state, differing } = shop
  const compare = useMutation(api.sync.now.mutationOptions())
  const retry = useMutation(api.sync.stock.retry.mutationOptions())
  const turn = useMutation(
    api.sync.stock.turn.mutationOptions({
      onSuccess: (_, { to }) => showToast({ text: to === 'on' ? w.turnedOn(shopName) : w.turnedOff(shopName) }),
    }),
  )
  const canTurnOn = isReady && comparedAt !== null && listings !== undefined
  const turnOn = async () => {
    if (comparedAt === null) return
    const emptied = emptiedBySending(listings ?? [])
    const rest = emptied.length - LOSSES_NAMED
    const isAgreed =
      emptied.length === 0 ||
      (await confirm({
        title: w.emptiesTitle(formatNumber(emptied.length), channel),
        body: w.emptiesHow,
        losses: [
          ...emptied
            .slice(0, LOSSES_NAMED)
            .map(({ goodsName, there }) => w.emptiesLine(wholeName(goodsName), formatNumber(there ?? 0))),
          ...(rest > 0 ? [w.emptiesMore(formatNumber(rest))] : []),
        ],
        action: w.emptiesAnyway,
        stay: w.emptiesStay,
        isDestructive: true,
      })) !== null
    if (isAgreed) turn.mutate({ shopId, to: 'on', comparedAt })
  }
  return (
    <>
      <Flex component="span" gap={8} ml="auto">
        {shop.refused > 0 && <ActionButton label={w.retry} onAct={() => retry.mutate({ shopId })} />}
        <ActionButton icon={IconAdjustments} label={w.rules} onAct={onRules} />
        <ActionButton
          icon={IconGitCompare}
          label={w.compare}
          isBusy={compare.isPending}
          onAct={() => compare.mutate({ shopId, alsoCompare: true })}
        />
        {state === 'on' ? (
          <ActionButton label={w.turnOff} kind="quiet" onAct={() => turn.mutate({ shopId, to: 'off' })} />
        ) : (
          <ActionButton
            label={differing > 0 ? w.turnOn(formatNumber(differing)) : w.turnOnNone}
            kind="primary"
            isBusy={turn.isPending}
            {...(canTurnOn ? {} : { disabledBecause: w.notReady })}
            onAct={() => void turnOn()}
          />
        )}
      </Flex>
      <RefusalNotice error={turn.error ?? compare.error ?? retry.error} />
    </>
  )
}

/** Whether the stock goes out, what waits and since when the numbers are known, in a sentence or two. */
function Standing({ shop }: { shop: StockOutShop }) {
  const w = useWords(stockOutWords)
  const channel = useWords(channelWords)[shop.channel]
  const { language, zone } = useLocale()
  const now = useNow()
  const { state, comparedAt, isReady, differing, refused, unmapped } = shop
  const sentences = [
    state === 'on' ? w.stateOn(channel) : state === 'restored' ? w.stateRestored(channel) : w.stateOff(channel),
    state !== 'on' && !(isReady && comparedAt !== null) ? w.notReady : '',
    state === 'on' && differing > 0 ? w.waits(formatNumber(differing)) : '',
    refused > 0 ? w.refusedCount(formatNumber(refused)) : '',
    comparedAt === null ? '' : w.comparedAt(agoWords(comparedAt, now, zone, language)),
    unmapped > 0 ? w.unmapped(formatNumber(unmapped)) : '',
  ]
  return (
    <Note tone={state === 'on' ? 'jolawe' : state === 'restored' ? 'kunyit' : 'langit'} icon={IconInfoCircle}>
      {sentences.filter((each) => each !== '').join(' ')}
    </Note>
  )
}

function Listings({
  shop,
  show,
  listings,
  openId,
  onOpen,
}: {
  shop: StockOutShop
  show: Show
  listings: readonly ListingStock[] | undefined
  openId: string | null
  onOpen: (listing: ListingStock) => void
}) {
  const w = useWords(stockOutWords)
  const [, go] = useLocation()
  const isOn = shop.state === 'on'
  const rows = useMemo(
    () => (listings ?? []).filter(({ state }) => SHOWN[show]?.includes(state) ?? true),
    [listings, show],
  )
  const columns = useMemo(
    (): Column<ListingStock>[] => [
      {
        id: 'goods',
        head: w.goods,
        kind: 'text',
        width: { share: 1, least: 200 },
        value: ({ goodsName }) => wholeName(goodsName),
        product: ({ goodsName }) => goodsName.product,
        cell: ({ goodsName }) => <GoodsName goods={goodsName} />,
      },
      { id: 'code', head: w.code, kind: 'code', width: 130, value: ({ sku }) => sku },
      { id: 'there', head: w.there, kind: 'number', width: 84, value: ({ there }) => there },
      {
        id: 'becomes',
        head: w.becomes,
        kind: 'number',
        width: 96,
        isStrong: true,
        fill: ({ there, desired, rule }) => (rule.isTold && there !== desired.pieces ? 'kunyit' : undefined),
        value: ({ desired, rule }) => (rule.isTold ? desired.pieces : null),
      },
      {
        id: 'priceThere',
        head: w.priceThere,
        kind: 'money',
        width: 112,
        hideBelow: 820,
        value: ({ priceThere }) => priceThere,
      },
      {
        id: 'price',
        head: w.price,
        kind: 'money',
        width: 112,
        hideBelow: 820,
        isQuiet: true,
        fill: ({ price, priceThere }) =>
          price > 0 && priceThere !== null && price !== priceThere ? 'kunyit' : undefined,
        value: ({ price }) => (price > 0 ? price : null),
      },
      {
        id: 'state',
        head: w.state,
        kind: 'status',
        width: 140,
        value: ({ state }) => state,
        cell: ({ state }) => <ListingStockChip state={state} isOn={isOn} />,
      },
    ],
    [w, isOn],
  )
  return (
    <Card isFlush grows>
      <DataTable
        label={w.list}
        rows={rows}
        isLoading={listings === undefined}
        rowId={({ listingId }) => listingId}
        rowName={({ goodsName }) => wholeName(goodsName)}
        columns={columns}
        openId={openId}
        onOpen={onOpen}
        empty={
          shop.listings === 0 ? (
            <EmptyState icon={IconPackage} action={<ActionButton label={w.map} onAct={() => go('/toko/pemetaan?')} />}>
              {w.none}
            </EmptyState>
          ) : (
            <EmptyState icon={IconPackage}>{show === 'refused' ? w.nothingRefused : w.nothingDiffers}</EmptyState>
          )
        }
      />
    </Card>
  )
}

const SHOWN: Partial<Record<Show, readonly ListingStock['state'][]>> = {
  differing: ['waits', 'under way'],
  refused: ['refused', 'locked'],
}
