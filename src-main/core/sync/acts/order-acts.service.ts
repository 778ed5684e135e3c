import { newId } from '../../../../src-shared/kernel/ids.ts'
import { DomainError } from '../../../../src-shared/kernel/refusal.ts'
import type { ChannelState } from '../../../../src-shared/orders/order.ts'
import type {
  AskedAct,
  CancelChoices,
  CancelRequest,
  NotArrangeable,
  SellerCancelReason,
  ShipmentChoice,
  ShipmentChoices,
  ShipmentGroup,
} from '../../../../src-shared/sync/order-acts.ts'
import { ChannelTrouble } from '../../channels/connectors/trouble.ts'
import type { Reader, Tx } from '../../database/open.ts'
import type { OrderDocument } from '../../orders/order-document.ts'
import { ordersByIds } from '../../orders/orders.repository.ts'
import { toldReturnsOf } from '../../orders/told-returns.repository.ts'
import type { RoomNeeds } from '../../room-needs.ts'
import { connections, type StoredConnection } from '../connections.repository.ts'
import type { Engine } from '../engine.ts'
import type { SyncService } from '../sync.service.ts'
import {
  actsOfOrders,
  askAgain,
  callOff,
  cancelRequestOf,
  idsAtChannel,
  lastChoiceOf,
  openActs,
  ordersToArrange,
  ordersWithWaiting,
  saveActs,
} from './acts.repository.ts'

interface OrderActsNeeds extends Pick<RoomNeeds, 'read' | 'write' | 'now'> {
  engine: Pick<Engine, 'visit' | 'acts'>
  connectorOf: SyncService['connectorOf']
}

const WEEK = 7 * 86_400_000
/** Of an order that was split some parcels may have their courier and others not. */
const STILL_TO_ARRANGE: readonly ChannelState[] = ['to_arrange', 'partly_shipped']

/** What the owner asks the channels to do with orders: written first, done by the engine, whenever the channel can be reached. */
export const createOrderActs = ({ read, write, now, engine, connectorOf }: OrderActsNeeds) => {
  /** The connections that stand, by shop. */
  const connected = async (reader: Reader): Promise<Map<string, StoredConnection>> =>
    new Map((await connections(reader)).filter(({ endedAt }) => endedAt === null).map((each) => [each.shopId, each]))

  const sorted = async (reader: Reader, orderIds: readonly string[]) => {
    const stored = await ordersByIds(reader, orderIds)
    const orders = [...new Set(orderIds)].flatMap((id) => stored.get(id)?.document ?? [])
    const shops = await connected(reader)
    const waiting = await ordersWithWaiting(
      reader,
      'arrange',
      orders.map(({ id }) => id),
    )
    const cancelling = await ordersWithWaiting(
      reader,
      'cancel',
      orders.map(({ id }) => id),
    )
    const because = (order: OrderDocument): NotArrangeable['why'] | null => {
      if (!shops.has(order.shopId)) return 'not connected'
      if (!STILL_TO_ARRANGE.includes(order.channelState)) return 'not to be arranged'
      return waiting.has(order.id) || cancelling.has(order.id) ? 'asked already' : null
    }
    return { shops, orders: orders.map((order) => ({ order, why: because(order) })) }
  }

  const begin = (shopIds: Iterable<string>) => {
    // whatever cannot be done now waits for the next round, which says why
    for (const shopId of new Set(shopIds)) void engine.acts(shopId).catch(() => {})
  }

  /** @throws ORDER_NOT_FOUND, NOT_CONNECTED */
  const orderToAnswer = async (reader: Reader, orderId: string): Promise<OrderDocument> => {
    const order = (await ordersByIds(reader, [orderId])).get(orderId)?.document
    if (!order) throw new DomainError('ORDER_NOT_FOUND', { code: orderId })
    if (!(await connected(reader)).has(order.shopId)) throw new DomainError('NOT_CONNECTED', { shopId: order.shopId })
    return order
  }

  /** A cancellation is on its way already, or a courier was asked for and nobody knows yet what came of it. */
  const isBusy = async (reader: Reader, orderId: string): Promise<boolean> => {
    const acts = (await actsOfOrders(reader, [orderId])).filter(({ state }) => state === 'waiting')
    return acts.some(({ asked, isSent }) => asked.kind === 'cancel' || (asked.kind === 'arrange' && isSent))
  }

  /** One act of a kind at a time: the last word counts, as long as nobody heard the one before. */
  const asking = async (tx: Tx, order: OrderDocument, asked: AskedAct): Promise<{ id: string }> => {
    const before = (await ordersWithWaiting(tx, asked.kind, [order.id])).get(order.id)
    if (before !== undefined && (await callOff(tx, [before], now())) === 0) return { id: before }
    const id = newId(now())
    await saveActs(tx, [{ id, shopId: order.shopId, orderId: order.id, asked }], now())
    return { id }
  }

  return {
    async choices(orderIds: readonly string[]) {
      const { shops, orders } = await sorted(read, orderIds)
      const able = orders.flatMap(({ order, why }) => (why === null ? order : []))
      const alike = Map.groupBy(able, ({ shopId, courier, shippingService }) =>
        JSON.stringify([shopId, courier || shippingService]),
      )
      const groups = await Promise.all(
        [...alike.values()].map(async (some): Promise<ShipmentGroup> => {
          const { shopId, courier, shippingService } = some[0]!
          const { shopName, channel } = shops.get(shopId)!
          const { choices, trouble } = await choicesOf(shopId, some)
          const last = await lastChoiceOf(read, shopId)
          const usual = last?.kind === 'arrange' && choices ? stillOffered(last.choice, choices) : null
          return {
            shopId,
            shopName,
            channel,
            courier: courier || shippingService,
            orderIds: some.map(({ id }) => id),
            choices,
            trouble,
            usual,
          }
        }),
      )
      const others = orders.flatMap(({ order: { id, number, channel }, why }) =>
        why === null ? [] : { orderId: id, orderNumber: number, channel, why },
      )
      return { groups, others }
    },

    async arrange(shipments: readonly { orderIds: readonly string[]; choice: ShipmentChoice }[]) {
      const answer = await write(['channels', 'orders'], async (tx) => {
        const { orders } = await sorted(
          tx,
          shipments.flatMap(({ orderIds }) => orderIds),
        )
        const able = new Map(orders.flatMap(({ order, why }) => (why === null ? [[order.id, order] as const] : [])))
        const acts = shipments.flatMap(({ orderIds, choice }) =>
          orderIds.flatMap((orderId) => {
            const order = able.get(orderId)
            able.delete(orderId)
            const asked = { kind: 'arrange' as const, choice }
            return order ? { id: newId(now()), shopId: order.shopId, orderId, asked } : []
          }),
        )
        await saveActs(tx, acts, now())
        return {
          asked: acts.length,
          leftOut: orders.length - acts.length,
          shopIds: [...new Set(acts.map(({ shopId }) => shopId))],
        }
      })
      const { shopIds, ...counts } = answer
      begin(shopIds)
      return counts
    },

    async toArrange() {
      const shops = await connected(read)
      return { orderIds: await ordersToArrange(read, [...shops.keys()], MOST_AT_ONCE) }
    },

    async answerCancel(orderId: string, answer: 'accept' | 'refuse') {
      const { shopId, id } = await write(['channels', 'orders'], async (tx) => {
        const order = await orderToAnswer(tx, orderId)
        if (order.channelState !== 'cancel_requested')
          throw new DomainError('NOTHING_TO_ANSWER', { orderNumber: order.number })
        return { shopId: order.shopId, ...(await asking(tx, order, { kind: 'answer cancel', answer })) }
      })
      begin([shopId])
      return { id }
    },

    async cancelChoices(orderId: string): Promise<CancelChoices | null> {
      const order = (await ordersByIds(read, [orderId])).get(orderId)?.document
      const connection = order && (await connected(read)).get(order.shopId)
      if (!connection || (await isBusy(read, orderId))) return null
      const { facts } = await connectorOf(connection.channel)
      const reasons = facts.sellerCancels[order.channelState] ?? []
      return reasons.length === 0 ? null : { reasons: [...reasons], takesGoodsOffSale: facts.takesGoodsOffSale }
    },

    async cancel(orderId: string, reason: SellerCancelReason, lines: readonly number[]) {
      const { shopId: ofShop } = await orderToAnswer(read, orderId)
      const { facts } = await connectorOf((await connected(read)).get(ofShop)!.channel)
      const { shopId, id } = await write(['channels', 'orders'], async (tx) => {
        const order = await orderToAnswer(tx, orderId)
        const mayBe = facts.sellerCancels[order.channelState]?.includes(reason)
        // a courier who was not asked for yet is called off; one who was may be on his way
        const arranging = (await ordersWithWaiting(tx, 'arrange', [orderId])).get(orderId)
        const isArranged = arranging !== undefined && (await callOff(tx, [arranging], now())) === 0
        if (!mayBe || isArranged || (await isBusy(tx, orderId)))
          throw new DomainError('NOT_TO_BE_CANCELLED', { orderNumber: order.number })
        const ranOut = reason === 'out of stock' ? order.lines.filter(({ line }) => lines.includes(line)) : []
        const goods = await idsAtChannel(
          tx,
          ranOut.flatMap(({ listingId }) => listingId ?? []),
        )
        if (reason === 'out of stock' && facts.takesGoodsOffSale && goods.length === 0)
          throw new DomainError('WHAT_RAN_OUT', { orderNumber: order.number })
        return { shopId: order.shopId, ...(await asking(tx, order, { kind: 'cancel', reason, goods })) }
      })
      begin([shopId])
      return { id }
    },

    async answerReturn(orderId: string, number: string, answer: 'accept' | 'dispute', why: string) {
      const { shopId: ofShop } = await orderToAnswer(read, orderId)
      const { channel, facts } = await connectorOf((await connected(read)).get(ofShop)!.channel)
      const { shopId, id } = await write(['channels', 'returns'], async (tx) => {
        const order = await orderToAnswer(tx, orderId)
        const told = (await toldReturnsOf(tx, [order])).find((each) => each.number === number)
        if (!told || !facts.returnsAwaitAnswerIn.includes(told.status))
          throw new DomainError('NOTHING_TO_ANSWER', { orderNumber: order.number })
        if (answer === 'dispute' && !facts.takesDisputes) throw new DomainError('ONLY_AT_THE_CHANNEL', { channel })
        const asked: AskedAct = { kind: 'answer return', number, answer, why, status: told.status }
        return { shopId: order.shopId, ...(await asking(tx, order, asked)) }
      })
      begin([shopId])
      return { id }
    },

    ofOrders: (orderIds: readonly string[]) => actsOfOrders(read, orderIds),
    open: () => openActs(read, now() - WEEK),

    async again(ids: readonly string[]) {
      const asked = await write(['channels'], (tx) => askAgain(tx, ids, now()))
      begin(asked.map(({ shopId }) => shopId))
      return { asked: asked.length }
    },

    callOff: (ids: readonly string[]) =>
      write(['channels'], async (tx) => ({ calledOff: await callOff(tx, ids, now()) })),

    async cancelRequest(orderId: string): Promise<CancelRequest | null> {
      const order = (await ordersByIds(read, [orderId])).get(orderId)?.document
      if (order?.channelState !== 'cancel_requested') return null
      const known = await cancelRequestOf(read, orderId)
      return {
        reason: known?.reason || order.cancelReason,
        answerUntil: known?.answerUntil ?? null,
        mayAnswerHere: (await connected(read)).has(order.shopId),
      }
    },

    async returnAnswers(orderId: string) {
      const order = (await ordersByIds(read, [orderId])).get(orderId)?.document
      const connection = order && (await connected(read)).get(order.shopId)
      if (!connection) return []
      const { facts } = await connectorOf(connection.channel)
      const waiting = await ordersWithWaiting(read, 'answer return', [orderId])
      if (waiting.has(orderId)) return []
      return (await toldReturnsOf(read, [order]))
        .filter(({ status }) => facts.returnsAwaitAnswerIn.includes(status))
        .map(({ number }) => ({
          number,
          mayDispute: facts.takesDisputes,
          sellerCentreAddress: facts.sellerCentreAddress,
        }))
    },
  }

  async function choicesOf(
    shopId: string,
    orders: readonly OrderDocument[],
  ): Promise<Pick<ShipmentGroup, 'choices' | 'trouble'>> {
    const visit = await engine.visit(shopId)
    const resting = { kind: 'consent', code: 'NOT_REACHABLE', message: '' } as const
    if (!visit) return { choices: null, trouble: resting }
    let trouble: ShipmentGroup['trouble'] = null
    // one that was arranged elsewhere meanwhile says nothing of the others
    for (const { number } of orders.slice(0, TRIED))
      try {
        const parcel = { orderNumber: number, packageId: '' }
        return { choices: await visit.ask((shop) => shop.shipmentChoices(parcel)), trouble: null }
      } catch (problem) {
        if (!(problem instanceof ChannelTrouble)) throw problem
        const { kind, code, message } = problem.trouble
        trouble = { kind, code, message }
        if (kind !== 'permanent') break
      }
    return { choices: null, trouble }
  }
}
export type OrderActs = ReturnType<typeof createOrderActs>

const TRIED = 3
const MOST_AT_ONCE = 500

/** The way of the last time, with today's slot; null where the channel does not offer it any more. */
function stillOffered(last: ShipmentChoice, { pickup, dropOff }: ShipmentChoices): ShipmentChoice | null {
  if (last.way === 'drop-off') {
    const isThere = last.branchId === '' || dropOff.branches.some(({ id }) => id === last.branchId)
    return dropOff.isAllowed && isThere ? last : null
  }
  if (last.way === 'own courier') return null
  const address = pickup.find(({ addressId }) => addressId === last.addressId)
  if (!address) return null
  const slot = address.slots.find(({ id }) => id === last.slotId) ?? address.slots[0]
  return { way: 'pickup', addressId: address.addressId, slotId: slot?.id ?? '' }
}
