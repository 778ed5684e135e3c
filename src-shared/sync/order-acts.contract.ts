import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Id } from '../kernel/ids.ts'
import { PlainText } from '../kernel/page.ts'
import { pick } from '../kernel/refusal.ts'
import { ordersRefusals } from '../orders/orders.refusals.ts'
import {
  CancelChoices,
  CancelRequest,
  NotArrangeable,
  OrderAct,
  SellerCancelReason,
  ShipmentChoice,
  ShipmentGroup,
} from './order-acts.ts'
import { syncRefusals } from './sync.refusals.ts'

const orderIds = z.array(Id).min(1).max(500)
const ids = z.object({ ids: z.array(Id).min(1).max(500) })
const answers = { ...pick(syncRefusals, 'NOT_CONNECTED'), ...pick(ordersRefusals, 'ORDER_NOT_FOUND') }

/** What the owner asks the channels to do with orders. Each act waits until the channel has done or refused it. */
export const orderActsContract = {
  /** Asks the channels what may be chosen for these orders. Nothing is written. */
  choices: oc
    .route({ method: 'POST', path: '/order-acts/choices' })
    .input(z.object({ orderIds }))
    .output(z.object({ groups: z.array(ShipmentGroup), others: z.array(NotArrangeable) })),
  /**
   * Atur Pengiriman: asks for a courier for each of these orders. Answers how many were asked for; orders that cannot be arranged any
   * more, or are being arranged, are left out. Asked twice it is asked once.
   */
  arrange: oc
    .route({ method: 'POST', path: '/order-acts/arrange' })
    .input(
      z.object({
        shipments: z
          .array(z.object({ orderIds, choice: ShipmentChoice }))
          .min(1)
          .max(50),
      }),
    )
    .output(z.object({ asked: z.number().int(), leftOut: z.number().int() })),
  /** Says yes or no to a buyer who asks to cancel. */
  answerCancel: oc
    .route({ method: 'POST', path: '/order-acts/answer-cancel' })
    .input(z.object({ orderId: Id, answer: z.enum(['accept', 'refuse']) }))
    .output(z.object({ id: Id }))
    .errors({ ...answers, ...pick(syncRefusals, 'NOTHING_TO_ANSWER') }),
  /** How this order may be cancelled at its channel now; null where it cannot be from here. */
  cancelChoices: oc
    .route({ method: 'GET', path: '/order-acts/cancel-choices' })
    .input(z.object({ orderId: Id }))
    .output(CancelChoices.nullable()),
  /** Cancels the whole order at its channel. `lines` says what ran out. */
  cancel: oc
    .route({ method: 'POST', path: '/order-acts/cancel' })
    .input(z.object({ orderId: Id, reason: SellerCancelReason, lines: z.array(z.number().int()).max(100) }))
    .output(z.object({ id: Id }))
    .errors({ ...answers, ...pick(syncRefusals, 'NOT_TO_BE_CANCELLED', 'WHAT_RAN_OUT') }),
  /** Says yes to a return, or disputes it where the channel takes that by call. */
  answerReturn: oc
    .route({ method: 'POST', path: '/order-acts/answer-return' })
    .input(
      z.object({ orderId: Id, number: z.string().max(64), answer: z.enum(['accept', 'dispute']), why: PlainText(500) }),
    )
    .output(z.object({ id: Id }))
    .errors({ ...answers, ...pick(syncRefusals, 'NOTHING_TO_ANSWER', 'ONLY_AT_THE_CHANNEL') }),
  /** Orders of connected shops that no courier was asked for yet, the nearest deadline first; the first 500. */
  toArrange: oc.route({ method: 'GET', path: '/order-acts/to-arrange' }).output(z.object({ orderIds: z.array(Id) })),
  /** The last act of each kind on these orders. */
  ofOrders: oc
    .route({ method: 'POST', path: '/order-acts/of-orders' })
    .input(z.object({ orderIds }))
    .output(z.array(OrderAct)),
  /** What waits, and what was refused in the last seven days, the newest first. */
  open: oc
    .route({ method: 'GET', path: '/order-acts' })
    .output(z.object({ waiting: z.number().int(), refused: z.number().int(), acts: z.array(OrderAct) })),
  /** Refused ones are tried again. */
  again: oc
    .route({ method: 'POST', path: '/order-acts/again' })
    .input(ids)
    .output(z.object({ asked: z.number().int() })),
  /** Those that the channel was not called for yet are forgotten. */
  callOff: oc
    .route({ method: 'POST', path: '/order-acts/call-off' })
    .input(ids)
    .output(z.object({ calledOff: z.number().int() })),
  /** A buyer's wish to cancel this order; null while there is none. */
  cancelRequest: oc
    .route({ method: 'GET', path: '/order-acts/cancel-request' })
    .input(z.object({ orderId: Id }))
    .output(CancelRequest.nullable()),
  /** Which of the returns of an order may be answered from here now, and how. */
  returnAnswers: oc
    .route({ method: 'GET', path: '/order-acts/return-answers' })
    .input(z.object({ orderId: Id }))
    .output(z.array(z.object({ number: z.string(), mayDispute: z.boolean(), sellerCentreAddress: z.string() }))),
}
