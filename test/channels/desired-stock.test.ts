import fc from 'fast-check'
import { expect, test } from 'vitest'
import { desiredStock } from '../../src-main/core/channels/stock-out/desired-stock.ts'
import { replayedSales } from '../../src-main/core/channels/stock-out/replayed-sales.ts'
import { EVERYTHING, type StockRule, type StockTerms, WHOLE } from '../../src-shared/channels/stock-out.ts'

const terms = (more: Partial<StockTerms> = {}): StockTerms => ({
  isBundle: false,
  onHand: 12,
  reserved: 0,
  unpaid: 0,
  safetyStock: 0,
  lockedElsewhere: 0,
  lockedHere: 0,
  ...more,
})
const pieces = (of: Partial<StockTerms>, rule: Partial<StockRule> = {}, before = 0) =>
  desiredStock(terms(of), { ...EVERYTHING, ...rule }, before).pieces

test.each([
  ['everything that may be sold', {}, {}, 12],
  ['12 − 2 kept back = 10, of which half', {}, { keptBack: 2, share: 5_000 }, 5],
  ['promised, unpaid and safety stock are nobody’s', { reserved: 3, unpaid: 1, safetyStock: 2 }, {}, 6],
  ['never more than a fixed number', {}, { atMost: 4 }, 4],
  ['a fixed number never shows more than there is', { onHand: 3 }, { atMost: 4 }, 3],
  ['the last pieces belong to others', { onHand: 3 }, { lastPieces: 3 }, 0],
  ['one more than the last pieces is shown', { onHand: 4 }, { lastPieces: 3 }, 4],
  ['pieces of another shop’s live session are not shown', { lockedElsewhere: 10 }, {}, 2],
  ['pieces of the own live session come on top of the share', { lockedHere: 10 }, { share: 5_000 }, 11],
  ['sold out', { onHand: 2, reserved: 5 }, { share: 5_000 }, 0],
  ['locked for live, and sold out meanwhile', { onHand: 2, reserved: 1, lockedHere: 10 }, {}, 1],
] as const)('%s', (_, of, rule, shown) => expect(pieces(of, rule)).toBe(shown))

test('the last piece of two halves is shown once', () => {
  expect([pieces({ onHand: 1 }, { share: 5_000 }), pieces({ onHand: 1 }, { share: 5_000 }, 5_000)]).toEqual([1, 0])
})

const whole = (max: number) => fc.integer({ min: 0, max })
const anyTerms = fc.record({
  isBundle: fc.constant(false),
  onHand: fc.integer({ min: -20, max: 500 }),
  reserved: whole(60),
  unpaid: whole(20),
  safetyStock: whole(20),
  lockedElsewhere: whole(30),
  lockedHere: whole(30),
})

test('shops that share never show more together than there is, and what is held for one is never shown by another', () => {
  fc.assert(
    fc.property(anyTerms, fc.array(whole(4_000), { minLength: 1, maxLength: 4 }), whole(5), (of, shares, keptBack) => {
      const cut = shares.map((share) => Math.min(share, Math.floor(WHOLE / shares.length)))
      let before = 0
      let sum = 0
      for (const share of cut) {
        const { shared, offered, sellable, pieces, locked } = desiredStock(
          of,
          { ...EVERYTHING, share, keptBack },
          before,
        )
        expect(shared).toBeGreaterThanOrEqual(0)
        expect(offered).toBeLessThanOrEqual(sellable)
        expect(pieces).toBeLessThanOrEqual(
          Math.max(0, of.onHand - of.reserved - of.unpaid - of.lockedElsewhere) + locked,
        )
        before += share
        sum += shared
      }
      expect(sum).toBeLessThanOrEqual(Math.max(0, of.onHand - of.reserved - of.unpaid))
    }),
  )
})

test('two channels that sell the last piece within the time in which neither knows: one is oversold, and a rule prevents it', () => {
  const sale = (shopId: string, at: number) => ({ shopId, at, pieces: 1 })
  const replay = (rule: StockRule) =>
    replayedSales({
      events: [sale('a', 1_000), sale('b', 2_000)],
      pieces: 1,
      safetyStock: 0,
      shops: [
        { shopId: 'a', rule: EVERYTHING, sharesBefore: 0 },
        { shopId: 'b', rule, sharesBefore: 0 },
      ],
      unawareMs: 120_000,
    })
  expect(replay(EVERYTHING)).toEqual({ oversold: 1, turnedAway: 0 })
  expect(replay({ ...EVERYTHING, lastPieces: 1 })).toEqual({ oversold: 0, turnedAway: 1 })
})
