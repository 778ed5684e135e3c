import { z } from 'zod'
import { businessDay, type Zone } from '../../../../../src-shared/kernel/business-day.ts'
import type { WalletLine } from '../../../../../src-shared/payouts/wallet-file.ts'
import type { SettlementLine, SettlementStatement } from '../../../../../src-shared/settlements/settlement-file.ts'
import type { Payload } from '../connector.ts'
import { amountOf } from './amount.ts'
import { nameOf } from './fee-names.ts'
import { AMOUNTS_ARE_SIGNED, INFORMATION_ONLY, WHAT_IS_REVERSED_WAS_DONE } from './unsure.ts'

/* Source: Partner Center, finance 202309 and 202501 (2026-11). */

const Text = z.string().nullish()
const Breakdown = z.record(z.string(), z.unknown()).nullish()
const Release = z.object({
  statement: z.object({ id: z.string(), statement_time: z.number() }),
  transaction: z.object({
    id: z.string(),
    type: z.string(),
    order_id: Text,
    adjustment_id: Text,
    adjustment_order_id: Text,
    associated_order_id: Text,
    settlement_amount: z.string(),
    revenue_amount: Text,
    fee_tax_amount: Text,
    shipping_cost_amount: Text,
    adjustment_amount: Text,
    revenue_breakdown: Breakdown,
    fee_tax_breakdown: z.object({ fee: Breakdown, tax: Breakdown }).nullish(),
    shipping_cost_breakdown: Breakdown,
  }),
})

const ORDER = 'ORDER'
/** What the parts of a release leave unexplained stands under the heading of its sum. */
const REST = 'Total settlement amount'

export function readSettlements({ body }: Payload, zone: Zone): SettlementStatement[] {
  const { statement, transaction } = Release.parse(JSON.parse(body))
  const released = amountOf(transaction.settlement_amount)
  const revenue = amountOf(transaction.revenue_amount)
  const costs = amountOf(transaction.fee_tax_amount) + amountOf(transaction.shipping_cost_amount)
  const adjusted = amountOf(transaction.adjustment_amount)
  const isSubtracted = revenue + costs + adjusted !== released && revenue - costs - adjusted === released
  const sign = AMOUNTS_ARE_SIGNED && !isSubtracted ? 1 : -1
  const lines: SettlementLine[] = [
    ...partsOf(transaction.revenue_breakdown, 1),
    ...partsOf(transaction.fee_tax_breakdown?.fee, sign),
    ...partsOf(transaction.fee_tax_breakdown?.tax, sign),
    ...partsOf(transaction.shipping_cost_breakdown, sign),
  ]
  const isOrder = transaction.type === ORDER
  if (adjusted !== 0)
    lines.push({ name: isOrder ? 'Adjustment amount' : nameOf(transaction.type), amount: sign * adjusted })
  const rest = released - lines.reduce((sum, { amount }) => sum + amount, 0)
  if (rest !== 0) lines.push({ name: isOrder || lines.length > 0 ? REST : nameOf(transaction.type), amount: rest })
  return [
    {
      kind: isOrder ? 'order' : 'adjustment',
      orderNumber: transaction.order_id || transaction.adjustment_order_id || transaction.associated_order_id || '',
      reference: isOrder ? '' : transaction.adjustment_id || transaction.id,
      releasedOn: businessDay(statement.statement_time * 1000, zone),
      released,
      lines,
      description: isOrder ? '' : nameOf(transaction.type),
    },
  ]
}

/** Every amount of a breakdown; a part that is an object of its own only explains another. */
function partsOf(breakdown: Record<string, unknown> | null | undefined, sign: 1 | -1): SettlementLine[] {
  return Object.entries(breakdown ?? {}).flatMap(([field, value]) => {
    if (INFORMATION_ONLY.has(field) || typeof value !== 'string') return []
    const amount = sign * amountOf(value)
    return amount === 0 ? [] : [{ name: nameOf(field), amount }]
  })
}

const Movement = z.object({
  id: z.string(),
  type: z.string(),
  status: Text,
  amount: z.string(),
  create_time: z.number(),
})

/**
 * As the withdrawal records of the income file call them, and by these words they are understood: what is settled is the sum of a
 * statement whose orders are booked one by one, what is reversed a withdrawal that came back. Source: get withdrawals (202309).
 */
const TYPES: Record<string, string> = {
  WITHDRAW: 'Withdrawal',
  SETTLE: 'Earnings',
  REVERSE: 'Failed withdrawal',
}
/** "Platform subsidies or deductions due to platform policies": which of them, the sign says. */
const TRANSFER = { in: 'Platform subsidy', out: 'Platform deduction' }
const STATUSES: Record<string, WalletLine['status']> = {
  SUCCESS: 'done',
  SUCCEEDED: 'done',
  // one sentence of the reference lets a withdrawal that succeeds end so
  PAID: 'done',
  COMPLETED: 'done',
  FAILED: 'failed',
  REJECTED: 'failed',
  CANCELLED: 'failed',
}

export function readWalletLine({ body }: Payload, zone: Zone): WalletLine {
  const told = Movement.parse(JSON.parse(body))
  const at = told.create_time * 1000
  const amount = amountOf(told.amount)
  const status = STATUSES[(told.status ?? '').toUpperCase()] ?? 'pending'
  return {
    at,
    day: businessDay(at, zone),
    type: told.type === 'TRANSFER' ? TRANSFER[amount < 0 ? 'out' : 'in'] : (TYPES[told.type] ?? told.type),
    description: '',
    orderNumber: '',
    amount: told.type === 'WITHDRAW' ? -Math.abs(amount) : amount,
    balance: null,
    status: told.type === 'REVERSE' && !WHAT_IS_REVERSED_WAS_DONE ? 'failed' : status,
    reference: told.id,
  }
}
