import { sql } from 'kysely'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import type { Rupiah } from '../../src-shared/kernel/rupiah.ts'
import type { Tx } from './database/open.ts'

/**
 * Totals far outside what this shop has ever had are asked about once: a zero too many, or a scanned code, is seen in words
 * before it stands in the books. A shop without history is asked from `floor` on.
 */
interface Usual {
  floor: Rupiah
  /** So many times the largest so far is still nothing to ask about. */
  times: number
  largest(tx: Tx): Promise<Rupiah>
}

const JUTA = 1_000_000
const most = (found: { most: number | null } | undefined): Rupiah => found?.most ?? 0

export const USUAL: Record<
  'sale' | 'purchase' | 'cash record' | 'claim' | 'opening stock' | 'stock correction' | 'opening balance',
  Usual
> = {
  /** One sale beside the best day there was. */
  sale: {
    floor: 50 * JUTA,
    times: 3,
    largest: async (tx) =>
      most(
        await tx
          .selectFrom('sales_day')
          .select(({ fn }) => fn.max<number | null>('gross_sales').as('most'))
          .executeTakeFirst(),
      ),
  },
  purchase: {
    floor: 250 * JUTA,
    times: 5,
    largest: async (tx) =>
      most(
        await tx
          .selectFrom(
            tx
              .selectFrom('purchase')
              .innerJoin('purchase_line as line', 'line.purchase_id', 'purchase.id')
              .where('purchase.cancelled_at', 'is', null)
              .groupBy('purchase.id')
              .select(sql<number>`sum(line.pieces * line.price)`.as('goods'))
              .as('purchases'),
          )
          .select(({ fn }) => fn.max<number | null>('goods').as('most'))
          .executeTakeFirst(),
      ),
  },
  'cash record': {
    floor: 250 * JUTA,
    times: 5,
    largest: async (tx) =>
      most(
        await tx
          .selectFrom('cash_record')
          .select(({ fn }) => fn.max<number | null>('amount').as('most'))
          .where('cancelled_at', 'is', null)
          .executeTakeFirst(),
      ),
  },
  /** Paid for goods of one order. */
  claim: {
    floor: 10 * JUTA,
    times: 5,
    largest: async (tx) =>
      most(
        await tx
          .selectFrom('return_claim')
          .select(({ fn }) => fn.max<number | null>('paid_amount').as('most'))
          .executeTakeFirst(),
      ),
  },
  /** Nothing comes before it, so only its size speaks. */
  'opening stock': { floor: 1_000 * JUTA, times: 1, largest: async () => 0 },
  'opening balance': { floor: 10_000 * JUTA, times: 1, largest: async () => 0 },
  /** Pieces found or missing, at what they cost: large ones are too rare to be known by those before. */
  'stock correction': { floor: 100 * JUTA, times: 1, largest: async () => 0 },
}

/** @throws TOTAL_UNUSUAL unless the person has seen the total in words and means it. */
export async function requireUsual(
  tx: Tx,
  kind: keyof typeof USUAL,
  total: Rupiah,
  isMeant: boolean | undefined,
): Promise<void> {
  const { floor, times, largest } = USUAL[kind]
  if (isMeant || total <= floor) return
  const known = await largest(tx)
  if (total > known * times) throw new DomainError('TOTAL_UNUSUAL', { total, largest: known })
}
