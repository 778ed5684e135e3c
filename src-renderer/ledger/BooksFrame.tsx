import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { booksWords } from '../../src-shared/ledger/books.words.ts'
import { Page } from '../base/Page.tsx'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { SegmentedTabs } from '../design/tabs/SegmentedTabs.tsx'
import { type BooksTab, TAB_PATHS } from './books-address.ts'

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
  useHotkey('Alt+1', w.neraca, () => go(TAB_PATHS.neraca))
  useHotkey('Alt+2', w.labaRugi, () => go(TAB_PATHS.labaRugi))
  useHotkey('Alt+3', w.journal, () => go(TAB_PATHS.journal))
  useHotkey('Alt+4', w.cash, () => go(TAB_PATHS.cash))
  useHotkey('Alt+5', w.opening, () => go(TAB_PATHS.opening))
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
