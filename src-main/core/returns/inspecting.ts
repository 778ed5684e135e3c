import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { InspectionDraft } from '../../../src-shared/returns/return.ts'
import { type GoodsBack, inspectedPieces } from '../orders/goods-back.ts'
import type { InspectionToRecord } from './returns.repository.ts'

/**
 * The inspections to record. Nobody can look at more pieces of a SKU than left with the order and were not looked at yet.
 * @throws MORE_THAN_LEFT, also for a SKU that never stood in the order.
 */
export function inspecting(
  goods: readonly GoodsBack[],
  lines: InspectionDraft['lines'],
  skuOf: (variantId: string) => string,
): InspectionToRecord[] {
  const left = new Map(goods.map((kind) => [kind.variantId, kind.issued - inspectedPieces(kind)]))
  return lines.map(({ id, variantId, pieces, condition }) => {
    const kind = goods.find((each) => each.variantId === variantId)
    const remaining = left.get(variantId) ?? 0
    if (!kind || pieces > remaining)
      throw new DomainError('MORE_THAN_LEFT', { sku: skuOf(variantId), asked: pieces, left: remaining })
    left.set(variantId, remaining - pieces)
    return { id, line: kind.line, variantId, pieces, condition }
  })
}
