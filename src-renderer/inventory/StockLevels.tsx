import { Box, Center, Flex, Group } from '@mantine/core'
import { IconAlertTriangle, IconHistory, IconListDetails, IconStack2 } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { appWords } from '../../src-shared/app/app.words.ts'
import type { StockRow } from '../../src-shared/inventory/inventory.ts'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import { formatMoment } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { client } from '../base/api.ts'
import { Page } from '../base/Page.tsx'
import { pageOfCode } from '../base/page-of-code.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useChannelMarks } from '../base/use-channel-marks.ts'
import { useMay } from '../base/use-me.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { useNow } from '../design/clock.ts'
import { EmptyState } from '../design/EmptyState.tsx'
import { Kbd } from '../design/hotkeys/Kbd.tsx'
import { standingShortcuts, tableShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { Trouble } from '../design/list/ListLayout.tsx'
import { Note } from '../design/Note.tsx'
import { useScanner } from '../design/scanner/useScanner.ts'
import { playSound } from '../design/sounds/sounds.ts'
import { EditStock } from './EditStock.tsx'
import { inventoryShortcuts } from './inventory.shortcuts.ts'
import { cellOf } from './matrix-moves.ts'
import { StockMatrix } from './StockMatrix.tsx'
import { StockPanel } from './StockPanel.tsx'
import { StockToolbar } from './StockToolbar.tsx'
import { useStockAddress } from './stock-address.ts'
import { useNamedSku } from './use-named-sku.ts'
import { useStockList, useStockRow } from './use-stock-list.ts'

/** Stok: every SKU by motif and size, the one chosen in full beside it. */
export function StockLevels() {
  const w = useWords(stockWords)
  const { stock: title } = useWords(appWords)
  const { zone, language } = useLocale()
  const now = useNow()
  const { address, change, go } = useStockAddress()
  const list = useStockList(address)
  const sku = useNamedSku(address.sku)
  const at = cellOf(list.lines, sku)
  const loaded = list.rows.find(({ variantId }) => variantId === sku)
  const named = useStockRow(loaded ? null : sku)
  const row = loaded ?? named.data
  const [editing, setEditing] = useState<string | null>(null)
  const { totals } = list
  const marksOf = useChannelMarks(useMemo(() => list.rows.map(({ productId }) => productId), [list.rows]))
  const mayChange = useMay('inventory.adjust')
  const keepsStock = useMay('inventory.adjustments')
  const mayReceive = useMay('purchasing.receive')

  const choose = (variantId: string | null) => change({ sku: variantId })
  const receive = () => go(sku ? `/pembelian?new=1&sku=${sku}` : '/pembelian?new=1')
  const edit = ({ variantId }: StockRow) => {
    choose(variantId)
    setEditing(variantId)
  }
  const closeEdit = () => {
    setEditing(null)
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-here]')?.focus())
  }
  useHotkey(inventoryShortcuts.levels.receive, receive, { enabled: mayReceive })
  // before anything is chosen the cursor stands on the first cell
  const here = row ?? (sku === null ? list.lines[0]?.cells.find((cell) => cell !== null) : undefined)
  useHotkey(standingShortcuts.main, () => here && edit(here), {
    label: w.edit,
    enabled: mayChange && here !== undefined && editing === null,
  })
  useHotkey(inventoryShortcuts.levels.wholeCard, () => here && go(`/stok/kartu?sku=${here.variantId}`), {
    enabled: keepsStock && here !== undefined,
  })
  useScanner(async (code) => {
    // a barcode is never a count, whatever field it was held over
    if (editing !== null) return playSound('salah')
    const scanned = await client.catalog.variants.byCode({ code })
    if (scanned) return change({ sku: scanned.id, state: null, query: '' })
    const path = await pageOfCode(code)
    if (path) go(path)
    else change({ query: code })
  })

  const isFiltered = address.state !== null || address.query !== ''
  const form = row && editing === row.variantId && <EditStock key={editing} row={row} onClose={closeEdit} />
  return (
    <Page
      title={title}
      quietLine={w.asOf(`${formatMoment(now, zone, language)} ${zone}`)}
      layout="flush"
      actions={
        keepsStock && (
          <>
            <ActionButton
              icon={IconListDetails}
              shortcut={inventoryShortcuts.levels.opening}
              onAct={() => go('/stok/awal')}
            />
            <ActionButton
              icon={IconHistory}
              shortcut={inventoryShortcuts.levels.history}
              onAct={() => go('/stok/riwayat')}
            />
          </>
        )
      }
      sidePanel={
        row && (
          <StockPanel
            key={row.variantId}
            row={row}
            {...(mayChange ? { onEdit: () => setEditing(row.variantId) } : {})}
            {...(mayReceive ? { onReceive: receive } : {})}
            onClose={() => choose(null)}
          />
        )
      }
    >
      <StockToolbar
        address={address}
        totals={totals}
        onChange={change}
        {...(mayChange ? { onCount: () => go('/stok/opname') } : {})}
      />
      {list.error && (
        <Trouble>
          <RefusalNotice error={list.error} onRetry={() => list.refetch()} />
        </Trouble>
      )}
      {totals && totals.short > 0 && (
        <Box m="0 14px 8px">
          <Note
            tone="mengkudu"
            icon={IconAlertTriangle}
            action={
              keepsStock && (
                <ActionButton
                  size="small"
                  shortcut={inventoryShortcuts.levels.shortWays}
                  onAct={() => go('/stok/kurang')}
                />
              )
            }
          >
            {w.shortBanner(
              formatNumber(totals.states.short),
              formatNumber(totals.short - totals.gone),
              formatNumber(totals.gone),
            )}
          </Note>
        </Box>
      )}
      {list.lines.length > 0 ? (
        <>
          <StockMatrix
            sections={list.sections}
            lines={list.lines}
            view={address.view}
            totals={totals}
            marksOf={marksOf}
            isWhole={list.isWhole}
            at={at}
            onMove={({ line, column }) => choose(list.lines[line]?.cells[column]?.variantId ?? null)}
            onEdit={mayChange ? edit : () => {}}
            editing={editing !== null && form ? { variantId: editing, form } : null}
            onEndReached={list.onEndReached}
          />
          <Group gap="4px 14px" p="8px 14px 10px 18px" fz="12.5px" c="dimmed">
            {totals && (
              <span>
                {w.equation(
                  formatNumber(totals.onHand + totals.gone),
                  formatNumber(totals.available),
                  formatNumber(totals.reserved),
                  formatNumber(totals.safetyStock),
                  formatNumber(totals.short - totals.gone),
                )}
              </span>
            )}
            <Flex component="span" align="center" gap={4}>
              {w.keysMove} <Kbd keys={tableShortcuts.up.keys} /> <Kbd keys={tableShortcuts.down.keys} />{' '}
              <Kbd keys={tableShortcuts.left.keys} /> <Kbd keys={tableShortcuts.right.keys} />
            </Flex>
            {mayChange && (
              <Flex component="span" align="center" gap={4}>
                {w.keysEdit} <Kbd keys={standingShortcuts.main.keys} />
              </Flex>
            )}
            {keepsStock && (
              <Flex component="span" align="center" gap={4}>
                {w.keysCard} <Kbd keys={inventoryShortcuts.levels.wholeCard.keys} />
              </Flex>
            )}
          </Group>
        </>
      ) : (
        !list.isLoading && (
          <Center flex={1}>
            <EmptyState
              icon={IconStack2}
              action={
                isFiltered ? (
                  <ActionButton label={w.clearFilter} onAct={() => change({ state: null, query: '' })} />
                ) : (
                  mayChange && (
                    <ActionButton
                      label={w.addProduct}
                      kind="primary"
                      shortcut={standingShortcuts.main}
                      onAct={() => go('/produk?new=1')}
                    />
                  )
                )
              }
            >
              {isFiltered ? w.emptyFilter : w.empty}
            </EmptyState>
          </Center>
        )
      )}
    </Page>
  )
}
