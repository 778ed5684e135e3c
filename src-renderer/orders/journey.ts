import { orderStateWords } from '../../src-shared/app/parts.words.ts'
import { formatClock, formatMoment, type Language, type Zone } from '../../src-shared/kernel/business-day.ts'
import { OrderState } from '../../src-shared/orders/order.ts'
import { type Order, TAB_OF, type TimelineEvent } from '../../src-shared/orders/orders.ts'
import { ordersWords } from '../../src-shared/orders/orders.words.ts'
import type { TimelineStep } from '../design/Timeline.tsx'

/** Moments that a state of the same name repeats: the channel's own moment is the one to show. */
const SAID_BY_CHANNEL: ReadonlySet<string> = new Set(['arranged', 'delivered', 'completed', 'cancelled'])

/** The way an order has come, oldest first, and the step that comes next. */
export function journeySteps(order: Order, zone: Zone, language: Language): TimelineStep[] {
  const channelMoments = new Set(order.timeline.filter(isChannelMoment).map(({ what }) => what))
  const events = order.timeline.filter((event) => isChannelMoment(event) || !channelMoments.has(event.what))
  const steps = events.map(
    (event, index): TimelineStep => ({
      id: `${index}-${event.what}`,
      when: formatMoment(event.at, zone, language),
      what: sentence(event, order, language),
      state: index === events.length - 1 ? 'now' : 'done',
    }),
  )
  const next = nextStep(order, zone, language)
  return next ? [...steps, next] : steps
}

/** Facts of the channel carry its name as source; what a file or this laptop recorded carries theirs. */
const CHANNEL_SOURCES: ReadonlySet<string> = new Set(['Shopee', 'TikTok Shop'])
const isChannelMoment = ({ what, source }: TimelineEvent) => CHANNEL_SOURCES.has(source) && SAID_BY_CHANNEL.has(what)

/** What happened, and who did it when it was done here. */
function sentence(event: TimelineEvent, order: Order, language: Language): string {
  const act = actOf(event, order, language)
  return event.source === '' && event.actor ? ordersWords[language].doneBy(act, event.actor) : act
}

function actOf({ what, source, detail }: TimelineEvent, order: Order, language: Language): string {
  const w = ordersWords[language]
  switch (what) {
    case 'placed':
      return w.placed
    case 'paid':
      return order.paymentMethod && order.channel !== 'own' ? w.paidBy(order.paymentMethod) : w.paid
    case 'arranged':
      return w.arrangedAt
    case 'label printed':
      return w.labelPrinted
    case 'packed':
      return w.packed
    case 'handed over':
      return w.handedOver
    case 'held':
      return w.heldHere(detail)
    case 'released':
      return w.releasedHere
    case 'return received':
      return w.returnReceived(detail)
    case 'inspected sellable':
    case 'inspected damaged':
    case 'inspected lost':
      return w[what](detail)
    case 'refunded':
      return w.refunded(detail)
    case 'claimed':
      return w.claimed(detail)
    case 'claim paid':
      return w.claimPaid(detail)
    case 'claim refused':
      return w.claimRefused(detail)
    case 'return step undone':
      return w.returnStepUndone(detail)
    case 'opened again':
      return w.openedAgain
    case 'hand-over undone':
      return w.handoverUndone(detail)
    case 'sent instead':
      return w.sentInstead(detail)
    case 'sent as sold':
      return w.sentAsSold
    case 'set aside':
      return w.setAside
    case 'cancelled':
      return detail ? w.cancelledBecause(detail) : w.cancelledAt
    case 'delivered':
      return w.deliveredAt
    case 'completed':
      return w.completedAt
  }
  const state = OrderState.safeParse(what)
  if (!state.success) return what
  const name = orderStateWords[language][state.data]
  return source ? w.channelSays(name) : w.recordedAs(name)
}

function nextStep(order: Order, zone: Zone, language: Language): TimelineStep | null {
  if (TAB_OF[order.state] !== 'to_ship' || order.shipBy === null) return null
  const w = ordersWords[language]
  return {
    id: 'next',
    when: w.before(formatClock(order.shipBy, zone)),
    what: order.state === 'packed' ? w.nextHandOver : w.nextPack,
    state: 'next',
  }
}
