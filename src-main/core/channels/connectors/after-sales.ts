import type { Instant } from '../../../../src-shared/kernel/business-day.ts'
import type { Payload } from './connector.ts'

/** A buyer's wish to cancel that waits for the seller. */
export interface CancelRequest {
  /** The channel's own words; blank where it gives none. */
  reason: string
  /** When the channel decides by itself; null where it does not tell. */
  answerUntil: Instant | null
}

/** What the seller says to a return: yes, or no with his reason in his own words. */
export type ReturnAnswer = { is: 'accept' } | { is: 'dispute'; why: string }

/** Wishes of buyers after they ordered. Calls ask the channel; all may throw `ChannelTrouble`. */
export interface AfterSalesAtChannel {
  /** Null when nobody asks to cancel this order now. */
  cancelRequest(orderNumber: string): Promise<CancelRequest | null>
  /** As it stands now; null when the channel does not know it. */
  returnNow(number: string): Promise<Payload | null>
  /** What the channel does not take by call is a `permanent` trouble of code ONLY_BY_HAND. */
  answerReturn(number: string, answer: ReturnAnswer): Promise<void>
}

/** What of them the channel takes by call. */
export interface AfterSalesFacts {
  /** Statuses of a return, in the channel's words, in which the seller's answer is awaited. */
  returnsAwaitAnswerIn: readonly string[]
  /** Whether a return can be disputed by call; else the owner does it in the Seller Centre. */
  takesDisputes: boolean
}
