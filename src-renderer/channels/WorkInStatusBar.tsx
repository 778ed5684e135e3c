import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { countsOf } from '../../src-shared/channels/counts-of.ts'
import { importWords, recordWords } from '../../src-shared/channels/import.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { WorkProgress } from '../base/WorkProgress.tsx'
import { useWorkUnderWay } from '../base/work-under-way.ts'
import { useWords } from '../design/language.tsx'
import { ProgressWithNumbers } from '../design/ProgressWithNumbers.tsx'
import classes from './import.module.css'
import { type ImportState, useImportWork } from './import-work.ts'

/**
 * The running import and how it ended, one line in the status bar of every other page, pressing it goes there; else the work that
 * another window asked for, or that follows by itself. What the page says above its figures is not said twice.
 */
export function WorkInStatusBar({ isSaidAbove }: { isSaidAbove: boolean }) {
  const w = useWords(importWords)
  const records = useWords(recordWords)
  const [location, go] = useLocation()
  const state = useImportWork()
  const works = useWorkUnderWay()
  if (isSaidAbove && (state.step === 'taking' || state.step === 'choose')) return null
  const line = location.startsWith('/impor') ? null : statusLine(state, w, records)
  if (line === null) {
    const own = state.step === 'taking' ? state.file.importId : null
    const work = works.find(({ id }) => id !== own)
    return work ? <WorkProgress work={work} isSmall /> : null
  }
  return (
    <button type="button" className={classes.statusBar} title={w.open} onClick={() => go('/impor')}>
      {line}
    </button>
  )
}

function statusLine(state: ImportState, w: (typeof importWords)['id'], records: (typeof recordWords)['id']): ReactNode {
  switch (state.step) {
    case 'reading':
      return (
        <ProgressWithNumbers
          label={w.reading(state.fileName)}
          done={state.rows}
          total={null}
          numbers={w.readRows(formatNumber(state.rows))}
          isSmall
        />
      )
    case 'taking':
      return (
        <ProgressWithNumbers
          label={state.isStopping ? w.takingBack(state.file.fileName) : w.statusBar(state.file.fileName)}
          done={state.done}
          total={state.total}
          isSmall
        />
      )
    case 'counting':
      return (
        <ProgressWithNumbers label={w.statusBar(state.file.fileName)} done={state.done} total={state.total} isSmall />
      )
    case 'done':
      return w.statusBarDone(
        formatNumber(countsOf(state.outcome).added + countsOf(state.outcome).changed),
        records[state.outcome.kind],
      )
    case 'barred':
      return w.statusBarTrouble
    case 'shop':
    case 'preview':
      return state.error ? w.statusBarTrouble : w.statusBarWaits(state.file.fileName)
    case 'choose':
      return state.error ? w.statusBarTrouble : null
  }
}
