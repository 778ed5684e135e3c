import { IconFileImport, IconHome } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { homeWords } from '../../src-shared/reports/reports.words.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { useWords } from '../design/language.tsx'
import { homeShortcuts } from './home.shortcuts.ts'

/** The first morning: what will live here, and the two ways to begin. */
export function EmptyHome() {
  const w = useWords(homeWords)
  const [, go] = useLocation()
  return (
    <EmptyState
      icon={IconHome}
      action={
        <>
          <ActionButton
            icon={IconFileImport}
            kind="primary"
            shortcut={homeShortcuts.empty.importFile}
            onAct={() => go('/impor')}
          />
          <ActionButton shortcut={homeShortcuts.empty.emptyOwnSale} onAct={() => go('/pesanan?new=own')} />
        </>
      }
    >
      {w.emptyTitle} {w.emptyText}
    </EmptyState>
  )
}
