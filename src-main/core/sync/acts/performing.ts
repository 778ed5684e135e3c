import type { Instant } from '../../../../src-shared/kernel/business-day.ts'
import type { ChannelState, OrderSnapshot } from '../../../../src-shared/orders/order.ts'
import type { AskedAct } from '../../../../src-shared/sync/order-acts.ts'
import type { Payload } from '../../channels/connectors/connector.ts'
import { ChannelTrouble, type Trouble } from '../../channels/connectors/trouble.ts'
import type { Doors } from '../../database/open.ts'
import { type InboxAbout, keepPayloads, packedPage } from '../inbox.repository.ts'
import { inPieces, ordersWhole } from '../pulling.ts'
import { pauseAfter } from '../retrying.ts'
import type { Visit } from '../visit.ts'
import { endAct, noteCalls, putOff, type WaitingAct, waitingActs } from './acts.repository.ts'

/** So many calls are under way at once; the channel's own limit is kept by the visit. */
const TOGETHER = 4
const AT_ONCE = 100

export interface PerformingNeeds extends Pick<Doors, 'read' | 'write'> {
  now: () => Instant
  /** From 0 up to 1, for pauses. */
  random: () => number
  understand: (visit: Visit) => Promise<unknown>
  isOver: () => boolean
}

/**
 * Does what somebody asked of the channel, act by act. An act that the channel may already have done (its answer was lost, the laptop was
 * killed) is looked up before it is done again. What the channel refuses ends with its reason; what is in the way otherwise
 * waits, and with it all acts of the shop. Afterwards the orders are read again, so that what came of it stands here.
 */
export async function performActs(visit: Visit, needs: PerformingNeeds): Promise<void> {
  const { read, write, now, random, understand, isOver } = needs
  const { shopId } = visit.connection
  while (!isOver()) {
    const waiting = await waitingActs(read, shopId, now(), AT_ONCE)
    if (waiting.length === 0) return
    const over: WaitingAct[] = []
    let inTheWay: Trouble | null = null
    for (const some of inPieces(waiting, TOGETHER)) {
      if (isOver()) return
      await write(['channels'], (tx) => noteCalls(tx, idsOf(some)), 'quiet step')
      const outcomes = await Promise.all(some.map(async (act) => ({ act, came: await outcomeOf(act, visit) })))
      await write(
        ['channels', 'orders'],
        async (tx) => {
          for (const { act, came } of outcomes)
            if (came.is !== 'later') await endAct(tx, act.id, came.is, came.trouble, now())
            else
              await putOff(
                tx,
                [act.id],
                came.trouble,
                now() + pauseAfter(act.attempts + 1, pauseOf(came.trouble), random()),
              )
        },
        'step',
      )
      for (const { act, came } of outcomes)
        if (came.is === 'later') inTheWay ??= came.trouble
        // what is refused often stands otherwise there than it does here
        else over.push(act)
      if (inTheWay) break
    }
    await readAgain(over, visit, needs)
    await understand(visit)
    if (!inTheWay) continue
    // whatever is in the way of one is in the way of the others
    const nextAt = now() + pauseAfter(1, pauseOf(inTheWay), random())
    const left = idsOf(await waitingActs(read, shopId, now(), AT_ONCE))
    if (left.length > 0) await write(['channels'], (tx) => putOff(tx, left, inTheWay!, nextAt), 'step')
    return
  }
}

const idsOf = (acts: readonly WaitingAct[]) => acts.map(({ id }) => id)
const pauseOf = (trouble: Trouble) => ('retryAfterMs' in trouble ? trouble.retryAfterMs : null)

type Outcome = { is: 'done'; trouble: null } | { is: 'refused'; trouble: Trouble } | { is: 'later'; trouble: Trouble }
const DONE: Outcome = { is: 'done', trouble: null }

async function outcomeOf(act: WaitingAct, visit: Visit): Promise<Outcome> {
  try {
    if (act.attempts > 0 && (await standing(act, visit)) === 'as asked') return DONE
    await perform(act, visit)
    return DONE
  } catch (problem) {
    if (!(problem instanceof ChannelTrouble)) throw problem
    const { trouble } = problem
    if (trouble.kind !== 'permanent') return { is: 'later', trouble }
    if (trouble.code === 'ALREADY_ARRANGED') return DONE
    // a second answer is refused, too: how it stands tells whether ours was the first
    return standing(act, visit).then(
      (stands): Outcome => (stands === 'as asked' ? DONE : { is: 'refused', trouble }),
      () => ({ is: 'refused', trouble }),
    )
  }
}

const WHOLE = { packageId: '' }

async function perform({ asked, orderNumber }: WaitingAct, visit: Visit): Promise<void> {
  switch (asked.kind) {
    case 'arrange':
      return visit.ask((shop) => shop.arrangeShipment({ orderNumber, ...WHOLE }, asked.choice))
    case 'cancel':
      return visit.ask((shop) => shop.cancelOrder(orderNumber, asked.reason, asked.goods))
    case 'answer cancel':
      return visit.ask((shop) => shop.answerCancelRequest(orderNumber, asked.answer))
    case 'answer return': {
      const answer = asked.answer === 'accept' ? { is: 'accept' as const } : { is: 'dispute' as const, why: asked.why }
      return visit.ask((shop) => shop.answerReturn(asked.number, answer))
    }
  }
}

/** Of an order that is partly shipped a parcel may still wait for its courier: it is asked for again, and the others are passed over. */
const HAS_A_COURIER: readonly ChannelState[] = ['arranged', 'in_transit', 'delivered', 'completed']

/** Its buyer may ask to cancel once the courier was asked for: the number tells that he was. */
const isNumbered = ({ state, trackingNumber, lines }: OrderSnapshot) =>
  state === 'cancel_requested' && trackingNumber !== '' && lines.every(({ waybill }) => waybill !== '')

/** Whether the channel already stands as it was asked to. */
async function standing({ asked, orderNumber }: WaitingAct, visit: Visit): Promise<'as asked' | 'otherwise'> {
  return (await isAsAsked(asked, orderNumber, visit)) ? 'as asked' : 'otherwise'
}

async function isAsAsked(asked: AskedAct, orderNumber: string, visit: Visit): Promise<boolean> {
  const { reads } = visit.connector
  if (asked.kind === 'answer return') {
    const told = await visit.ask((shop) => shop.returnNow(asked.number))
    return told !== null && reads.return(told).status !== asked.status
  }
  const [payload] = await visit.ask((shop) => shop.orders([orderNumber]))
  if (!payload) return false
  const order = reads.order(payload)
  const { state } = order
  if (asked.kind === 'arrange') return HAS_A_COURIER.includes(state) || isNumbered(order)
  if (asked.kind === 'cancel') return state === 'cancelled'
  return asked.answer === 'accept' ? state === 'cancelled' : state !== 'cancel_requested' && state !== 'cancelled'
}

/** Orders, and returns of them that were answered, as they stand now. A bad line is no harm here: the next round of lists tells the same. */
async function readAgain(
  over: readonly WaitingAct[],
  visit: Visit,
  { write, now }: Pick<PerformingNeeds, 'write' | 'now'>,
): Promise<void> {
  const { shopId } = visit.connection
  const keep = async (about: InboxAbout, ask: () => Promise<Payload[]>) => {
    const packed = await packedPage(await ask().catch(noneAfterTrouble))
    await write(['channels'], (tx) => keepPayloads(tx, shopId, about, packed, now()), 'quiet step')
  }
  const numbers = [...new Set(over.map(({ orderNumber }) => orderNumber))]
  for (const some of inPieces(numbers, visit.connector.facts.ordersAtOnce))
    await keep('order', () => ordersWhole(visit, some))
  for (const { asked } of over)
    if (asked.kind === 'answer return')
      await keep('return', async () => {
        const told = await visit.ask((shop) => shop.returnNow(asked.number))
        return told ? [told] : []
      })
}

function noneAfterTrouble(problem: unknown): Payload[] {
  if (problem instanceof ChannelTrouble) return []
  throw problem
}
