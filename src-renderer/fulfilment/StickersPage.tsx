import { Radio, Stack } from '@mantine/core'
import { IconBarcode, IconPrinter } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { type StickerGoods, StickerSize, StickerSymbol } from '../../src-shared/fulfilment/sticker.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api, client } from '../base/api.ts'
import { saveFile } from '../base/files.ts'
import { Page } from '../base/Page.tsx'
import { useLettersLacking } from '../base/use-letters-lacking.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { Note } from '../design/Note.tsx'
import { PanelPart, SidePanel } from '../design/SidePanel.tsx'
import { fulfilmentShortcuts } from './fulfilment.shortcuts.ts'
import { PrintNotice } from './PrintNotice.tsx'
import { StickerRows } from './StickerRows.tsx'
import { printSheet } from './sheets.ts'

/** What the address asks for: `?products=id,id` or `?items=id:12,id:3`, the pieces of a receipt. */
function askedFor(search: string) {
  const params = new URLSearchParams(search)
  const listed = (name: string) => (params.get(name) ?? '').split(',').filter(Boolean)
  const pieces = new Map(
    listed('items').map((item): [string, number] => {
      const [id = '', count = '1'] = item.split(':')
      return [id, Math.max(0, Number.parseInt(count, 10) || 1)]
    }),
  )
  return { products: listed('products'), pieces }
}

/** Cetak Stiker: how many of which SKU at the left, paper and kind of code at the right. */
export function StickersPage() {
  const w = useWords(packWords)
  const [, go] = useLocation()
  const asked = askedFor(useSearch())
  const [changed, setChanged] = useState<ReadonlyMap<string, number>>(new Map())
  const [size, setSize] = useState<StickerSize>('40x30')
  const [symbol, setSymbol] = useState<StickerSymbol>('square')
  const agrees = useLettersLacking()
  const input = { products: asked.products, variants: [...asked.pieces.keys()] }
  const isEmpty = input.products.length + input.variants.length === 0
  const goods = useQuery({ ...api.fulfilment.stickerGoods.queryOptions({ input }), enabled: !isEmpty })
  const rows = goods.data ?? []
  const piecesOf = ({ variantId }: StickerGoods) => changed.get(variantId) ?? asked.pieces.get(variantId) ?? 1
  const items = rows.flatMap((row) => (piecesOf(row) > 0 ? [{ variantId: row.variantId, pieces: piecesOf(row) }] : []))
  const total = formatNumber(items.reduce((sum, { pieces }) => sum + pieces, 0))
  const make = useMutation({
    mutationFn: async (act: 'print' | 'save') => {
      const sheet = await client.fulfilment.stickers({ items, size, symbol })
      if (act === 'print') await printSheet(sheet, agrees)
      else if (await agrees(sheet)) await saveFile(sheet.file)
      return sheet
    },
  })
  const setAll = (count: (row: StickerGoods) => number) =>
    setChanged(new Map(rows.map((row) => [row.variantId, Math.max(0, count(row))])))
  const leave = () => (window.history.length > 1 ? window.history.back() : go('/produk'))
  useHotkey(standingShortcuts.back, leave, { label: w.labelClose })
  if (isEmpty) {
    return (
      <Page title={w.stickers}>
        <EmptyState
          icon={IconBarcode}
          action={
            <ActionButton
              label={w.stickerChoose}
              kind="primary"
              shortcut={standingShortcuts.main}
              onAct={() => go('/produk')}
            />
          }
        >
          {w.stickerEmpty}
        </EmptyState>
      </Page>
    )
  }
  const refused = items.length === 0 ? { disabledBecause: w.stickerNone } : {}
  return (
    <Page
      title={w.stickers}
      layout="flush"
      actions={
        <>
          <ActionButton label={w.stickerOneEach} onAct={() => setAll(() => 1)} />
          <ActionButton label={w.stickerAsStock} onAct={() => setAll(({ onHand }) => onHand)} />
          <ActionButton label={w.labelClose} shortcut={standingShortcuts.back} listens={false} onAct={leave} />
        </>
      }
      sidePanel={
        <SidePanel
          title={w.stickers}
          subtitle={w.stickersFor(total)}
          actions={
            <>
              <ActionButton
                label={w.stickerDo(total)}
                icon={IconPrinter}
                shortcut={fulfilmentShortcuts.stickers.stickerPrint}
                kind="primary"
                isBusy={make.isPending}
                busyLabel={w.preparing}
                onAct={() => make.mutate('print')}
                {...refused}
              />
              <ActionButton
                shortcut={fulfilmentShortcuts.stickers.labelSave}
                onAct={() => make.mutate('save')}
                {...refused}
              />
            </>
          }
        >
          <PanelPart>
            <Stack gap={18}>
              <Radio.Group label={w.stickerSize} value={size} onChange={(value) => setSize(value as StickerSize)}>
                {StickerSize.options.map((value) => (
                  <Radio key={value} value={value} label={w.stickerSizeName(value)} mt={8} />
                ))}
              </Radio.Group>
              <Radio.Group
                label={w.stickerSymbol}
                value={symbol}
                onChange={(value) => setSymbol(value as StickerSymbol)}
              >
                {StickerSymbol.options.map((value) => (
                  <Radio key={value} value={value} label={w.stickerSymbolName(value)} mt={8} />
                ))}
              </Radio.Group>
              {make.data && make.data.squares > 0 && (
                <Note tone="abu" isLive>
                  {w.stickerSquares(formatNumber(make.data.squares))}
                </Note>
              )}
              <PrintNotice error={make.error ?? goods.error} />
            </Stack>
          </PanelPart>
        </SidePanel>
      }
    >
      <StickerRows
        rows={rows}
        piecesOf={piecesOf}
        onPieces={(variantId, pieces) => setChanged(new Map(changed).set(variantId, pieces))}
      />
    </Page>
  )
}
