import { useLocation } from 'wouter'
import { CashPage } from '../cash/CashPage.tsx'
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
  cash: CashPage,
  opening: OpeningPage,
  account: AccountPage,
}

/** Everything below /pembukuan. */
export function BooksPage() {
  const [path] = useLocation()
  const Shown = PAGES[subPageAt(path)]
  return <Shown />
}
