import { Box, Center, TextInput } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useRef } from 'react'
import { useLocation } from 'wouter'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import { businessDay } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api, client } from '../base/api.ts'
import { Page } from '../base/Page.tsx'
import { useRemembered } from '../base/remembered.ts'
import { VariantFinder } from '../catalog/VariantFinder.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { clockNow } from '../design/clock.ts'
import { useConfirm } from '../design/confirm.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { SheetFoot, ToolbarEnd } from '../design/list/ListLayout.tsx'
import { useScanner } from '../design/scanner/useScanner.ts'
import { playSound } from '../design/sounds/sounds.ts'
import { showToast } from '../design/toast.tsx'
import { CountLines } from './CountLines.tsx'
import {
  type CountSheet,
  countedLines,
  countedPieces,
  emptySheet,
  withCount,
  withCounted,
  withoutLine,
} from './count-sheet.ts'
import { ExpectedBackRefusal } from './ExpectedBackRefusal.tsx'

const FRESH = emptySheet()

/** Stok Opname: count without seeing the books, compare, save. The sheet waits here while it is unfinished. */
export function CountPage() {
  const w = useWords(stockWords)
  const { zone } = useLocale()
  const [, go] = useLocation()
  const confirm = useConfirm()
  const [sheet, remember] = useRemembered('stok-opname', FRESH)
  // scans may come faster than the page is drawn, so each adds to the newest sheet
  const newest = useRef(sheet)
  newest.current = sheet
  const setSheet = (next: CountSheet) => {
    newest.current = next
    remember(next)
  }
  const lines = countedLines(sheet)
  const undo = useMutation(api.inventory.cancelAdjustment.mutationOptions())
  const save = useMutation(
    api.inventory.count.mutationOptions({
      onSuccess: ({ id, skus }) => {
        showToast({ text: w.countSaved(formatNumber(skus)), undo: () => undo.mutate({ id, reason: w.editUndone }) })
        setSheet(emptySheet())
        go('/stok')
      },
    }),
  )
  const back = () => (sheet.isComparing ? setSheet({ ...sheet, isComparing: false }) : go('/stok'))
  useHotkey(standingShortcuts.back, back, { label: sheet.isComparing ? w.countAgain : w.back })
  const store = (areNotReturns = false) =>
    save.mutate({ id: sheet.id, day: businessDay(clockNow(), zone), note: sheet.note.trim(), lines, areNotReturns })
  const clear = async () => {
    const answer = await confirm({
      title: w.emptySheetTitle,
      body: w.stockUntouched,
      losses: [w.emptySheetLoss(formatNumber(sheet.lines.length))],
      action: w.emptySheet,
      isDestructive: true,
    })
    if (answer) setSheet(emptySheet())
  }
  // one more piece was found after all: back to counting, with it counted
  useScanner(async (code) => {
    const found = await client.catalog.variants.byCode({ code })
    const isCountable = found !== null && found.components.length === 0
    playSound(isCountable ? 'benar' : 'salah')
    if (isCountable) setSheet({ ...withCounted(newest.current, found, 1, clockNow()), isComparing: false })
  }, sheet.isComparing)
  const isEmpty = sheet.lines.length === 0
  return (
    <Page
      title={w.count}
      lead={w.countIntro}
      layout="flush"
      actions={
        <ActionButton
          label={w.back}
          icon={IconArrowLeft}
          // while the difference is looked at, Esc belongs to "Hitung Lagi"
          shortcut={sheet.isComparing ? undefined : standingShortcuts.back}
          listens={false}
          onAct={() => go('/stok')}
        />
      }
    >
      {!sheet.isComparing && (
        <Box maw={620} p="12px 20px 10px">
          <VariantFinder
            label={w.countGoods}
            help={w.countHelp}
            isFirst
            onTake={(variant, pieces) => setSheet(withCounted(newest.current, variant, pieces, clockNow()))}
          />
        </Box>
      )}
      {isEmpty ? (
        <Center flex={1}>
          <EmptyState>{w.sheetEmpty}</EmptyState>
        </Center>
      ) : (
        <CountLines
          sheet={sheet}
          day={businessDay(clockNow(), zone)}
          onCount={(id, counted) => setSheet(withCount(sheet, id, counted, clockNow()))}
          onRemove={(id) => setSheet(withoutLine(sheet, id))}
        />
      )}
      <ExpectedBackRefusal error={save.error ?? undo.error} onConfirm={() => store(true)} />
      <SheetFoot>
        <strong role="status">{w.countTotal(formatNumber(lines.length), formatNumber(countedPieces(sheet)))}</strong>
        {!isEmpty && !sheet.isComparing && (
          <ActionButton label={w.emptySheet} kind="quiet" onAct={() => void clear()} />
        )}
        {sheet.isComparing && (
          <TextInput
            flex="0 1 320px"
            aria-label={w.note}
            placeholder={w.countNoteHint}
            value={sheet.note}
            maxLength={500}
            onChange={(event) => setSheet({ ...sheet, note: event.currentTarget.value })}
          />
        )}
        <ToolbarEnd>
          {sheet.isComparing ? (
            <>
              <ActionButton label={w.countAgain} shortcut={standingShortcuts.back} listens={false} onAct={back} />
              <ActionButton
                label={w.saveCount}
                busyLabel={w.saving}
                isBusy={save.isPending}
                kind="primary"
                shortcut={standingShortcuts.save}
                onAct={store}
              />
            </>
          ) : (
            <ActionButton
              label={w.finishCounting}
              kind="primary"
              shortcut={standingShortcuts.save}
              disabledBecause={lines.length === 0 ? w.sheetEmpty : undefined}
              onAct={() => setSheet({ ...sheet, isComparing: true })}
            />
          )}
        </ToolbarEnd>
      </SheetFoot>
    </Page>
  )
}
