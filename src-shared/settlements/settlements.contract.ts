import { oc } from '@orpc/contract'
import { z } from 'zod'
import { actRefusals } from '../kernel/act.refusals.ts'
import { BusinessDay, Instant } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { PageInput, PlainText, page } from '../kernel/page.ts'
import { pick } from '../kernel/refusal.ts'
import { RupiahTotal } from '../kernel/rupiah.ts'
import { AccountCode } from '../ledger/ledger.ts'
import { Channel } from '../orders/order.ts'
import { FeeChoice } from './fee-choice.ts'
import { feeRatesContract } from './fee-rates.contract.ts'
import { Meaning } from './meaning.ts'
import { SettlementKind } from './settlement-file.ts'
import { settlementsRefusals } from './settlements.refusals.ts'

const Marketplace = Channel.exclude(['own'])

/** A name that a channel gives to amounts, with what came under it so far. */
export const NameOfFee = z.object({
  channel: Marketplace,
  /** As the newest file writes it. */
  name: z.string(),
  times: z.number().int(),
  /** Signed as the seller sees it. */
  amount: RupiahTotal,
  from: BusinessDay,
  to: BusinessDay,
  meaning: Meaning,
  account: AccountCode,
  accountName: z.string(),
})
export type NameOfFee = z.infer<typeof NameOfFee>

/** What the owner said of a name. */
export const OwnFeeRule = z.object({
  id: Id,
  channel: Marketplace,
  name: z.string(),
  from: BusinessDay,
  meaning: Meaning,
  account: AccountCode,
  accountName: z.string(),
  at: Instant,
  actor: z.string(),
})
export type OwnFeeRule = z.infer<typeof OwnFeeRule>

/** A release whose order is not here. */
export const WaitingSettlement = z.object({
  id: Id,
  shopName: z.string(),
  channel: Marketplace,
  orderNumber: z.string(),
  kind: SettlementKind,
  releasedOn: BusinessDay,
  released: RupiahTotal,
  description: z.string(),
})
export type WaitingSettlement = z.infer<typeof WaitingSettlement>

export const FeeRuleDraft = z.object({
  id: Id,
  channel: Marketplace,
  name: PlainText(200).pipe(z.string().min(1)),
  choice: FeeChoice,
  from: BusinessDay,
})
export type FeeRuleDraft = z.infer<typeof FeeRuleDraft>

/** What a rule changes in what was booked so far. */
export const RuleEffect = z.object({
  settlements: z.number().int(),
  /** Σ of the name in them. */
  amount: RupiahTotal,
  entries: z.number().int(),
  /** What the profit of the shop becomes more by it. */
  profit: RupiahTotal,
})
export type RuleEffect = z.infer<typeof RuleEffect>

/** What keeping a rule, or taking it back, did. `wasStopped`: Batal on its way, the rules and books are as before. */
export const RuleKept = RuleEffect.extend({ wasStopped: z.boolean() })
export type RuleKept = z.infer<typeof RuleKept>

export const settlementsContract = {
  /** What is to be done: names that nobody mapped, and releases that wait for their order. */
  toDo: oc.route({ method: 'GET', path: '/settlements/to-do' }).output(
    z.object({
      unmapped: z.array(NameOfFee),
      waiting: z.object({ settlements: z.number().int(), released: RupiahTotal }),
    }),
  ),
  /** Every name so far, by channel. */
  names: oc.route({ method: 'GET', path: '/settlements/names' }).output(z.array(NameOfFee)),
  waiting: oc.route({ method: 'GET', path: '/settlements/waiting' }).input(PageInput).output(page(WaitingSettlement)),
  rules: {
    list: oc.route({ method: 'GET', path: '/settlements/rules' }).output(z.array(OwnFeeRule)),
    /** What the rule would change, without keeping it; its id may be one that stands already. */
    preview: oc.route({ method: 'POST', path: '/settlements/rules/preview' }).input(FeeRuleDraft).output(RuleEffect),
    /** From that day on amounts of this name go there, those that came already too; where these are many, `work` says how far it is. */
    save: oc
      .route({ method: 'PUT', path: '/settlements/rules/{id}' })
      .input(FeeRuleDraft)
      .output(RuleKept)
      .errors(pick(actRefusals, 'ACT_ID_USED')),
    /** Takes the rule back: what the program knows of the name counts again. */
    undo: oc
      .route({ method: 'POST', path: '/settlements/rules/{id}/undo' })
      .input(z.object({ id: Id }))
      .output(RuleKept)
      .errors(pick(settlementsRefusals, 'FEE_RULE_NOT_FOUND')),
  },
  rates: feeRatesContract,
}
