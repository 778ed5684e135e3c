import type { Instant } from '../../../../src-shared/kernel/business-day.ts'
import type { LabelAnswer } from '../../channels/connectors/connector.ts'
import { ChannelTrouble } from '../../channels/connectors/trouble.ts'
import type { Doors } from '../../database/open.ts'
import {
  noteLabelMissed,
  type OrderWithoutLabel,
  ordersWithoutLabel,
  saveChannelLabel,
} from '../../fulfilment/channel-labels.repository.ts'
import { keepPayloads, packedPage } from '../inbox.repository.ts'
import { ordersWhole } from '../pulling.ts'
import type { Visit } from '../visit.ts'
import {
  answeredCancelRequests,
  cancelRequestsToLearn,
  forgetCancelRequests,
  saveCancelRequest,
} from './acts.repository.ts'

const SECOND = 1_000
/** A channel draws a label for some seconds. After a minute of that it is asked for with the rounds, later seldom. */
const PAUSES = [2, 3, 5, 10, 20, 60, 300].map((seconds) => seconds * SECOND)
const LONGEST = 1_800 * SECOND
/** What the channel refuses is asked for twice a day. */
const AFTER_NO = 12 * 3_600 * SECOND
const AT_ONCE = 60
const TOGETHER = 4

interface FetchingNeeds extends Pick<Doors, 'read' | 'write'> {
  now: () => Instant
  isOver: () => boolean
}

/**
 * Waybills and couriers' labels of all orders whose courier is arranged, whoever arranged it. Level, not edge: whatever is missing is
 * asked for, and a label that is still drawn is asked for again soon. Answers when the next one is due; null while none is missing.
 */
export async function fetchLabels(visit: Visit, { read, write, now, isOver }: FetchingNeeds): Promise<Instant | null> {
  const { shopId } = visit.connection
  const missing = await ordersWithoutLabel(read, shopId, now(), AT_ONCE)
  for (let from = 0; from < missing.length && !isOver(); from += TOGETHER) {
    const some = missing.slice(from, from + TOGETHER)
    const found = await Promise.all(some.map(async (order) => ({ order, came: await labelOf(order, visit) })))
    await write(
      ['channels', 'fulfilment'],
      async (tx) => {
        for (const { order, came } of found)
          if (came.label?.isReady) {
            const mediaType = came.label.type === 'png' ? 'image/png' : 'application/pdf'
            await saveChannelLabel(tx, order.orderId, { mediaType, bytes: came.label.bytes }, now())
          } else {
            const pause = came.isRefused ? AFTER_NO : (PAUSES[order.attempts] ?? LONGEST)
            await noteLabelMissed(tx, order.orderId, { nextAt: now() + pause, trouble: came.trouble })
          }
      },
      'step',
    )
    const named = found.filter(({ came }) => came.isNamed).map(({ order }) => order.number)
    const packed = await packedPage(await ordersWhole(visit, named))
    await write(['channels'], (tx) => keepPayloads(tx, shopId, 'order', packed, now()), 'quiet step')
  }
  const [next] = (await ordersWithoutLabel(read, shopId, Number.MAX_SAFE_INTEGER, AT_ONCE)).toSorted(
    (a, b) => a.nextAt - b.nextAt,
  )
  return next?.nextAt ?? null
}

interface LabelFound {
  label: LabelAnswer | null
  /** The waybill is known now and was not: the order is read again. */
  isNamed: boolean
  isRefused: boolean
  trouble: unknown
}

async function labelOf({ number, waybill }: OrderWithoutLabel, visit: Visit): Promise<LabelFound> {
  const parcel = { orderNumber: number, packageId: '' }
  let isNamed = false
  try {
    if (waybill === '') {
      if ((await visit.ask((shop) => shop.trackingNumber(parcel))) === null)
        return { label: null, isNamed, isRefused: false, trouble: null }
      isNamed = true
    }
    const label = await visit.ask((shop) => shop.label([parcel]))
    // of an order that was split: one after another in one file, as they are printed
    if (label.isReady && label.type === 'zip') {
      const { joinedLabels } = await import('../../fulfilment/labels/joined.ts')
      const bytes = await joinedLabels(label.bytes)
      return { label: { isReady: true, bytes, type: 'pdf' }, isNamed, isRefused: false, trouble: null }
    }
    return { label, isNamed, isRefused: false, trouble: null }
  } catch (problem) {
    if (!(problem instanceof ChannelTrouble)) throw problem
    const { kind, code, message } = problem.trouble
    // what is in the way of one is in the way of all: the round says so
    if (kind !== 'permanent') throw problem
    return { label: null, isNamed, isRefused: true, trouble: { kind, code, message } }
  }
}

/** Until when buyers who ask to cancel wait for an answer. */
export async function learnCancelRequests(
  visit: Visit,
  { read, write, now }: Pick<FetchingNeeds, 'read' | 'write' | 'now'>,
): Promise<void> {
  const answered = await answeredCancelRequests(read, visit.connection.shopId)
  if (answered.length > 0) await write(['channels'], (tx) => forgetCancelRequests(tx, answered), 'quiet step')
  for (const { orderId, number } of await cancelRequestsToLearn(read, visit.connection.shopId, AT_ONCE)) {
    const asked = await visit.ask((shop) => shop.cancelRequest(number))
    if (asked) await write(['channels', 'orders'], (tx) => saveCancelRequest(tx, orderId, asked, now()), 'step')
  }
}
