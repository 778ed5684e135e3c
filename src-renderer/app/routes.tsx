import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { fetched } from './fetched.ts'
import type { PageName } from './places.ts'

/** Fetches a page; again, it is here already. */
export const PAGES: Record<PageName, () => Promise<{ default: ComponentType }>> = {
  home: async () => ({ default: (await import('../home/HomePage.tsx')).HomePage }),
  orders: async () => ({ default: (await import('../orders/OrdersPage.tsx')).OrdersPage }),
  packing: async () => ({ default: (await import('../fulfilment/PackPage.tsx')).PackPage }),
  labels: async () => ({ default: (await import('../fulfilment/LabelsPage.tsx')).LabelsPage }),
  stickers: async () => ({ default: (await import('../fulfilment/StickersPage.tsx')).StickersPage }),
  products: async () => ({ default: (await import('../catalog/ProductsPage.tsx')).ProductsPage }),
  stock: async () => ({ default: (await import('../inventory/StockPage.tsx')).StockPage }),
  purchases: async () => ({ default: (await import('../purchasing/PurchasesPage.tsx')).PurchasesPage }),
  returns: async () => ({ default: (await import('../returns/ReturnsPage.tsx')).ReturnsPage }),
  books: async () => {
    const [{ BooksPage: Books }, { CashPage }] = await Promise.all([
      import('../ledger/BooksPage.tsx'),
      import('../cash/CashPage.tsx'),
    ])
    return { default: () => <Books Cash={CashPage} /> }
  },
  payouts: async () => ({ default: (await import('../payouts/PayoutsPage.tsx')).PayoutsPage }),
  bank: async () => ({ default: (await import('../bank/BankPage.tsx')).BankPage }),
  household: async () => ({ default: (await import('../household/HouseholdPage.tsx')).HouseholdPage }),
  shops: async () => ({ default: (await import('../channels/ShopsPage.tsx')).ShopsPage }),
  teachFile: async () => ({ default: (await import('../channels/teach/TeachPage.tsx')).TeachPage }),
  importFile: async () => ({ default: (await import('../channels/ImportPage.tsx')).ImportPage }),
  settings: async () => ({ default: (await import('../settings/SettingsPage.tsx')).SettingsPage }),
  backup: async () => ({ default: (await import('../backup/BackupPage.tsx')).BackupPage }),
  trail: async () => ({ default: (await import('../access/TrailPage.tsx')).TrailPage }),
  buyers: async () => ({ default: (await import('../privacy/BuyersPage.tsx')).BuyersPage }),
  help: async () => ({ default: (await import('../help/HelpPage.tsx')).HelpPage }),
}

/** The page behind each name, fetched when it is first opened. */
export const ROUTES = Object.fromEntries(
  Object.entries(PAGES).map(([name, fetchPage]) => [name, lazy(() => fetched(fetchPage))]),
) as Record<PageName, LazyExoticComponent<ComponentType>>
