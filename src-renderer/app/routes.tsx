import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { PageName } from './places.ts'

const HomePage = lazy(() => import('../home/HomePage.tsx').then((room) => ({ default: room.HomePage })))
const OrdersPage = lazy(() => import('../orders/OrdersPage.tsx').then((room) => ({ default: room.OrdersPage })))
const PackPage = lazy(() => import('../fulfilment/PackPage.tsx').then((room) => ({ default: room.PackPage })))
const LabelsPage = lazy(() => import('../fulfilment/LabelsPage.tsx').then((room) => ({ default: room.LabelsPage })))
const ProductsPage = lazy(() => import('../catalog/ProductsPage.tsx').then((room) => ({ default: room.ProductsPage })))
const StockPage = lazy(() => import('../inventory/StockPage.tsx').then((room) => ({ default: room.StockPage })))
const PurchasesPage = lazy(() =>
  import('../purchasing/PurchasesPage.tsx').then((room) => ({ default: room.PurchasesPage })),
)
const ReturnsPage = lazy(() => import('../returns/ReturnsPage.tsx').then((room) => ({ default: room.ReturnsPage })))
const BooksPage = lazy(async () => {
  const [{ BooksPage: Books }, { CashPage }] = await Promise.all([
    import('../ledger/BooksPage.tsx'),
    import('../cash/CashPage.tsx'),
  ])
  return { default: () => <Books Cash={CashPage} /> }
})
const HouseholdPage = lazy(() =>
  import('../household/HouseholdPage.tsx').then((room) => ({ default: room.HouseholdPage })),
)
const ShopsPage = lazy(() => import('../channels/ShopsPage.tsx').then((room) => ({ default: room.ShopsPage })))
const ImportPage = lazy(() => import('../channels/ImportPage.tsx').then((room) => ({ default: room.ImportPage })))
const SettingsPage = lazy(() => import('../settings/SettingsPage.tsx').then((room) => ({ default: room.SettingsPage })))
const HelpPage = lazy(() => import('../help/HelpPage.tsx').then((room) => ({ default: room.HelpPage })))

/** The page behind each name, fetched when it is first opened. */
export const ROUTES: Record<PageName, LazyExoticComponent<ComponentType>> = {
  home: HomePage,
  orders: OrdersPage,
  packing: PackPage,
  labels: LabelsPage,
  products: ProductsPage,
  stock: StockPage,
  purchases: PurchasesPage,
  returns: ReturnsPage,
  books: BooksPage,
  household: HouseholdPage,
  shops: ShopsPage,
  importFile: ImportPage,
  settings: SettingsPage,
  help: HelpPage,
}
