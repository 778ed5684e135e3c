import type { CashEventKind } from '../../src-shared/cash/cash-record.ts'
import { isBusinessDay } from '../../src-shared/kernel/business-day.ts'
import { CASH_KINDS, type CashForm } from './cash-form.ts'

/** What another page knows of money that is to be written down: the address carries it to Catat Kas. */
export interface BegunRecord {
  what: CashEventKind
  wallet?: string
  amount?: number
  day?: string
}

const NAMES = { wallet: 'dari', amount: 'jumlah', day: 'tanggal' } as const
/** The parts of the address that begin a record, gone once it stands in the form. */
const PARTS = ['what', ...Object.values(NAMES)] as const
export type BegunPart = (typeof PARTS)[number]
export const BEGUN_GONE = Object.fromEntries(PARTS.map((part) => [part, null])) as Record<BegunPart, null>

export function pathOfBegun({ what, wallet, amount, day }: BegunRecord): string {
  const params = new URLSearchParams({ what })
  if (wallet) params.set(NAMES.wallet, wallet)
  if (amount) params.set(NAMES.amount, String(amount))
  if (day) params.set(NAMES.day, day)
  return `/pembukuan/kas?${params}`
}

/** The fields that an address fills; null where it begins no record. */
export function begunIn(params: URLSearchParams): (Pick<CashForm, 'what'> & Partial<CashForm>) | null {
  const what = CASH_KINDS.find((kind) => kind === params.get('what'))
  if (!what) return null
  const wallet = params.get(NAMES.wallet)
  const amount = Number(params.get(NAMES.amount))
  const day = params.get(NAMES.day)
  return {
    what,
    ...(wallet !== null && { wallet }),
    ...(Number.isSafeInteger(amount) && amount > 0 && { amount }),
    ...(day !== null && isBusinessDay(day) && { day }),
  }
}
