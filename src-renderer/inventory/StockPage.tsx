import { useLocation } from 'wouter'
import { useMay } from '../base/use-me.ts'
import { CardPage } from './CardPage.tsx'
import { CountPage } from './CountPage.tsx'
import { HistoryPage } from './HistoryPage.tsx'
import { OpeningPage } from './OpeningPage.tsx'
import { OversoldPage } from './OversoldPage.tsx'
import { SellersPage } from './SellersPage.tsx'
import { StockLevels } from './StockLevels.tsx'
import { subPageAt } from './stock-address.ts'

const PAGES = {
  levels: StockLevels,
  card: CardPage,
  count: CountPage,
  opening: OpeningPage,
  oversold: OversoldPage,
  history: HistoryPage,
  sellers: SellersPage,
}

/** Everything below /stok; whoever only looks up what is there sees the levels alone. */
export function StockPage() {
  const [path] = useLocation()
  const keepsStock = useMay('inventory.adjustments')
  const Shown = PAGES[keepsStock ? subPageAt(path) : 'levels']
  return <Shown />
}
