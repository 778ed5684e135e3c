import fc from 'fast-check'
import type { Reader } from '../../src-main/core/database/open.ts'
import { type DocumentKind, type Effects, type Movement, NO_EFFECTS } from '../../src-main/core/effects.ts'
import { effectsOfOpening } from '../../src-main/core/inventory/opening-effects.ts'
import { Finding } from '../../src-main/core/ledger/verifier/finding.ts'
import { verifyCosts } from '../../src-main/core/settling/verify-costs.ts'
import { startOfDay } from '../../src-shared/kernel/business-day.ts'
import type { AccountCode } from '../../src-shared/ledger/ledger.ts'
import { memo } from '../../src-shared/ledger/memo.words.ts'
import { verifierWords } from '../../src-shared/ledger/verifier.words.ts'
import { SCARF, SHIRT, type Shelf } from '../builders/a-shelf.ts'

/** A document as it was typed at first, as it was corrected, and as it stands in the end; the last one counts. */
export interface Paper {
  kind: DocumentKind
  id: string
  versions: Effects[]
}

const sku = fc.constantFrom(SHIRT, SCARF)
const pieces = fc.integer({ min: 1, max: 6 })
const day = fc.constantFrom('2026-08-03', '2026-08-20', '2026-08-21', '2026-09-05', '2026-09-25', '2026-10-10')
/** Marketplaces print whole minutes, so sales of one moment are common. */
const minute = fc.oneof(fc.constantFrom(540, 541), fc.nat(1439))
const at = (on: string, minute: number) => startOfDay(on, 'WIB') + minute * 60_000
const sometimesGone = <T>(version: fc.Arbitrary<T>) =>
  fc
    .tuple(fc.array(version, { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 4 }))
    .map(([versions, end]) => (end === 0 ? [...versions, null] : versions))

const moved = (effect: string, on: string, debit: AccountCode, credit: AccountCode, costOf: string) => ({
  effect,
  book: 'usaha' as const,
  day: on,
  memo: memo('cost difference'),
  lines: [
    { account: debit, side: 'debit' as const, costOf: [costOf] },
    { account: credit, side: 'credit' as const, costOf: [costOf] },
  ],
})

const purchase = fc
  .record({ sku, versions: sometimesGone(fc.record({ pieces, value: fc.nat(99_999), day, minute: fc.nat(1439) })) })
  .map(({ sku: variantId, versions }) => ({
    kind: 'purchase' as const,
    versions: versions.map((version): Effects => {
      if (!version) return NO_EFFECTS
      const { day: on, minute, pieces: came, value } = version
      return {
        reservations: [],
        movements: [
          { effect: 'receipt', kind: 'receipt', variantId, day: on, at: at(on, minute), pieces: came, cost: value },
        ],
        entries: [
          {
            effect: 'receipt',
            book: 'usaha',
            day: on,
            memo: memo('cost difference'),
            lines: [
              { account: '1301', amount: value },
              { account: '2101', amount: -value },
            ],
          },
        ],
      }
    }),
  }))

const opening = fc
  .record({
    sku,
    versions: fc.array(fc.record({ pieces: fc.nat(6), unitCost: fc.option(fc.nat(30_000)) }), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .map(({ sku: variantId, versions }) => ({
    kind: 'opening-stock' as const,
    id: variantId,
    versions: versions.map((version) =>
      effectsOfOpening({ variantId, sku: variantId, ...version, day: '2026-08-01', at: at('2026-08-01', 0) }),
    ),
  }))

const sale = fc
  .record({
    sku,
    day,
    minute,
    versions: sometimesGone(fc.record({ pieces, back: fc.array(fc.record({ pieces, day }), { maxLength: 2 }) })),
  })
  .map(({ sku: variantId, day: on, minute, versions }) => ({
    kind: 'order' as const,
    versions: versions.map((version): Effects => {
      if (!version) return NO_EFFECTS
      let left = version.pieces
      const back = version.back.flatMap((one, index) => {
        const came = Math.min(one.pieces, left)
        left -= came
        const effect = `back/${index}`
        const later = one.day < on ? on : one.day
        return came === 0 ? [] : [{ effect, pieces: came, day: later }]
      })
      return {
        reservations: [],
        movements: [
          {
            effect: 'issue',
            kind: 'issue',
            variantId,
            day: on,
            at: at(on, minute),
            pieces: -version.pieces,
            cost: 'average',
          },
          ...back.map(
            (one): Movement => ({
              ...one,
              kind: 'return',
              variantId,
              at: at(one.day, 0),
              cost: { issuedBy: ['issue'], part: { pieces: one.pieces, of: version.pieces } },
            }),
          ),
        ],
        entries: [
          moved('cost', on, '5101', '1301', 'issue'),
          ...back.map((one) => moved(one.effect, one.day, '1301', '5101', one.effect)),
        ],
      }
    }),
  }))

const counted = fc
  .record({ sku, versions: sometimesGone(fc.record({ day, pieces: fc.integer({ min: -4, max: 4 }) })) })
  .map(({ sku: variantId, versions }) => ({
    kind: 'stock-adjustment' as const,
    versions: versions.map((version): Effects => {
      if (!version || version.pieces === 0) return NO_EFFECTS
      const { day: on, pieces: change } = version
      return {
        reservations: [],
        movements: [{ effect: 'goods', kind: 'count', variantId, day: on, at: 0, pieces: change, cost: 'average' }],
        entries: [change > 0 ? moved('came', on, '1301', '5104', 'goods') : moved('left', on, '5104', '1301', 'goods')],
      }
    }),
  }))

export const papers: fc.Arbitrary<Paper[]> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: purchase },
      { weight: 6, arbitrary: sale },
      { weight: 2, arbitrary: opening },
      { weight: 2, arbitrary: counted },
    ),
    { minLength: 2, maxLength: 14 },
  )
  .map((all) => [
    ...new Map(
      all.map((paper, index): [string, Paper] => {
        const id = 'id' in paper ? (paper.id as string) : `${paper.kind} ${index}`
        return [`${paper.kind}/${id}`, { ...paper, id }]
      }),
    ).values(),
  ])

/** What the verifier finds wrong when it costs everything anew. */
export async function wrongCosts(reader: Reader): Promise<string[]> {
  const averages = new Finding('moving average', verifierWords.id)
  const uncosted = new Finding('uncosted goods', verifierWords.id)
  await verifyCosts(reader, averages, uncosted)
  return [averages, uncosted].map((each) => each.reported().detail).filter(Boolean)
}

/** All that a reader of stock and books can see, by SKU, month and account. */
export const digest = ({ all }: Shelf) => ({
  levels: all('SELECT * FROM stock_level WHERE on_hand <> 0 OR costed <> 0 OR value <> 0 ORDER BY 1'),
  costs: all(
    `SELECT variant_id, substr(day, 1, 7) AS month, sum(pieces) AS pieces, sum(costed) AS costed, sum(cost) AS cost
     FROM stock_movement GROUP BY 1, 2 HAVING sum(pieces) <> 0 OR sum(costed) <> 0 OR sum(cost) <> 0 ORDER BY 1, 2`,
  ),
  balances: all(
    'SELECT account, month, debit - credit AS balance FROM account_month WHERE debit <> credit ORDER BY 1, 2',
  ),
  uncosted: all('SELECT * FROM uncosted_month ORDER BY 1, 2'),
})
