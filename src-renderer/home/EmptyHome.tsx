import { IconFileImport, IconHome } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { homeWords } from '../../src-shared/reports/reports.words.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { useWords } from '../design/language.tsx'

/** The first morning: what will live here, and the two ways to begin. */
export function EmptyHome() {
  const w = useWords(homeWords)
  const [, go] = useLocation()
  return (
    <EmptyState
      icon={IconHome}
      action={
        <>
          <ActionButton label={w.importFile} icon={IconFileImport} kind="primary" keys="8" onAct={() => go('/impor')} />
          <ActionButton label={w.emptyOwnSale} keys="N" onAct={() => go('/pesanan?new=own')} />
        </>
      }
    >
      {w.emptyTitle} {w.emptyText}
    </EmptyState>
  )
}
