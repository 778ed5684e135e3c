import type { BankMeaning, MovedInWallet } from '../../../src-shared/bank/bank-meaning.ts'

interface KnownWords {
  /** All of them stand in the line; each is the beginning of a word. */
  words: readonly string[]
  way: 'in' | 'out'
  usaha: BankMeaning
  rumah: BankMeaning
  /** The bank itself writes them and means one thing by them. */
  isCertain: boolean
}

const bankFee = { what: 'business expense', account: '6211' } as const
const homeOther = { what: 'household expense', householdAccount: '9599' } as const
const homeBills = { what: 'household expense', householdAccount: '9503' } as const
const homeIncome = { what: 'household income' } as const
const interest = { what: 'business income', account: '4902' } as const
const withdrawn = { what: 'transfer', other: '1142' } as const

/**
 * What words of Indonesian banks and of well-known payees say before any rule was learned. Only what the bank itself books is
 * certain; the rest is a first guess that one answer overrules.
 */
const KNOWN: readonly KnownWords[] = [
  { words: ['biaya', 'adm'], way: 'out', usaha: bankFee, rumah: homeOther, isCertain: true },
  { words: ['biaya', 'txn'], way: 'out', usaha: bankFee, rumah: homeOther, isCertain: true },
  { words: ['biaya', 'transfer'], way: 'out', usaha: bankFee, rumah: homeOther, isCertain: true },
  { words: ['biaya', 'kartu'], way: 'out', usaha: bankFee, rumah: homeOther, isCertain: true },
  { words: ['pajak', 'bunga'], way: 'out', usaha: bankFee, rumah: homeOther, isCertain: true },
  { words: ['bunga'], way: 'in', usaha: interest, rumah: homeIncome, isCertain: true },
  { words: ['jasa', 'giro'], way: 'in', usaha: interest, rumah: homeIncome, isCertain: true },
  { words: ['shopee'], way: 'in', usaha: withdrawn, rumah: homeIncome, isCertain: false },
  { words: ['airpay'], way: 'in', usaha: withdrawn, rumah: homeIncome, isCertain: false },
  { words: ['tokopedia'], way: 'in', usaha: withdrawn, rumah: homeIncome, isCertain: false },
  { words: ['tiktok'], way: 'in', usaha: withdrawn, rumah: homeIncome, isCertain: false },
  {
    words: ['pln'],
    way: 'out',
    usaha: { what: 'business expense', account: '6204' },
    rumah: homeBills,
    isCertain: false,
  },
  ...['telkom', 'indihome', 'telkomsel', 'indosat', 'xl', 'biznet'].map((word) => ({
    words: [word],
    way: 'out' as const,
    usaha: { what: 'business expense', account: '6205' } as const,
    rumah: homeBills,
    isCertain: false,
  })),
  ...['spbu', 'pertamina', 'gojek', 'grab'].map((word) => ({
    words: [word],
    way: 'out' as const,
    usaha: { what: 'business expense', account: '6206' } as const,
    rumah: homeOther,
    isCertain: false,
  })),
  ...['jne', 'jnt', 'sicepat', 'anteraja', 'lion'].map((word) => ({
    words: [word],
    way: 'out' as const,
    usaha: { what: 'business expense', account: '6108' } as const,
    rumah: homeOther,
    isCertain: false,
  })),
  ...['indomaret', 'alfamart', 'superindo', 'hypermart', 'alfamidi'].map((word) => ({
    words: [word],
    way: 'out' as const,
    usaha: { what: 'private expense', householdAccount: '9501' } as const,
    rumah: { what: 'household expense', householdAccount: '9501' } as const,
    isCertain: false,
  })),
]

/** What the words of a description say by themselves; the first of the list that fits. */
export function knownMeaning(
  words: readonly string[],
  { book, amount }: Pick<MovedInWallet, 'book' | 'amount'>,
): { meaning: BankMeaning; words: string; isCertain: boolean } | null {
  const way = amount > 0 ? 'in' : 'out'
  const known = KNOWN.find(
    (each) => each.way === way && each.words.every((word) => words.some((said) => said.startsWith(word))),
  )
  return known ? { meaning: known[book], words: known.words.join(' '), isCertain: known.isCertain } : null
}

/** `KR OTOMATIS MID : 885000123 BATIK RATNA QR : 80000.00 DDR : 560.00`: QRIS sales, and what the bank kept of them. */
const QRIS = /\bMID\s*:?\s*\d+.*?\bQR\s*:\s*([\d.,]+).*?\bDDR\s*:\s*([\d.,]+)/i

/** What QRIS brought before the bank's part; null unless the two and the line agree to the rupiah. */
export function qrisIn(description: string, amount: number): { gross: number; fee: number } | null {
  const [, gross, fee] = QRIS.exec(description) ?? []
  if (gross === undefined || fee === undefined) return null
  const [whole, kept] = [gross, fee].map((text) => Math.round(Number(text.replaceAll(',', ''))))
  return whole && kept !== undefined && whole - kept === amount ? { gross: whole, fee: kept } : null
}
