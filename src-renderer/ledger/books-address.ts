import type { BusinessDay } from '../../src-shared/kernel/business-day.ts'
import type { Account } from '../../src-shared/ledger/ledger.ts'

export type BooksSubPage = 'neraca' | 'labaRugi' | 'journal' | 'cash' | 'opening' | 'account'
export type BooksTab = Exclude<BooksSubPage, 'account'>

export const TAB_PATHS: Readonly<Record<BooksTab, string>> = {
  neraca: '/pembukuan/neraca',
  labaRugi: '/pembukuan/laba-rugi',
  journal: '/pembukuan/jurnal',
  cash: '/pembukuan/kas',
  opening: '/pembukuan/awal',
}

const SUB_PAGES: Record<string, BooksSubPage> = {
  neraca: 'neraca',
  'laba-rugi': 'labaRugi',
  jurnal: 'journal',
  kas: 'cash',
  awal: 'opening',
  akun: 'account',
}
export const subPageAt = (path: string): BooksSubPage => SUB_PAGES[path.split('/')[2] ?? ''] ?? 'neraca'

/** What a figure is made of: these accounts, up to a day or between two. */
export interface FigureRows {
  name: string
  codes: readonly string[]
  /** The side on which the figure grows; absent where it is one account's own balance. */
  side?: Account['normal'] | undefined
  from?: BusinessDay | undefined
  to: BusinessDay
}

/** The page of a figure's entries. */
export function figurePath({ name, codes, side, from, to }: FigureRows): string {
  const params = new URLSearchParams({ codes: codes.join(','), to, name })
  if (side) params.set('side', side)
  if (from) params.set('from', from)
  return `/pembukuan/akun?${params}`
}

/** The entries that one document made. */
export const documentEntriesPath = (kind: string, id: string): string =>
  `/pembukuan/jurnal?documentKind=${kind}&documentId=${id}`

/** Where the document behind an entry is read; null when it has no page. */
export function documentPath({ kind, id }: { kind: string; id: string }): string | null {
  switch (kind) {
    case 'order':
      return `/pesanan?id=${id}`
    case 'purchase':
      return `/pembelian?id=${id}`
    case 'stock-adjustment':
      return `/stok/riwayat?id=${id}`
    case 'opening-stock':
      return `/stok/awal?sku=${id}`
    case 'cash-record':
      return `/pembukuan/kas?id=${id}`
    case 'opening-balance':
      return '/pembukuan/awal'
    default:
      return null
  }
}
