import type { AdjustmentKind } from '../../../src-shared/inventory/inventory.ts'
import type { BusinessDay, Instant } from '../../../src-shared/kernel/business-day.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import { type Memo, memo } from '../../../src-shared/ledger/memo.words.ts'
import type { Effects, Entry } from '../effects.ts'

/** A change of stock by hand, as stored. */
export interface Adjustment {
  id: string
  kind: AdjustmentKind
  day: BusinessDay
  recordedAt: Instant
  isCancelled: boolean
  /** `pieces` is the change of stock: negative for goods that left; one line a SKU. `countedAt` in a count alone. */
  lines: { variantId: string; pieces: number; countedAt: Instant | null }[]
}

const ACCOUNT_OF: Record<AdjustmentKind, AccountCode> = {
  count: '5104',
  found: '5104',
  damaged: '5105',
  lost: '5105',
  sample: '6112',
  household: '3201',
}
const MEMO: Record<AdjustmentKind, Memo> = {
  count: memo('stock count'),
  found: memo('goods found'),
  damaged: memo('goods damaged'),
  lost: memo('goods lost'),
  sample: memo('goods given as samples'),
  household: memo('goods taken home'),
}

const keyOf = ({ variantId }: { variantId: string }) => `goods/${variantId}`

/**
 * Goods counted, broken, lost, given away, found or taken home, always at the shelf's average.
 * Goods taken home are prive at cost; the household's book hears of it only when the shop keeps one.
 */
export function effectsOfAdjustment(adjustment: Adjustment, { keepsHousehold }: { keepsHousehold: boolean }): Effects {
  const { id, kind, day, recordedAt, isCancelled } = adjustment
  const lines = isCancelled ? [] : adjustment.lines.filter(({ pieces }) => pieces !== 0)
  const left = lines.filter(({ pieces }) => pieces < 0).map(keyOf)
  const came = lines.filter(({ pieces }) => pieces > 0).map(keyOf)
  const entry = (
    effect: string,
    debit: AccountCode,
    credit: AccountCode,
    costOf: string[],
    more: Partial<Entry> = {},
  ): Entry => ({
    effect,
    book: 'usaha',
    day,
    memo: MEMO[kind],
    lines: [
      { account: debit, side: 'debit', costOf },
      { account: credit, side: 'credit', costOf },
    ],
    ...more,
  })
  const pair = kind === 'household' && keepsHousehold ? { pairId: id } : {}
  return {
    reservations: [],
    movements: lines.map((line) => ({
      effect: keyOf(line),
      kind: kind === 'count' ? 'count' : 'adjustment',
      variantId: line.variantId,
      day,
      at: line.countedAt ?? recordedAt,
      pieces: line.pieces,
      cost: 'average',
    })),
    entries: [
      entry('left', ACCOUNT_OF[kind], '1301', left, pair),
      entry('came', '1301', ACCOUNT_OF[kind], came),
      ...('pairId' in pair ? [entry('at home', '9599', '9401', left, { ...pair, book: 'rumah' })] : []),
    ],
  }
}
