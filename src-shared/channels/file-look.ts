import { z } from 'zod'
import { BusinessDay } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { ChannelState } from '../orders/order.ts'
import { SettlementLine } from '../settlements/settlement-file.ts'
import { FileTotals, KeptOut, RowProblem } from './channel-file.ts'
import { DayOrder, MappingSubject, SoundMapping, ThousandsMark, WordMeaning } from './file-mapping.ts'

/** `proven` by cells that can be written in one way only, `likely`, or to be asked. */
export const Evidence = z.enum(['proven', 'likely', 'doubtful'])
export type Evidence = z.infer<typeof Evidence>

/** How sure a proposal is: heading and cells agree; one speaks for it; only the least unlikely. */
export const Sureness = z.enum(['sure', 'likely', 'doubtful'])
export type Sureness = z.infer<typeof Sureness>

const Guess = z.object({ field: z.string(), sure: Sureness }).nullable()

/** One column of a file that nobody knows yet: what stands in it, how it seems to be written, what it seems to be. */
export const ColumnLook = z.object({
  letter: z.string(),
  /** As the file writes it, and as headings are compared; which of those of that name. */
  heading: z.string(),
  normal: z.string(),
  nth: z.number().int(),
  examples: z.array(z.string()),
  filled: z.number().int(),
  numbers: z.object({ mark: ThousandsMark, sure: Evidence, example: z.string().nullable() }),
  days: z.object({ order: DayOrder, sure: Evidence, example: z.string().nullable() }),
  /** Each different text with its count, where there are few; `means` where the word means one thing wherever it is seen. */
  words: z
    .array(
      z.object({
        word: z.string(),
        count: z.number().int(),
        /** In a list of orders, and in a statement. */
        means: WordMeaning.nullable(),
        meansInBank: WordMeaning.nullable(),
      }),
    )
    .nullable(),
  guesses: z.record(MappingSubject, Guess),
  /** Rows of one order differ in it, so that it seems to stand for each row alone. */
  differsInOrder: z.boolean(),
  /** Amounts without a minus under the name of a fee. */
  isTakenOff: z.boolean(),
  /** No amount of it tells by a sign or mark that money went out. */
  isUnsigned: z.boolean(),
})
export type ColumnLook = z.infer<typeof ColumnLook>

/** A file that nobody knows yet, as it is shown to the person who does. */
export const FileLook = z.object({
  /** It waits under this id, for half an hour. */
  fileId: Id,
  fileName: z.string(),
  kilobytes: z.number(),
  sheets: z.array(z.string()),
  /** Which of them was looked at, from 0. */
  sheet: z.number().int(),
  headingRow: z.number().int(),
  /** The first rows that hold something, to point at another heading row. */
  firstRows: z.array(z.object({ number: z.number().int(), texts: z.array(z.string()) })),
  rows: z.number().int(),
  columns: z.array(ColumnLook),
  subject: MappingSubject,
})
export type FileLook = z.infer<typeof FileLook>

const Trial = {
  /** What keeps rows out: each reason once, by the first row it is of, with how often it was seen. */
  problems: z.array(RowProblem.extend({ times: z.number().int() })),
  problemCount: z.number().int(),
  remarkCount: z.number().int(),
}

/** What the file says by a mapping: its first rows as they would be read, its totals, and what would stay out. */
export const MappingTrial = z.discriminatedUnion('subject', [
  z.object({
    subject: z.literal('orders'),
    totals: FileTotals,
    keptOut: KeptOut,
    rows: z.array(
      z.object({
        number: z.string(),
        placedOn: BusinessDay.nullable(),
        state: ChannelState,
        goods: z.string(),
        sku: z.string(),
        pieces: z.number().int(),
        price: z.number().int(),
        buyerPayment: z.number().int(),
      }),
    ),
    ...Trial,
  }),
  z.object({
    subject: z.literal('settlements'),
    totals: z.object({
      rows: z.number().int(),
      orders: z.number().int(),
      adjustments: z.number().int(),
      released: z.number().int(),
      adjusted: z.number().int(),
      byName: z.array(z.object({ name: z.string(), amount: z.number().int() })),
    }),
    /** Releases that their lines explain to the rupiah. */
    explained: z.number().int(),
    keptOut: z.object({ rows: z.number().int() }),
    rows: z.array(
      z.object({
        orderNumber: z.string(),
        releasedOn: BusinessDay,
        released: z.number().int(),
        lines: z.array(SettlementLine),
      }),
    ),
    ...Trial,
  }),
  z.object({
    subject: z.literal('bank'),
    totals: z.object({
      rows: z.number().int(),
      opening: z.number().int().nullable(),
      in: z.number().int(),
      out: z.number().int(),
      closing: z.number().int().nullable(),
      /** Lines that failed or wait: shown, never recorded. */
      pending: z.number().int(),
    }),
    keptOut: z.object({ rows: z.number().int() }),
    rows: z.array(
      z.object({
        day: BusinessDay,
        description: z.string(),
        amount: z.number().int(),
        balance: z.number().int().nullable(),
      }),
    ),
    ...Trial,
  }),
])
export type MappingTrial = z.infer<typeof MappingTrial>

/** A mapping as it travels between shops. */
export const SharedMapping = z.object({
  lumbung: z.literal('susunan berkas'),
  version: z.literal(1),
  mapping: SoundMapping,
})
