import { oc } from '@orpc/contract'
import { z } from 'zod'
import { cashRefusals } from '../cash/cash.refusals.ts'
import { Month } from '../kernel/business-day.ts'
import { pick } from '../kernel/refusal.ts'
import { Rupiah, RupiahTotal } from '../kernel/rupiah.ts'
import { AccountCode } from '../ledger/ledger.ts'

export const Envelope = z.object({ account: AccountCode, name: z.string(), budget: Rupiah, spent: RupiahTotal })
export type Envelope = z.infer<typeof Envelope>

/** Boleh ambil berapa? The smaller of two limits, rounded down to Rp50.000, never below zero. */
export const SafeDraw = z.object({
  answer: RupiahTotal,
  binding: z.enum(['profit', 'cash']),
  fromProfit: z.object({
    averageProfit: RupiahTotal,
    months: z.number().int(),
    loanInstalment: RupiahTotal,
    takenThisMonth: RupiahTotal,
    left: RupiahTotal,
  }),
  fromCash: z.object({
    cash: RupiahTotal,
    overdrawn: RupiahTotal,
    debtsDue: RupiahTotal,
    restock: RupiahTotal,
    left: RupiahTotal,
  }),
  /** Channel money not yet released: not counted, because it is not here. */
  heldByChannels: RupiahTotal,
})
export type SafeDraw = z.infer<typeof SafeDraw>

export const HouseholdMonth = z.object({
  month: Month,
  envelopes: z.array(Envelope),
  budgeted: RupiahTotal,
  spent: RupiahTotal,
  /** Household cash and bank now. */
  money: RupiahTotal,
  safeDraw: SafeDraw,
  prive: RupiahTotal,
  profit: RupiahTotal,
  /** The household owes the shop, and the shop owes the household. */
  owesShop: RupiahTotal,
  shopOwes: RupiahTotal,
  /** Both sides of the wall agree; false is a defect the verifier names. */
  wallHolds: z.boolean(),
})
export type HouseholdMonth = z.infer<typeof HouseholdMonth>

export const householdContract = {
  month: oc
    .route({ method: 'GET', path: '/household' })
    .input(z.object({ month: Month }))
    .output(HouseholdMonth),
  setBudget: oc
    .route({ method: 'PUT', path: '/household/budget' })
    .input(z.object({ month: Month, account: AccountCode, amount: Rupiah.min(0) }))
    .output(Envelope)
    .errors(pick(cashRefusals, 'WRONG_ACCOUNT')),
  /** Last month's budget for every envelope that has none yet. */
  copyBudget: oc
    .route({ method: 'POST', path: '/household/budget/copy' })
    .input(z.object({ month: Month }))
    .output(z.object({ copied: z.number().int() })),
}
