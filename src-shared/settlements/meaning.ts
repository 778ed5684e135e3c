import { z } from 'zod'
import { BusinessDay } from '../kernel/business-day.ts'
import { Rupiah } from '../kernel/rupiah.ts'
import { AccountCode } from '../ledger/ledger.ts'

/**
 * What an amount of a settlement is. Goods price, the seller's own cuts and the subsidy that replaces what a buyer did not
 * pay are the sale itself; a refund takes some of it back; everything else costs or brings something of its own.
 */
export const Meaning = z.enum([
  'goods price',
  'seller discount',
  'seller voucher',
  'seller coins',
  'subsidy',
  'refund',
  'fee',
  'affiliate',
  'shipping',
  'return shipping',
  'tax withheld',
  'compensation',
  'ads',
  'adjustment',
  'unknown',
])
export type Meaning = z.infer<typeof Meaning>

/** Amounts that make up the sale: they are booked with the order, and a settlement only confirms them. */
const OF_THE_SALE: ReadonlySet<Meaning> = new Set([
  'goods price',
  'seller discount',
  'seller voucher',
  'seller coins',
  'subsidy',
])
export const isOfTheSale = (meaning: Meaning): boolean => OF_THE_SALE.has(meaning)

/** A line of a settlement with what it is, and the account that it goes to. */
export const MeantLine = z.object({
  /** The channel's own name, as its file writes it. */
  name: z.string(),
  amount: Rupiah,
  meaning: Meaning,
  account: AccountCode,
})
export type MeantLine = z.infer<typeof MeantLine>

/** What a channel will probably keep of an order under one of its names, before its settlement says so. */
export const FeeLine = z.object({ name: z.string(), amount: Rupiah, account: AccountCode })
export type FeeLine = z.infer<typeof FeeLine>

/** From this day on amounts of this name are that, and go there. */
export const FeeRule = z.object({ meaning: Meaning, account: AccountCode, from: BusinessDay })
export type FeeRule = z.infer<typeof FeeRule>
