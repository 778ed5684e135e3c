import type { ReturnCondition } from '../../src-shared/orders/return.ts'
import type { Return, ReturnGoods } from '../../src-shared/returns/return.ts'

/** What was looked at and not saved yet: pieces of each SKU by condition. */
export type Draft = Readonly<Record<string, Readonly<Record<ReturnCondition, number>>>>

const NOTHING = { sellable: 0, damaged: 0, lost: 0 } as const

export const chosenPieces = (draft: Draft, variantId: string | null): Readonly<Record<ReturnCondition, number>> =>
  (variantId !== null && draft[variantId]) || NOTHING

const sum = ({ sellable, damaged, lost }: Readonly<Record<ReturnCondition, number>>) => sellable + damaged + lost

/**
 * Pieces still to look at. Of an expected return those that are expected; of an order nobody announced, or an own sale,
 * whatever left with it.
 */
export function leftOf(goods: ReturnGoods, draft: Draft, { why }: Pick<Return, 'why'>): number {
  const most = why === null || why === 'brought back' ? goods.issued : goods.expected
  return Math.max(0, most - goods.inspected - sum(chosenPieces(draft, goods.variantId)))
}

/** One more piece in this condition; nothing changes once all pieces have one. */
export function addPiece(
  draft: Draft,
  goods: ReturnGoods,
  condition: ReturnCondition,
  back: Pick<Return, 'why'>,
): Draft {
  if (goods.variantId === null || leftOf(goods, draft, back) === 0) return draft
  const chosen = chosenPieces(draft, goods.variantId)
  return { ...draft, [goods.variantId]: { ...chosen, [condition]: chosen[condition] + 1 } }
}

/** Everything that has no condition yet is fit to sell. */
export function addRest(draft: Draft, goods: readonly ReturnGoods[], back: Pick<Return, 'why'>): Draft {
  const rest = goods.flatMap((each) => {
    const left = leftOf(each, draft, back)
    const chosen = chosenPieces(draft, each.variantId)
    return left > 0 && each.variantId !== null
      ? [[each.variantId, { ...chosen, sellable: chosen.sellable + left }] as const]
      : []
  })
  return { ...draft, ...Object.fromEntries(rest) }
}

/** The goods that the keys speak of: the ones in hand while pieces of them are left, else the next ones. */
export function nextToInspect(
  goods: readonly ReturnGoods[],
  draft: Draft,
  back: Pick<Return, 'why'>,
  inHand: string | null = null,
): ReturnGoods | undefined {
  const open = goods.filter((each) => leftOf(each, draft, back) > 0)
  return open.find(({ variantId }) => variantId === inHand) ?? open[0]
}

export const draftLines = (draft: Draft) =>
  Object.entries(draft).flatMap(([variantId, chosen]) =>
    (Object.entries(chosen) as [ReturnCondition, number][])
      .filter(([, pieces]) => pieces > 0)
      .map(([condition, pieces]) => ({ variantId, condition, pieces })),
  )
