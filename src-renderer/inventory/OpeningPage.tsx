import { Box, Text } from '@mantine/core'
import { IconArrowLeft, IconCircleCheck, IconFileDownload, IconFileUpload } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import { firstOfMonth, formatDayLong, formatMonth, lastOfMonth, monthOf } from '../../src-shared/kernel/business-day.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { client } from '../base/api.ts'
import { saveFile } from '../base/files.ts'
import { Page } from '../base/Page.tsx'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useSettings } from '../base/use-settings.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { SearchInList } from '../design/fields/SearchInList.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { Toolbar, Trouble } from '../design/list/ListLayout.tsx'
import { Note } from '../design/Note.tsx'
import { ProgressWithNumbers } from '../design/ProgressWithNumbers.tsx'
import { useScanner } from '../design/scanner/useScanner.ts'
import { goToPlace } from '../design/table/CellField.tsx'
import { showToast } from '../design/toast.tsx'
import { inventoryShortcuts } from './inventory.shortcuts.ts'
import { MissingCost } from './MissingCost.tsx'
import { OpeningFile } from './OpeningFile.tsx'
import { OpeningProblems } from './OpeningProblems.tsx'
import { markedReach, type OpeningPlace, OpeningRows } from './OpeningRows.tsx'
import { useNamedSku } from './use-named-sku.ts'
import { type FillReach, useOpeningSheet } from './use-opening-sheet.ts'

/** Stok Awal: pieces and Harga Modal on the day the books began, typed, filled down, pasted or taken from a sheet. */
export function OpeningPage() {
  const w = useWords(stockWords)
  const { language } = useLocale()
  const [, go] = useLocation()
  const settings = useSettings()
  const named = useNamedSku(new URLSearchParams(useSearch()).get('sku'))
  const [query, setQuery] = useState('')
  const [first, setFirst] = useState(named)
  const [goal, setGoal] = useState<{ variantId: Id } | null>(null)
  const [isGiving, setGiving] = useState(false)
  const place = useRef<OpeningPlace | null>(null)
  const sheet = useOpeningSheet(query, first)
  const { rows, totals, saving } = sheet

  /** Enters the row of exactly this SKU, whatever the list was searched for. */
  const enter = (variantId: Id) => {
    setQuery('')
    setFirst(variantId)
    setGoal({ variantId })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the address names an SKU
  useEffect(() => {
    if (named !== null) enter(named)
  }, [named])
  const isWaiting = rows.length === 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: on arrival, once
  useEffect(() => {
    const open = rows.find(({ pieces, unitCost }) => pieces === null || (pieces > 0 && unitCost === null))
    if (open && goal === null && named === null) setGoal({ variantId: open.variantId })
  }, [isWaiting])
  useScanner(async (code) => {
    const scanned = await client.catalog.variants.byCode({ code })
    if (scanned) enter(scanned.id)
    else setQuery(code)
  })

  const fill = (reach: FillReach) => {
    const from = place.current
    if (!from) return showToast({ text: w.fillNeedsCell })
    void sheet.fillDown(from.row, from.column, (reach === 'product' ? markedReach(from) : null) ?? reach)
    goToPlace(`${from.column}/${from.row.variantId}`)
  }
  const back = () => go('/stok')
  useHotkey(standingShortcuts.back, back, { label: w.back })
  const isDone = totals !== undefined && totals.total > 0 && totals.costed === totals.total
  const status = useMemo(() => {
    if (saving.isSaving) return w.openingSaving
    if (saving.unsaved > 0) return w.openingWaiting
    return totals && totals.filled > 0 ? w.openingSaved : ''
  }, [saving.isSaving, saving.unsaved, totals, w])
  return (
    <Page
      title={w.opening}
      lead={settings && w.openingIntro(formatDayLong(settings.startDay, language))}
      layout="flush"
      actions={
        <ActionButton
          label={w.back}
          icon={IconArrowLeft}
          shortcut={standingShortcuts.back}
          listens={false}
          onAct={back}
        />
      }
    >
      <MissingCost onFill={enter} />
      {isDone && totals.lastProfitDay && <SeeProfit day={totals.lastProfitDay} />}
      <Toolbar>
        {totals && (
          <Box flex="0 0 238px">
            <ProgressWithNumbers label={w.openingFilled} done={totals.filled} total={totals.total} isSmall />
          </Box>
        )}
        {totals && (
          <span className="quiet">
            {w.openingCosted(formatNumber(totals.costed), formatNumber(totals.total))}
            {', '}
            {w.openingValue(formatRupiah(totals.value))}
          </span>
        )}
        <Text span flex={1} miw="max-content" c="dimmed" ta="right" role="status">
          {status}
        </Text>
        <SearchInList label={w.search} hint={w.searchHint} query={query} onQuery={setQuery} />
      </Toolbar>
      {rows.length > 0 && (
        <Toolbar>
          <ActionButton size="small" shortcut={inventoryShortcuts.sheet.fillProduct} onAct={() => fill('product')} />
          <ActionButton size="small" shortcut={inventoryShortcuts.sheet.fillList} onAct={() => fill('list')} />
          <Text span flex={1} miw={0} fz="sm" c="dimmed">
            {w.fillHelp}
          </Text>
          <ActionButton
            size="small"
            icon={IconFileDownload}
            shortcut={inventoryShortcuts.opening.takeSheet}
            onAct={async () => void (await saveFile(await client.inventory.opening.exportFile({ format: 'xlsx' })))}
          />
          <ActionButton
            size="small"
            icon={IconFileUpload}
            shortcut={inventoryShortcuts.opening.giveSheet}
            onAct={() => setGiving(true)}
          />
        </Toolbar>
      )}
      {(sheet.error || saving.error) && (
        <Trouble>
          <RefusalNotice
            error={sheet.error ?? saving.error}
            onRetry={sheet.error ? () => sheet.refetch() : () => void saving.flush()}
          />
        </Trouble>
      )}
      {rows.length > 0 ? (
        <OpeningRows
          sheet={sheet}
          goal={goal}
          onPlace={(next) => {
            place.current = next
          }}
        />
      ) : (
        !sheet.isPending && (
          <EmptyState
            action={
              query === '' && (
                <ActionButton
                  label={w.addProduct}
                  kind="primary"
                  shortcut={standingShortcuts.main}
                  onAct={() => go('/produk?new=1')}
                />
              )
            }
          >
            {query === '' ? w.openingEmpty : w.openingNothing(query)}
          </EmptyState>
        )
      )}
      <OpeningFile isOpen={isGiving} onClose={() => setGiving(false)} />
      <OpeningProblems problems={sheet.problems} onClose={sheet.forgetProblems} />
    </Page>
  )
}

/** Everything is filled in: what it was for is one key away. */
function SeeProfit({ day }: { day: string }) {
  const w = useWords(stockWords)
  const { language } = useLocale()
  const [, go] = useLocation()
  const month = monthOf(day)
  return (
    <Trouble>
      <Note
        tone="jolawe"
        icon={IconCircleCheck}
        isLive
        action={
          <ActionButton
            label={w.seeProfitOf(formatMonth(month, language))}
            kind="primary"
            shortcut={inventoryShortcuts.opening.seeProfit}
            onAct={() => go(`/pembukuan/laba-rugi?from=${firstOfMonth(month)}&to=${lastOfMonth(month)}`)}
          />
        }
      >
        {w.openingDone}
      </Note>
    </Trouble>
  )
}
