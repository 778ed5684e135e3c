import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import type { MeantLine } from '../../../src-shared/settlements/meaning.ts'
import { isOfTheSale } from '../../../src-shared/settlements/meaning.ts'
import type { SettlementKind } from '../../../src-shared/settlements/settlement-file.ts'

/** What a channel released at once, as its order and the books see it: every amount with what it is and where it goes. */
export interface Release {
  id: string
  /** What tells it from every other release of its shop and order, whatever file it came by; effect keys are made of it. */
  key: string
  kind: SettlementKind
  releasedOn: BusinessDay
  released: number
  /** The channel's words for an adjustment; blank of orders. */
  description: string
  lines: readonly MeantLine[]
  /** Only a balance report tells of it: what was released is known, and not one fee. */
  isBare?: boolean
}

/** Releases of one order in the order in which they came, and what they are taken out of when the books began in between. */
export interface OrderSettlements {
  releases: readonly Release[]
  /** The owner typed what channels owed her when the books began: releases of orders that were over by then are out of that. */
  isInOpening: boolean
}

export const NOT_SETTLED: OrderSettlements = { releases: [], isInOpening: false }

const sumOf = ({ lines }: Release, fits: (line: MeantLine) => boolean) =>
  lines.reduce((total, line) => total + (fits(line) ? line.amount : 0), 0)

/** What the channel says the goods are worth to the seller, before refunds. */
export const saleIn = (release: Release): number => sumOf(release, ({ meaning }) => isOfTheSale(meaning))

/** What it takes back of that for the buyer; negative. */
export const refundIn = (release: Release): number => sumOf(release, ({ meaning }) => meaning === 'refund')

/** Everything else, by account, as it goes there: debit positive. */
export function costsIn({ lines }: Release): Map<MeantLine['account'], number> {
  const byAccount = new Map<MeantLine['account'], number>()
  for (const { meaning, account, amount } of lines)
    if (!isOfTheSale(meaning) && meaning !== 'refund') byAccount.set(account, (byAccount.get(account) ?? 0) - amount)
  return byAccount
}

/** Releases come in the order of their days; of one day the order's own comes before what corrects it. */
export const byDay = (a: Release, b: Release): number =>
  compare(a.releasedOn, b.releasedOn) || compare(b.kind, a.kind) || compare(a.key, b.key)

const compare = (a: string, b: string) => (a === b ? 0 : a > b ? 1 : -1)

/** Noon in Jakarta is the same day in every zone of the country. */
export const momentOf = (day: BusinessDay): Instant => Date.parse(`${day}T05:00:00Z`)
