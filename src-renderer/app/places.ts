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
  IconHome,
  IconHomeHeart,
  IconNotebook,
  IconPackage,
  IconPrinter,
  IconSettings,
  IconShirt,
  IconShoppingCart,
  IconStack2,
  IconWallet,
} from '@tabler/icons-react'

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
}

/** Every page of the app, in the order of the sidebar (glossary 2). */
export const PLACES: readonly Place[] = [
  { path: '/', name: 'home', icon: IconHome, collapsedByDefault: false, group: 'work' },
  {
    path: '/pesanan',
    name: 'orders',
    icon: IconClipboardList,
    collapsedByDefault: true,
    group: 'work',
  },
  {
    path: '/kemas',
    name: 'packing',
    icon: IconPackage,
    collapsedByDefault: true,
    group: 'work',
    isFullWindow: true,
  },
  {
    path: '/produk',
    name: 'products',
    icon: IconShirt,
    collapsedByDefault: true,
    group: 'work',
  },
  { path: '/stok', name: 'stock', icon: IconStack2, collapsedByDefault: true, group: 'work' },
  {
    path: '/pembelian',
    name: 'purchases',
    icon: IconShoppingCart,
    collapsedByDefault: true,
    group: 'work',
  },
  { path: '/retur', name: 'returns', icon: IconArrowBackUp, collapsedByDefault: true, group: 'work' },
  {
    path: '/pembukuan',
    name: 'books',
    icon: IconNotebook,
    collapsedByDefault: true,
    group: 'money',
  },
  {
    path: '/saldo',
    name: 'payouts',
    icon: IconWallet,
    collapsedByDefault: true,
    group: 'money',
  },
  {
    path: '/bank',
    name: 'bank',
    icon: IconBuildingBank,
    collapsedByDefault: true,
    group: 'money',
  },
  {
    path: '/rumah-tangga',
    name: 'household',
    icon: IconHomeHeart,
    collapsedByDefault: true,
    group: 'money',
  },
  {
    path: '/toko',
    name: 'shops',
    icon: IconBuildingStore,
    collapsedByDefault: false,
    group: 'shop',
  },
  {
    path: '/pengaturan',
    name: 'settings',
    icon: IconSettings,
    collapsedByDefault: false,
    group: 'shop',
  },
  {
    path: '/bantuan',
    name: 'help',
    icon: IconHelpCircle,
    collapsedByDefault: false,
    group: 'shop',
  },
  { path: '/cadangan', name: 'backup', icon: IconDeviceFloppy, collapsedByDefault: false, group: null },
  { path: '/label', name: 'labels', icon: IconPrinter, collapsedByDefault: true, group: null },
  { path: '/stiker', name: 'stickers', icon: IconBarcode, collapsedByDefault: true, group: null },
  {
    path: '/impor',
    name: 'importFile',
    icon: IconFileImport,
    collapsedByDefault: false,
    group: null,
  },
  { path: '/impor/kenalkan', name: 'teachFile', icon: IconFileDescription, collapsedByDefault: true, group: null },
]

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
