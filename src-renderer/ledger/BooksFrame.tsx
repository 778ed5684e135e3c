import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { booksWords } from '../../src-shared/ledger/books.words.ts'
import { Page } from '../base/Page.tsx'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { SegmentedTabs } from '../design/tabs/SegmentedTabs.tsx'
import { type BooksTab, TAB_PATHS } from './books-address.ts'
import { ledgerShortcuts } from './ledger.shortcuts.ts'

export interface BooksFrameProps {
  /** The tab that is open; null on the page of a figure's entries. */
  tab: BooksTab | null
  quietLine?: ReactNode
  sidePanel?: ReactNode
  children: ReactNode
}

const TABS = Object.keys(TAB_PATHS) as BooksTab[]

/** One page of the books: the tabs stand in the header, so that the sheet has the whole height. */
export function BooksFrame({ tab, quietLine, sidePanel, children }: BooksFrameProps) {
  const w = useWords(booksWords)
  const [, go] = useLocation()
  useHotkey(ledgerShortcuts.tabs.neraca, () => go(TAB_PATHS.neraca))
  useHotkey(ledgerShortcuts.tabs.labaRugi, () => go(TAB_PATHS.labaRugi))
  useHotkey(ledgerShortcuts.tabs.journal, () => go(TAB_PATHS.journal))
  useHotkey(ledgerShortcuts.tabs.cash, () => go(TAB_PATHS.cash))
  useHotkey(ledgerShortcuts.tabs.opening, () => go(TAB_PATHS.opening))
  return (
    <Page
      title={w.title}
      quietLine={quietLine}
      layout="flush"
      actions={
        <SegmentedTabs
          label={w.tabs}
          items={TABS.map((id) => ({ id, label: w[id] }))}
          value={tab ?? ('' as BooksTab)}
          onChange={(id) => go(TAB_PATHS[id])}
        />
      }
      sidePanel={sidePanel}
    >
      {children}
    </Page>
  )
}
