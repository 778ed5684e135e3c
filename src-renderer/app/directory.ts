import {
  type Icon,
  IconAdjustments,
  IconBolt,
  IconChecklist,
  IconClipboardList,
  IconLink,
  IconNotebook,
  IconPackage,
  IconReceipt2,
  IconShoppingCart,
  IconStack2,
} from '@tabler/icons-react'
import type { Role } from '../../src-shared/access/roles.ts'
import { may, type ProcedurePath } from '../../src-shared/access/who-may.ts'
import { type DirectoryName, directoryWords, synonyms } from '../../src-shared/app/directory.words.ts'
import type { Language } from '../../src-shared/kernel/business-day.ts'
import type { SettingsChange } from '../../src-shared/settings/settings.ts'
import { matchRank, mayBeFound } from './palette-match.ts'
import { mayOpen, PLACES, placeAt } from './places.ts'

/** Something Ctrl+K can lead to or do. */
export interface DirectoryEntry {
  name: DirectoryName
  icon: Icon
  /** Where it is; a setting is led to and gets the focus. */
  path?: string
  /** A choice that is made at once. */
  change?: SettingsChange
  /** Only where the household keeps a book. */
  needsHousehold?: boolean
  /** What a part of a page cannot be without, as the page has it itself in `places.ts`. */
  needs?: ProcedurePath
}

type Paths = Partial<Record<DirectoryName, string>>
const at = (icon: Icon, paths: Paths, needs?: ProcedurePath): DirectoryEntry[] =>
  Object.entries(paths).map(([name, path]) => ({
    name: name as DirectoryName,
    icon,
    path,
    ...(needs && { needs }),
  }))

const kas = (what: string) => `/pembukuan/kas?${new URLSearchParams({ what })}`

/** The settings by the words of their fields; the page leads to the field that bears them. */
export const SETTINGS = [
  'businessName',
  'city',
  'ownerName',
  'partnerName',
  'phone',
  'address',
  'businessNumber',
  'zone',
  'startDay',
  'keepsHousehold',
  'language',
  'accountingTerms',
  'scheme',
  'labelSize',
  'returnDays',
  'sound',
  'verdictFlash',
  'tickByHand',
  'closesByLastScan',
  'commandCards',
  'scanner',
  'practice',
  'data',
  'verify',
  'settleAgain',
  'beginAgain',
  'people',
] as const satisfies readonly DirectoryName[]

const CHOICES: readonly DirectoryEntry[] = [
  { name: 'turnDark', icon: IconBolt, change: { scheme: 'dark' } },
  { name: 'turnLight', icon: IconBolt, change: { scheme: 'light' } },
  { name: 'speakIndonesian', icon: IconBolt, change: { language: 'id' } },
  { name: 'speakEnglish', icon: IconBolt, change: { language: 'en' } },
]

/** The whole app as the palette knows it: pages, their parts, what can be begun from anywhere, settings. */
export const DIRECTORY: readonly DirectoryEntry[] = [
  ...PLACES.map(({ name, icon, path }): DirectoryEntry => ({ name, icon, path, needsHousehold: name === 'household' })),
  ...at(IconNotebook, {
    neraca: '/pembukuan/neraca',
    labaRugi: '/pembukuan/laba-rugi',
    journal: '/pembukuan/jurnal',
    cash: '/pembukuan/kas',
    openingBalance: '/pembukuan/awal',
  }),
  ...at(IconStack2, {
    stockLow: '/stok?state=low',
    stockOut: '/stok?state=out',
  }),
  ...at(IconStack2, { stockCount: '/stok/opname' }, 'inventory.count'),
  ...at(IconStack2, { openingStock: '/stok/awal' }, 'inventory.opening.list'),
  ...at(IconStack2, { oversold: '/stok/kurang' }, 'inventory.oversold'),
  ...at(IconStack2, { stockHistory: '/stok/riwayat' }, 'inventory.adjustments'),
  ...at(IconStack2, { sellers: '/stok/laris' }, 'reports.sellers'),
  ...at(IconLink, {
    connections: '/toko/sambungan',
    syncCentre: '/toko/sinkron',
  }),
  ...at(IconLink, { mapping: '/toko/pemetaan' }, 'catalog.listings.list'),
  ...at(IconLink, { channelGoods: '/toko/kanal' }, 'sync.stock.list'),
  ...at(IconLink, { masterProducts: '/toko/induk', masters: '/toko/induk' }, 'listings.list'),
  ...at(IconReceipt2, { fees: '/toko/potongan' }, 'settlements.names'),
  ...at(IconReceipt2, { rates: '/toko/potongan?part=rates' }, 'settlements.rates.list'),
  ...at(IconChecklist, { pickList: '/kemas/ambil' }),
  ...at(IconPackage, { handover: '/kemas/serah', handoverHistory: '/kemas/serah/riwayat' }),
  ...at(IconClipboardList, {
    awaitingPickup: '/pesanan?tab=awaiting_pickup',
    inTransit: '/pesanan?tab=in_transit',
    delivered: '/pesanan?tab=delivered',
    completed: '/pesanan?tab=completed',
    cancelRequested: '/pesanan?tab=cancel_requested',
    unpaid: '/pesanan?tab=unpaid',
    onHold: '/pesanan?tab=on_hold',
    failed: '/pesanan?tab=failed',
    cancelled: '/pesanan?tab=cancelled',
    urgent: '/pesanan?tab=to_ship&due=soon',
    allOrders: '/pesanan?tab=all',
  }),
  ...at(IconShoppingCart, { owed: '/pembelian?owed=1', restock: '/pembelian?restock=1' }),
  ...at(IconBolt, {
    receiveGoods: '/pembelian?new=1',
    spend: kas('business expense'),
    earn: kas('business income'),
    spendPrivately: kas('private expense'),
    splitBill: kas('mixed bill'),
    takeHome: kas('take home'),
    putInCapital: kas('put in capital'),
    moveMoney: kas('transfer'),
    clearing: kas('clearing received'),
    paySupplier: kas('pay supplier'),
    loan: kas('loan received'),
    instalment: kas('loan instalment'),
    closeBooks: '/pembukuan/jurnal?close=1',
  }),
  ...at(IconBolt, { newSale: '/pesanan?new=own' }, 'orders.recordOwnSale'),
  ...at(IconBolt, { newProduct: '/produk?new=1' }, 'catalog.products.save'),
  ...CHOICES,
  ...at(IconAdjustments, Object.fromEntries(SETTINGS.map((name) => [name, `/pengaturan?setting=${name}`]))),
]

/** Whether this role may open it, or make the choice. */
export function mayReach(role: Role, { path, needs }: Pick<DirectoryEntry, 'path' | 'needs'>): boolean {
  const place = path === undefined ? undefined : placeAt(path.split('?')[0]!)
  return place ? mayOpen(role, place) && (!needs || may(role, needs)) : may(role, 'settings.change')
}

/** Before the shop is set up there is nothing to open; how the window looks and speaks may be chosen already. */
export const mayBeginBeforeSetUp = ({ change }: DirectoryEntry): boolean => change !== undefined

export interface DirectoryHit {
  entry: DirectoryEntry
  label: string
  /** What it was found by, where that is not its name. */
  foundBy: string
  rank: number
}

const OTHER: Record<Language, Language> = { id: 'en', en: 'id' }
/** A synonym answers after every name, the other language's words after all of one's own. */
const BY_SYNONYM = 100
const BY_OTHER_LANGUAGE = 200

const phrasesOf = (name: DirectoryName, language: Language): string[] =>
  (synonyms[language][name] ?? '').split(',').map((phrase) => phrase.trim())

/** What answers the words typed, best first: by its name, by what people call it, by the other language's words. */
export function foundInDirectory(typed: string, language: Language): DirectoryHit[] {
  if (!mayBeFound(typed)) return []
  const hits = DIRECTORY.flatMap((entry): DirectoryHit[] => {
    const label = directoryWords[language][entry.name]
    const other = OTHER[language]
    const ways = [
      { said: label, least: 0, foundBy: '' },
      ...phrasesOf(entry.name, language).map((said) => ({ said, least: BY_SYNONYM, foundBy: said })),
      ...[directoryWords[other][entry.name], ...phrasesOf(entry.name, other)].map((said) => ({
        said,
        least: BY_OTHER_LANGUAGE,
        foundBy: said,
      })),
    ]
    const answers = ways.flatMap(({ said, least, foundBy }) => {
      const rank = matchRank(said, typed)
      return rank === null ? [] : [{ entry, label, foundBy, rank: least + rank }]
    })
    const [best] = answers.toSorted((a, b) => a.rank - b.rank)
    return best ? [best] : []
  })
  return hits.toSorted((a, b) => a.rank - b.rank)
}
