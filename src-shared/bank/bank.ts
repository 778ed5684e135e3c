import { z } from 'zod'
import { CashEvent } from '../cash/cash-record.ts'
import { BusinessDay, Instant, Month } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { PlainText } from '../kernel/page.ts'
import { Rupiah, RupiahTotal } from '../kernel/rupiah.ts'
import { type Account, AccountCode } from '../ledger/ledger.ts'
import { BankMeaning } from './bank-meaning.ts'

/** Wallets a statement may belong to: not cash in hand, nor a balance that a channel keeps. */
export const isBankWallet = ({ roles, isArchived }: Pick<Account, 'roles' | 'isArchived'>): boolean =>
  !isArchived && roles.includes('wallet') && !roles.includes('channel balance') && !roles.includes('cash in hand')

/** A document of the books, as a line may stand for it. */
export const BankDocument = z.object({ kind: z.string().max(40), id: z.string().max(80) })
export type BankDocument = z.infer<typeof BankDocument>

/**
 * What somebody says a line is. `records`: new cash records, several where the line is split; together they move the wallet
 * by what the line says. `same`: the books know it already. `ignored`: no money of the books, for a reason.
 */
export const BankAnswer = z.discriminatedUnion('as', [
  z.object({ as: z.literal('records'), events: z.array(CashEvent).min(1).max(10) }),
  z.object({ as: z.literal('same'), document: BankDocument }),
  z.object({ as: z.literal('ignored'), reason: PlainText(200).pipe(z.string().min(3)) }),
])
export type BankAnswer = z.infer<typeof BankAnswer>

/** Why an answer is suggested. */
export const BankWhy = z.discriminatedUnion('why', [
  /** A rule: the words of it that stand in the line, and how often its answer was given. */
  z.object({ why: z.literal('rule'), rule: Id, words: z.string(), times: z.number().int(), isOwn: z.boolean() }),
  /** The books already have it. */
  z.object({ why: z.literal('same'), label: z.string(), day: BusinessDay }),
  /** Money that left a channel balance days before, and what its transfer cost of it. */
  z.object({ why: z.literal('in transit'), day: BusinessDay, fee: Rupiah }),
  /** What this bank always means by these words. */
  z.object({ why: z.literal('known words'), words: z.string() }),
  /** QRIS sales of a day, less what the bank kept. */
  z.object({ why: z.literal('qris'), gross: Rupiah, fee: Rupiah }),
])
export type BankWhy = z.infer<typeof BankWhy>

/** `isCertain` may be agreed to in one act with all other certain ones. */
export const BankSuggestion = z.object({ answer: BankAnswer, why: BankWhy, isCertain: z.boolean() })
export type BankSuggestion = z.infer<typeof BankSuggestion>

/**
 * `waiting` for an answer; `answered`; `ignored` for a reason; `before the books`: older than the first day of the books, whose
 * opening balance holds it already.
 */
export const BankLineState = z.enum(['waiting', 'answered', 'ignored', 'before the books'])
export type BankLineState = z.infer<typeof BankLineState>

/** What a line stands for in the books. `event` where it is a cash record. */
export const BankLinked = z.object({
  document: BankDocument,
  label: z.string(),
  day: BusinessDay,
  isMade: z.boolean(),
  event: CashEvent.nullable(),
})
export type BankLinked = z.infer<typeof BankLinked>

export const BankLine = z.object({
  id: Id,
  account: AccountCode,
  day: BusinessDay,
  at: Instant.nullable(),
  description: z.string(),
  /** What it is known by: the description without dates, numbers and the bank's own words. */
  words: z.string(),
  amount: Rupiah,
  balance: Rupiah.nullable(),
  reference: z.string(),
  state: BankLineState,
  /** Somebody changed or cancelled in the books what this line stood for; it waits again. */
  isLoose: z.boolean(),
  /** The books of its day are closed. */
  isClosed: z.boolean(),
  documents: z.array(BankLinked),
  ignoredBecause: z.string().nullable(),
  answeredAt: Instant.nullable(),
  batch: z.string().nullable(),
  suggestion: BankSuggestion.nullable(),
})
export type BankLine = z.infer<typeof BankLine>

/** What an inbox is narrowed to. */
export const BankFilter = z.object({
  account: AccountCode.optional(),
  state: BankLineState.optional(),
  month: Month.optional(),
  query: z.string().max(100).default(''),
})
export type BankFilter = z.infer<typeof BankFilter>

/** Bank by file beside the wallet in the books, as far as statements reach. */
export const BankAccountStanding = z.object({
  account: AccountCode,
  name: z.string(),
  book: z.enum(['usaha', 'rumah']),
  numbers: z.array(z.string()),
  from: BusinessDay.nullable(),
  to: BusinessDay.nullable(),
  waiting: z.number().int(),
  /** What the bank printed on the last day it printed any balance. Null when it prints none. */
  asserted: z.object({ day: BusinessDay, byFile: RupiahTotal, inBooks: RupiahTotal }).nullable(),
  /** Since when the two differ without a break; null when they agree. */
  differsSince: BusinessDay.nullable(),
  /** What lines that wait, or were ignored, explain of the difference. */
  unanswered: RupiahTotal,
})
export type BankAccountStanding = z.infer<typeof BankAccountStanding>

export const BankSummary = z.object({
  waiting: z.number().int(),
  answered: z.number().int(),
  ignored: z.number().int(),
  beforeTheBooks: z.number().int(),
  /** Of the waiting ones within the filter. */
  certain: z.number().int(),
  months: z.array(Month),
  accounts: z.array(BankAccountStanding),
  /** What was answered last, to be undone. */
  last: z.object({ batch: z.string(), lines: z.number().int(), at: Instant }).nullable(),
})
export type BankSummary = z.infer<typeof BankSummary>

/** When a line of this direction has all these words, in this wallet and between these amounts, it means this. */
export const BankRuleDraft = z.object({
  id: Id,
  words: PlainText(120).pipe(z.string().min(2)),
  direction: z.enum(['in', 'out']),
  account: AccountCode.nullable(),
  least: Rupiah.min(1).nullable(),
  most: Rupiah.min(1).nullable(),
  meaning: BankMeaning,
  isOff: z.boolean(),
})
export type BankRuleDraft = z.infer<typeof BankRuleDraft>

export const BankRule = BankRuleDraft.extend({
  isOwn: z.boolean(),
  /** Lines that were answered as it says, and otherwise although it said so. */
  times: z.number().int(),
  against: z.number().int(),
  lastDay: BusinessDay.nullable(),
  /** Lines that wait and that it fits. */
  fits: z.number().int(),
})
export type BankRule = z.infer<typeof BankRule>
