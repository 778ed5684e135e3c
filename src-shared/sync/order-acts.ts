import { z } from 'zod'
import { Instant } from '../kernel/business-day.ts'
import { Id } from '../kernel/ids.ts'
import { PlainText } from '../kernel/page.ts'
import { Channel } from '../orders/order.ts'
import { ConnectedChannel, SyncTrouble } from './sync.ts'

/** How a parcel leaves: fetched at an address, brought to a branch, or by a courier of one's own. Ids are the channel's. */
export const ShipmentChoice = z.discriminatedUnion('way', [
  z.object({ way: z.literal('pickup'), addressId: z.string().max(64), slotId: z.string().max(64) }),
  z.object({ way: z.literal('drop-off'), branchId: z.string().max(64) }),
  z.object({ way: z.literal('own courier'), courierId: z.string().max(64), waybill: z.string().trim().min(1).max(60) }),
])
export type ShipmentChoice = z.infer<typeof ShipmentChoice>

/** What the channel offers for some orders now. */
export const ShipmentChoices = z.object({
  pickup: z.array(
    z.object({
      addressId: z.string(),
      address: z.string(),
      isUsual: z.boolean(),
      slots: z.array(z.object({ id: z.string(), from: Instant, to: Instant.nullable() })),
    }),
  ),
  dropOff: z.object({ isAllowed: z.boolean(), branches: z.array(z.object({ id: z.string(), name: z.string() })) }),
  ownCourier: z.object({ isAllowed: z.boolean(), couriers: z.array(z.object({ id: z.string(), name: z.string() })) }),
})
export type ShipmentChoices = z.infer<typeof ShipmentChoices>

/** Orders of one shop and courier: what may be chosen for one of them may be chosen for all. */
export const ShipmentGroup = z.object({
  shopId: Id,
  shopName: z.string(),
  channel: ConnectedChannel,
  courier: z.string(),
  orderIds: z.array(Id),
  /** Null when the channel could not be asked; `trouble` says why. */
  choices: ShipmentChoices.nullable(),
  trouble: SyncTrouble.nullable(),
  /** As it was chosen last for this shop, where that is still offered. */
  usual: ShipmentChoice.nullable(),
})
export type ShipmentGroup = z.infer<typeof ShipmentGroup>

/** Orders that cannot be arranged from here, each with its reason. */
export const NotArrangeable = z.object({
  orderId: Id,
  orderNumber: z.string(),
  channel: Channel,
  why: z.enum(['not connected', 'not to be arranged', 'asked already']),
})
export type NotArrangeable = z.infer<typeof NotArrangeable>

/** Why the seller cancels; which of them a channel takes differs. */
export const SellerCancelReason = z.enum(['out of stock', 'wrong price', 'buyer asked'])
export type SellerCancelReason = z.infer<typeof SellerCancelReason>

/** How an order may be cancelled at its channel now. */
export const CancelChoices = z.object({
  reasons: z.array(SellerCancelReason).min(1),
  /** Goods that ran out are named, and the channel takes them off sale. */
  takesGoodsOffSale: z.boolean(),
})
export type CancelChoices = z.infer<typeof CancelChoices>

/** What somebody asked the channel to do with an order. */
export const AskedAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('arrange'), choice: ShipmentChoice }),
  z.object({ kind: z.literal('answer cancel'), answer: z.enum(['accept', 'refuse']) }),
  z.object({
    kind: z.literal('cancel'),
    reason: SellerCancelReason,
    /** What ran out, by the channel's ids. */
    goods: z.array(z.object({ itemId: z.string(), modelId: z.string() })),
  }),
  z.object({
    kind: z.literal('answer return'),
    number: z.string(),
    answer: z.enum(['accept', 'dispute']),
    why: PlainText(500),
    /** The return as it stood when it was answered: once it stands otherwise, it was answered. */
    status: z.string(),
  }),
])
export type AskedAct = z.infer<typeof AskedAct>

export const ActState = z.enum(['waiting', 'done', 'refused', 'called off'])
export type ActState = z.infer<typeof ActState>

/** An act with how far it is. It stays when the laptop is closed, and goes on when it is opened. */
export const OrderAct = z.object({
  id: Id,
  orderId: Id,
  orderNumber: z.string(),
  shopId: Id,
  shopName: z.string(),
  channel: ConnectedChannel,
  asked: AskedAct,
  state: ActState,
  /** The channel was called at least once, so what came of it is looked up before it is asked again. */
  isSent: z.boolean(),
  /** Why it was refused, or why it still waits; null when nothing stands in its way. */
  trouble: SyncTrouble.nullable(),
  madeAt: Instant,
  endedAt: Instant.nullable(),
  /** What became of the parcel meanwhile. */
  waybill: z.string(),
  hasLabel: z.boolean(),
})
export type OrderAct = z.infer<typeof OrderAct>

/** A buyer's wish to cancel, as far as the channel tells of it. */
export const CancelRequest = z.object({
  reason: z.string(),
  /** When the channel decides by itself; null where it does not say. */
  answerUntil: Instant.nullable(),
  /** False where the shop is not connected: then it is answered in the Seller Centre. */
  mayAnswerHere: z.boolean(),
})
export type CancelRequest = z.infer<typeof CancelRequest>
