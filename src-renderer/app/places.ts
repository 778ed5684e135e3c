import {
  type Icon,
  IconArrowBackUp,
  IconBarcode,
  IconBuildingBank,
  IconBuildingStore,
  IconClipboardList,
  IconDeviceFloppy,
  IconFileDescription,
  IconFileImport,
  IconHelpCircle,
  IconHistory,
  IconHome,
  IconHomeHeart,
  IconNotebook,
  IconPackage,
  IconPrinter,
  IconSettings,
  IconShirt,
  IconShoppingCart,
  IconStack2,
  IconUserShield,
  IconWallet,
} from '@tabler/icons-react'
import type { Role } from '../../src-shared/access/roles.ts'
import { may, type ProcedurePath } from '../../src-shared/access/who-may.ts'

/** The keys of `appWords` that name a page. */
export type PageName =
  | 'home'
  | 'orders'
  | 'packing'
  | 'products'
  | 'stock'
  | 'purchases'
  | 'returns'
  | 'books'
  | 'payouts'
  | 'bank'
  | 'household'
  | 'shops'
  | 'settings'
  | 'help'
  | 'backup'
  | 'trail'
  | 'buyers'
  | 'labels'
  | 'stickers'
  | 'importFile'
  | 'teachFile'

/** What the frame knows of a page; `routes.tsx` adds the page itself. */
export interface Place {
  /** Pages own everything below their path: `/pesanan` and `/pesanan/:id`. */
  path: string
  name: PageName
  icon: Icon
  /** Pages with a side panel or a wide table begin with a narrow sidebar. */
  collapsedByDefault: boolean
  /** Sidebar group; null for pages that are reached from other pages. */
  group: 'work' | 'money' | 'shop' | null
  /** The pack desk takes the whole window. */
  isFullWindow?: boolean
  /** What the page cannot be without: whoever may not call it does not see the page. */
  needs: ProcedurePath
}

/** Every page of the app, in the order of the sidebar (glossary 2). */
export const PLACES: readonly Place[] = [
  { path: '/', name: 'home', icon: IconHome, collapsedByDefault: false, group: 'work', needs: 'reports.today' },
  {
    path: '/pesanan',
    name: 'orders',
    icon: IconClipboardList,
    collapsedByDefault: true,
    group: 'work',
    needs: 'orders.list',
  },
  {
    path: '/kemas',
    name: 'packing',
    icon: IconPackage,
    collapsedByDefault: true,
    group: 'work',
    needs: 'fulfilment.queue',
    isFullWindow: true,
  },
  {
    path: '/produk',
    name: 'products',
    icon: IconShirt,
    collapsedByDefault: true,
    group: 'work',
    needs: 'catalog.listings.list',
  },
  {
    path: '/stok',
    name: 'stock',
    icon: IconStack2,
    collapsedByDefault: true,
    group: 'work',
    needs: 'inventory.levels',
  },
  {
    path: '/pembelian',
    name: 'purchases',
    icon: IconShoppingCart,
    collapsedByDefault: true,
    group: 'work',
    needs: 'purchasing.list',
  },
  {
    path: '/retur',
    name: 'returns',
    icon: IconArrowBackUp,
    collapsedByDefault: true,
    group: 'work',
    needs: 'returns.list',
  },
  {
    path: '/pembukuan',
    name: 'books',
    icon: IconNotebook,
    collapsedByDefault: true,
    group: 'money',
    needs: 'ledger.neraca',
  },
  {
    path: '/saldo',
    name: 'payouts',
    icon: IconWallet,
    collapsedByDefault: true,
    group: 'money',
    needs: 'payouts.overview',
  },
  {
    path: '/bank',
    name: 'bank',
    icon: IconBuildingBank,
    collapsedByDefault: true,
    group: 'money',
    needs: 'bank.lines',
  },
  {
    path: '/rumah-tangga',
    name: 'household',
    icon: IconHomeHeart,
    collapsedByDefault: true,
    group: 'money',
    needs: 'household.month',
  },
  {
    path: '/toko',
    name: 'shops',
    icon: IconBuildingStore,
    collapsedByDefault: false,
    group: 'shop',
    needs: 'channels.shops.list',
  },
  {
    path: '/pengaturan',
    name: 'settings',
    icon: IconSettings,
    collapsedByDefault: false,
    group: 'shop',
    needs: 'settings.change',
  },
  {
    path: '/bantuan',
    name: 'help',
    icon: IconHelpCircle,
    collapsedByDefault: false,
    group: 'shop',
    needs: 'settings.get',
  },
  {
    path: '/label',
    name: 'labels',
    icon: IconPrinter,
    collapsedByDefault: true,
    group: null,
    needs: 'fulfilment.printLabels',
  },
  {
    path: '/stiker',
    name: 'stickers',
    icon: IconBarcode,
    collapsedByDefault: true,
    group: null,
    needs: 'fulfilment.stickers',
  },
  {
    path: '/jejak',
    name: 'trail',
    icon: IconHistory,
    collapsedByDefault: true,
    group: null,
    needs: 'access.trail',
  },
  {
    path: '/pembeli',
    name: 'buyers',
    icon: IconUserShield,
    collapsedByDefault: false,
    group: null,
    needs: 'privacy.find',
  },
  {
    path: '/cadangan',
    name: 'backup',
    icon: IconDeviceFloppy,
    collapsedByDefault: false,
    group: null,
    needs: 'backup.status',
  },
  {
    path: '/impor',
    name: 'importFile',
    icon: IconFileImport,
    collapsedByDefault: false,
    group: null,
    needs: 'channels.files.stage',
  },
  {
    path: '/impor/kenalkan',
    name: 'teachFile',
    icon: IconFileDescription,
    collapsedByDefault: true,
    group: null,
    needs: 'fileMappings.look',
  },
]

export const mayOpen = (role: Role, { needs }: Place): boolean => may(role, needs)

/** Where somebody is at home who may not open Beranda: the first page that has the sidebar beside it. */
export const homeOf = (role: Role): string =>
  PLACES.find((place) => place.group !== null && !place.isFullWindow && mayOpen(role, place))?.path ?? '/bantuan'

/** The page a location belongs to: the longest path that holds it. */
export function placeAt(location: string): Place | undefined {
  const fits = ({ path }: Place) => location === path || (path !== '/' && location.startsWith(`${path}/`))
  return PLACES.filter(fits).sort((a, b) => b.path.length - a.path.length)[0]
}

/** Where the sidebar's mark stands while a page without an entry is open: an import belongs to Toko Terhubung. */
export const sidebarPath = (place: Place | undefined): string | undefined =>
  place?.name === 'importFile' || place?.name === 'teachFile'
    ? '/toko'
    : place?.name === 'backup'
      ? '/pengaturan'
      : place?.name === 'labels'
        ? '/pesanan'
        : place?.name === 'stickers'
          ? '/produk'
          : place?.path
