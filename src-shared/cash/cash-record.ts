import { z } from 'zod'
import { BusinessDay, Instant } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { PlainText } from '../kernel/page.ts'
import { Rupiah, RupiahTotal } from '../kernel/rupiah.ts'
import { AccountCode } from '../ledger/ledger.ts'

const wallet = AccountCode
const amount = Rupiah.min(1)

/**
 * What one movement of money was, in the owner's terms. A wallet belongs to exactly one book; an event that crosses the wall
 * writes a pair of entries. Codes 1xxx are the shop's wallets, 91xx the household's.
 */
export const CashEvent = z.discriminatedUnion('what', [
  /** Shop money for the shop: `account` is an expense, a purchase of supplies, an asset, or a debt booked before. */
  z.object({ what: z.literal('business expense'), wallet, account: AccountCode, amount }),
  /** Other income into a shop wallet (4901, 4902). */
  z.object({ what: z.literal('business income'), wallet, account: AccountCode, amount }),
  /** "Pribadi": a household bill paid with shop money. */
  z.object({ what: z.literal('private expense'), wallet, householdAccount: AccountCode, amount }),
  /** One bill, partly shop, partly household, paid with shop money. */
  z.object({
    what: z.literal('mixed bill'),
    wallet,
    account: AccountCode,
    businessAmount: amount,
    householdAccount: AccountCode,
    householdAmount: amount,
  }),
  /** "Ambil untuk rumah": shop wallet to a household wallet. */
  z.object({ what: z.literal('take home'), wallet, householdWallet: wallet, amount }),
  /** Setoran Modal. */
  z.object({ what: z.literal('put in capital'), wallet, householdWallet: wallet, amount }),
  /** Talangan: a shop cost paid with household money, to be paid back or given. */
  z.object({
    what: z.literal('expense from household'),
    householdWallet: wallet,
    account: AccountCode,
    amount,
    payBack: z.boolean(),
  }),
  z.object({
    what: z.literal('mixed bill from household'),
    householdWallet: wallet,
    account: AccountCode,
    businessAmount: amount,
    householdAccount: AccountCode,
    householdAmount: amount,
    payBack: z.boolean(),
  }),
  z.object({ what: z.literal('repay household'), wallet, householdWallet: wallet, amount }),
  /** The household borrows and must bring it back. */
  z.object({ what: z.literal('lend to household'), wallet, householdWallet: wallet, amount }),
  z.object({ what: z.literal('household repays'), wallet, householdWallet: wallet, amount }),
  z.object({ what: z.literal('forgive household'), amount }),
  /** Sets what the household owes against what the shop owes it. */
  z.object({ what: z.literal('set off'), amount }),
  /** Between two wallets of the same book; a fee is taken out of the amount on the way. */
  z
    .object({ what: z.literal('transfer'), wallet, toWallet: wallet, amount, fee: Rupiah.min(0) })
    .refine(({ amount, fee }) => fee < amount, { path: ['fee'] }),
  /**
   * Money that was awaited arrives, less its cost: QRIS, card, COD, a customer's debt, or funds a channel released. `amount`
   * is what stood open before the cost.
   */
  z
    .object({ what: z.literal('clearing received'), wallet, clearing: AccountCode, amount, fee: Rupiah.min(0) })
    .refine(({ amount, fee }) => fee < amount, { path: ['fee'] }),
  /** `purchase` is the receipt it pays for; without one it pays an older debt of the shop to its suppliers. */
  z.object({ what: z.literal('pay supplier'), wallet, amount, purchase: Id.optional() }),
  z.object({ what: z.literal('loan received'), wallet, account: AccountCode, amount }),
  z
    .object({
      what: z.literal('loan instalment'),
      wallet,
      account: AccountCode,
      principal: Rupiah.min(0),
      interest: Rupiah.min(0),
    })
    .refine(({ principal, interest }) => principal + interest > 0, { path: ['principal'] }),
  /** The household's own money, on its own side of the wall. */
  z.object({ what: z.literal('household income'), householdWallet: wallet, amount }),
  z.object({ what: z.literal('household expense'), householdWallet: wallet, householdAccount: AccountCode, amount }),
])
export type CashEvent = z.infer<typeof CashEvent>
/** As a form or a script states it, before the accounts are known to exist. */
export type CashEventDraft = z.input<typeof CashEvent>
export type CashEventKind = CashEvent['what']

export const CashRecordDraft = z.object({ id: Id, day: BusinessDay, note: PlainText(500), event: CashEvent })
export type CashRecordDraft = z.infer<typeof CashRecordDraft>

export const CashRecord = CashRecordDraft.extend({
  recordedAt: Instant,
  /** The whole sum that moved. */
  amount: Rupiah,
  /** Whether the household kept a book when this was recorded, so that it has a side there. */
  keepsHousehold: z.boolean(),
  cancelled: z.object({ at: Instant, reason: z.string() }).nullable(),
})
export type CashRecord = z.infer<typeof CashRecord>

export const Wallet = z.object({
  account: AccountCode,
  name: z.string(),
  book: z.enum(['usaha', 'rumah']),
  balance: z.number().int(),
})
export type Wallet = z.infer<typeof Wallet>

/** One document's movement of a wallet on a day, and the balance after it. */
export const WalletMove = z.object({
  day: BusinessDay,
  document: z.object({ kind: z.string(), id: z.string(), label: z.string() }),
  /** What kind of cash record it is; null for what a sale, a purchase or the opening balance moved. */
  what: z.custom<CashEventKind>((value) => typeof value === 'string').nullable(),
  memo: z.string(),
  /** Came in above zero, left below it. */
  amount: RupiahTotal,
  balance: RupiahTotal,
})
export type WalletMove = z.infer<typeof WalletMove>
