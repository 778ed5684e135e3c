import { z } from 'zod'
import { BankName } from '../bank/bank-file.ts'
import { Id } from '../kernel/ids.ts'
import { PlainText } from '../kernel/page.ts'
import { Channel, ChannelState } from '../orders/order.ts'

/** What a file that no kind recognises may turn out to be. */
export const MappingSubject = z.enum(['orders', 'settlements', 'bank'])
export type MappingSubject = z.infer<typeof MappingSubject>

/** What a column can hold, and how its cells are read: text as it stands, whole numbers, money, moments, or words that are named one by one. */
export type FieldType = 'text' | 'identifier' | 'count' | 'money' | 'signed money' | 'moment' | 'word'

interface FieldRule {
  type: FieldType
  /** Without it nothing can be read. */
  isRequired?: boolean
  /** Belongs to one row and not to all that its rows tell of. */
  isOfRow?: boolean
  /** Several columns may hold one. */
  isRepeated?: boolean
}

/** Columns of an order list. `price` or `lineTotal` is needed; without pieces each row is one. */
const ORDERS = {
  number: { type: 'identifier', isRequired: true },
  status: { type: 'word', isRequired: true },
  placedAt: { type: 'moment' },
  productName: { type: 'text', isRequired: true, isOfRow: true },
  variationName: { type: 'text', isOfRow: true },
  sku: { type: 'text', isOfRow: true },
  pieces: { type: 'count', isOfRow: true },
  price: { type: 'money', isOfRow: true },
  lineTotal: { type: 'money', isOfRow: true },
  listPrice: { type: 'money', isOfRow: true },
  returnedPieces: { type: 'count', isOfRow: true },
  buyerPayment: { type: 'money' },
  // what somebody gives is written with a minus by some
  sellerVoucher: { type: 'signed money' },
  channelVoucher: { type: 'signed money' },
  shippingPaid: { type: 'money' },
  paidAt: { type: 'moment' },
  shippedAt: { type: 'moment' },
  completedAt: { type: 'moment' },
  shipBy: { type: 'moment' },
  paymentMethod: { type: 'text' },
  courier: { type: 'text' },
  trackingNumber: { type: 'identifier' },
  cancelReason: { type: 'text' },
  buyerNote: { type: 'text' },
  username: { type: 'text' },
  recipientName: { type: 'text' },
  phone: { type: 'text' },
  address: { type: 'text' },
  city: { type: 'text' },
  province: { type: 'text' },
} as const satisfies Record<string, FieldRule>

/** Columns of an income report: one row a release with a column an amount (`released`, `line`), or one row an amount (`feeName`, `amount`). */
const SETTLEMENTS = {
  orderNumber: { type: 'identifier', isRequired: true },
  releasedOn: { type: 'moment', isRequired: true },
  released: { type: 'signed money' },
  line: { type: 'signed money', isRepeated: true },
  feeName: { type: 'text' },
  amount: { type: 'signed money' },
  reference: { type: 'identifier' },
  description: { type: 'text' },
} as const satisfies Record<string, FieldRule>

/** Columns of a bank or wallet statement: `amount` with its sign or with `direction`, or `moneyIn` and `moneyOut`; `outcome` where a line may have failed. */
const BANK = {
  day: { type: 'moment', isRequired: true },
  description: { type: 'text' },
  amount: { type: 'signed money' },
  direction: { type: 'word' },
  outcome: { type: 'word' },
  moneyIn: { type: 'signed money' },
  moneyOut: { type: 'signed money' },
  balance: { type: 'signed money' },
  reference: { type: 'identifier' },
} as const satisfies Record<string, FieldRule>

export const MAPPED_FIELDS = { orders: ORDERS, settlements: SETTLEMENTS, bank: BANK } as const satisfies Record<
  MappingSubject,
  Record<string, FieldRule>
>
export type MappedOrderField = keyof typeof ORDERS
export type MappedSettlementField = keyof typeof SETTLEMENTS
export type MappedBankField = keyof typeof BANK
export type MappedField = MappedOrderField | MappedSettlementField | MappedBankField

export const ruleOf = (subject: MappingSubject, field: string): FieldRule | undefined =>
  (MAPPED_FIELDS[subject] as Record<string, FieldRule>)[field]

export const fieldsOfSubject = (subject: MappingSubject): MappedField[] =>
  Object.keys(MAPPED_FIELDS[subject]) as MappedField[]

/** Which mark stands between thousands: `82.500` or `82,500`. */
export const ThousandsMark = z.enum(['dot', 'comma'])
export type ThousandsMark = z.infer<typeof ThousandsMark>

/** What a date begins with: `2026-02-01`, `01/02/2026` of the first of February, or of the second of January. */
export const DayOrder = z.enum(['year', 'day', 'month'])
export type DayOrder = z.infer<typeof DayOrder>

/** A column by its heading as headings are compared, and which of those of that name it is, from 1. */
export const ColumnRef = z.object({ heading: z.string().min(1).max(200), nth: z.number().int().min(1).max(99) })
export type ColumnRef = z.infer<typeof ColumnRef>

/** A column without a heading is called by the one to its left: `nominal →`. */
const BESIDE = ' →'
export const beside = (heading: string): string => `${heading.slice(0, 190)}${BESIDE}`
export const isNameless = (heading: string): boolean => heading.endsWith(BESIDE)

export const MappedColumn = ColumnRef.extend({
  field: z.string().max(40),
  /** Of money. */
  thousands: ThousandsMark.optional(),
  /** Of moments. */
  days: DayOrder.optional(),
  /** Money of an order that stands on each of its rows for that row alone, and is added up. */
  isPerRow: z.boolean().optional(),
  /** A settlement's amount that the file writes without a minus though it is taken off. */
  isTakenOff: z.boolean().optional(),
  /** Which way all amounts of a statement went that writes no sign, no mark and no column of it. */
  way: z.enum(['in', 'out']).optional(),
})
export type MappedColumn = z.infer<typeof MappedColumn>

/** What a word of a statement means: which way money went, or whether it went at all. */
const StatementMeaning = z.enum(['in', 'out', 'moved', 'not moved'])
/** What the words of a column may mean, by what the column holds. */
export const MEANINGS_OF_STATEMENTS = { direction: ['in', 'out'], outcome: ['moved', 'not moved'] } as const

/** What a word of a column means: a state of an order, or something of a statement. */
export const WordMeaning = z.union([ChannelState.exclude(['unknown']), StatementMeaning])
export type WordMeaning = z.infer<typeof WordMeaning>

/** Words of statements mean nothing of orders, and the other way round. */
export const isMeaningOf = (means: WordMeaning, subject: MappingSubject): boolean =>
  StatementMeaning.safeParse(means).success === (subject === 'bank')

export const MOST_WORDS = 200
export const MOST_COLUMNS = 1_000

/**
 * How the files of one layout are read, as somebody said once. A layout is known by its headings, whatever their order. All of it
 * is data that is compared with cells; nothing of it is ever run.
 */
export const FileMapping = z.object({
  name: PlainText(60).pipe(z.string().min(1)),
  subject: MappingSubject,
  /** Whose shops take it in; null of bank statements. */
  channel: Channel.exclude(['own']).nullable(),
  /** Whose statements they are; left out, of somebody whom nobody named. */
  bank: BankName.optional(),
  /** All headings of the layout as they are compared, sorted; one that stands twice, twice. */
  headings: z.array(z.string().min(1).max(200)).min(2).max(MOST_COLUMNS),
  columns: z.array(MappedColumn).min(2).max(MOST_COLUMNS),
  words: z.array(z.object({ word: z.string().min(1).max(120), means: WordMeaning })).max(MOST_WORDS),
})
export type FileMapping = z.infer<typeof FileMapping>

/** One that nothing speaks against. */
export const SoundMapping = FileMapping.superRefine((mapping, context) => {
  for (const flaw of mappingFlaws(mapping)) context.addIssue({ code: 'custom', message: flaw.what, path: [flaw.field] })
})

/** What speaks against a mapping: a column that is not there or is used twice, a field that is none or stands twice, one that lacks. */
export const MappingFlaw = z.object({
  what: z.enum([
    'no such field',
    'no such column',
    'column used twice',
    'field given twice',
    'field missing',
    'word given twice',
    'channel',
  ]),
  /** The field, or the word, that it is about. */
  field: z.string(),
})
export type MappingFlaw = z.infer<typeof MappingFlaw>

export function mappingFlaws(
  mapping: Pick<FileMapping, 'subject' | 'channel' | 'headings' | 'columns' | 'words'>,
): MappingFlaw[] {
  const { subject, channel, headings, columns, words } = mapping
  const flaws: MappingFlaw[] = []
  const counts = new Map<string, number>()
  for (const heading of headings) counts.set(heading, (counts.get(heading) ?? 0) + 1)
  const used = new Set<string>()
  const given = new Set<string>()
  for (const { field, heading, nth } of columns) {
    const rule = Object.hasOwn(MAPPED_FIELDS[subject], field) ? ruleOf(subject, field) : undefined
    if (!rule) flaws.push({ what: 'no such field', field })
    if (!isNameless(heading) && nth > (counts.get(heading) ?? 0)) flaws.push({ what: 'no such column', field })
    const place = `${heading}\n${nth}`
    if (used.has(place)) flaws.push({ what: 'column used twice', field })
    if (given.has(field) && !rule?.isRepeated) flaws.push({ what: 'field given twice', field })
    used.add(place)
    given.add(field)
  }
  for (const field of missingFields(subject, given)) flaws.push({ what: 'field missing', field })
  const named = new Set<string>()
  for (const { word, means } of words) {
    if (named.has(word)) flaws.push({ what: 'word given twice', field: word })
    if (!isMeaningOf(means, subject)) flaws.push({ what: 'no such field', field: word })
    named.add(word)
  }
  if ((channel === null) !== (subject === 'bank')) flaws.push({ what: 'channel', field: 'channel' })
  return flaws
}

/** What must still be pointed at before anything can be read; of two that do, the first is named. */
export function missingFields(subject: MappingSubject, given: ReadonlySet<string>): MappedField[] {
  const missing = fieldsOfSubject(subject).filter((field) => ruleOf(subject, field)?.isRequired && !given.has(field))
  const oneOf = (...ways: (readonly MappedField[])[]) =>
    ways.some((fields) => fields.every((field) => given.has(field))) ? [] : [ways[0]!.find((each) => !given.has(each))!]
  switch (subject) {
    case 'orders':
      return [...missing, ...oneOf(['price'], ['lineTotal'])]
    case 'settlements':
      return [...missing, ...oneOf(['released'], ['feeName', 'amount'])]
    case 'bank':
      return [...missing, ...oneOf(['amount'], ['moneyIn', 'moneyOut'])]
  }
}

/** A layout that the shop knows. */
export const KnownMapping = z.object({
  id: Id,
  at: z.number().int(),
  actor: z.string(),
  mapping: FileMapping,
  /** Files that were taken in by it. */
  files: z.number().int(),
})
export type KnownMapping = z.infer<typeof KnownMapping>
