import type { ComponentType } from 'react'
import { useLocation } from 'wouter'
import { AccountPage } from './account/AccountPage.tsx'
import { subPageAt } from './books-address.ts'
import { JournalPage } from './journal/JournalPage.tsx'
import { LabaRugiPage } from './laba-rugi/LabaRugiPage.tsx'
import { NeracaPage } from './neraca/NeracaPage.tsx'
import { OpeningPage } from './opening/OpeningPage.tsx'

const PAGES = {
  neraca: NeracaPage,
  labaRugi: LabaRugiPage,
  journal: JournalPage,
  opening: OpeningPage,
  account: AccountPage,
}

/** Everything below /pembukuan. Catat Kas has a tab here but is a room of its own: the roof hands its page in. */
export function BooksPage({ Cash }: { Cash: ComponentType }) {
  const [path] = useLocation()
  const subPage = subPageAt(path)
  const Shown = subPage === 'cash' ? Cash : PAGES[subPage]
  return <Shown />
}
