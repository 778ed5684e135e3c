import { z } from 'zod'
import { BusinessDay, Instant, Month } from '../kernel/business-day.ts'
import { RupiahTotal } from '../kernel/rupiah.ts'
import { ACCOUNT_ROLES, type ChartCode } from './chart-of-accounts.ts'

export const Book = z.enum(['usaha', 'rumah'])
export type Book = z.infer<typeof Book>

/** Four digits: a code of the standard chart, which the compiler knows, or one read from the shop's own accounts. */
export type AccountCode = ChartCode | (string & z.$brand<'account code'>)
export const AccountCode = z.string().regex(/^[1-9]\d{3}$/) as unknown as z.ZodType<AccountCode, string>

export const Account = z.object({
  code: AccountCode,
  book: Book,
  name: z.string(),
  normal: z.enum(['D', 'K']),
  kind: z.enum(['asset', 'liability', 'equity', 'income', 'expense']),
  line: z.string(),
  isCash: z.boolean(),
  roles: z.array(z.enum(ACCOUNT_ROLES)),
  /** Takes what moving this account's money costs: a fee, interest. */
  costAccount: AccountCode.nullable(),
  /** Added by the owner, not of the standard chart. */
  isOwn: z.boolean(),
  /** No longer offered; what was recorded with it stays. */
  isArchived: z.boolean(),
})
export type Account = z.infer<typeof Account>

/** One account inside a statement line, signed so that it adds to its section. */
export const AccountAmount = z.object({
  code: AccountCode,
  name: z.string(),
  amount: RupiahTotal,
  compared: RupiahTotal,
})
export const StatementLine = z.object({
  key: z.string(),
  name: z.string(),
  /** As SAK EMKM says it, whatever the shop calls it: for paper that a bank reads. */
  formalName: z.string(),
  amount: RupiahTotal,
  compared: RupiahTotal,
  accounts: z.array(AccountAmount),
})
export type StatementLine = z.infer<typeof StatementLine>

export const StatementSection = z.object({
  key: z.string(),
  name: z.string(),
  formalName: z.string(),
  lines: z.array(StatementLine),
  total: RupiahTotal,
  comparedTotal: RupiahTotal,
})
export type StatementSection = z.infer<typeof StatementSection>

/** Laporan Posisi Keuangan per SAK EMKM, for the end of one day, beside another. */
export const Neraca = z.object({
  day: BusinessDay,
  comparedDay: BusinessDay,
  assets: StatementSection,
  liabilities: StatementSection,
  equity: StatementSection,
  /** assets − (liabilities + equity); always zero, and shown to be. */
  difference: RupiahTotal,
  comparedDifference: RupiahTotal,
  /** True while sold goods have no cost yet: the profit inside equity is then too high. */
  costIncomplete: z
    .object({
      skus: z.number().int(),
      pieces: z.number().int(),
      /** Orders that were sold with goods nobody has named a SKU for. */
      unmappedOrders: z.number().int(),
    })
    .nullable(),
  /** Six month ends up to the day, for the chart. */
  history: z.array(z.object({ day: BusinessDay, liabilities: RupiahTotal, equity: RupiahTotal })),
})
export type Neraca = z.infer<typeof Neraca>

export const LabaRugi = z.object({
  from: BusinessDay,
  to: BusinessDay,
  comparedFrom: BusinessDay,
  comparedTo: BusinessDay,
  revenue: StatementSection,
  costOfGoods: StatementSection,
  grossProfit: z.object({ amount: RupiahTotal, compared: RupiahTotal }),
  expenses: StatementSection,
  otherIncome: StatementSection,
  financeCost: StatementSection,
  profitBeforeTax: z.object({ amount: RupiahTotal, compared: RupiahTotal }),
  tax: StatementSection,
  netProfit: z.object({ amount: RupiahTotal, compared: RupiahTotal }),
  costIncomplete: Neraca.shape.costIncomplete,
  months: z.array(z.object({ month: Month, revenue: RupiahTotal, netProfit: RupiahTotal })),
})
export type LabaRugi = z.infer<typeof LabaRugi>

export const EntryRow = z.object({
  id: z.number().int(),
  book: Book,
  day: BusinessDay,
  memo: z.string(),
  document: z.object({ kind: z.string(), id: z.string(), label: z.string() }),
  effect: z.string(),
  isReversal: z.boolean(),
  reversedBy: z.number().int().nullable(),
  /** The entry whose cost this one mends by the difference. */
  corrects: z.number().int().nullable(),
  /** The reversal that waited on an open day and stands here again, on the day of what it reverses. */
  moves: z.number().int().nullable(),
  lines: z.array(z.object({ account: AccountCode, name: z.string(), debit: RupiahTotal, credit: RupiahTotal })),
})
export type EntryRow = z.infer<typeof EntryRow>

export const Entry = EntryRow.extend({
  recordedAt: Instant,
  /** Who caused it, by name. */
  actor: z.string(),
  hash: z.string(),
  pair: z.number().int().nullable(),
  reverses: z.number().int().nullable(),
  /** Where this reversal stands since its period was opened again. */
  movedTo: z.number().int().nullable(),
  /** Entries that mend the cost of this one by a difference, oldest first. */
  correctedBy: z.array(z.number().int()),
})
export type Entry = z.infer<typeof Entry>

/** One line of an account's own page (buku besar), newest first, with the balance after it. */
export const AccountEntryRow = z.object({
  entryId: z.number().int(),
  day: BusinessDay,
  memo: z.string(),
  /** Which of the accounts asked for, by name. */
  account: z.string(),
  document: EntryRow.shape.document,
  debit: RupiahTotal,
  credit: RupiahTotal,
  balance: RupiahTotal,
})
export type AccountEntryRow = z.infer<typeof AccountEntryRow>

export const VerifierFinding = z.object({
  check: z.string(),
  ok: z.boolean(),
  counted: z.number().int(),
  detail: z.string(),
})
export const VerifierReport = z.object({
  at: Instant,
  ok: z.boolean(),
  findings: z.array(VerifierFinding),
  digest: z.string(),
})
export type VerifierReport = z.infer<typeof VerifierReport>

/** `movements` and `entries` are what settling everything again appended. */
export const SettlingProgress = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number().int(), total: z.number().int() }),
  z.object({
    type: z.literal('result'),
    outcome: z.object({ documents: z.number().int(), movements: z.number().int(), entries: z.number().int() }),
  }),
])
export type SettlingProgress = z.infer<typeof SettlingProgress>
