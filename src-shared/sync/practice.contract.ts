import { oc } from '@orpc/contract'
import { z } from 'zod'
import { channelsRefusals } from '../channels/channels.refusals.ts'
import { BusinessDay } from '../kernel/business-day.ts'
import { pick } from '../kernel/refusal.ts'
import { settingsRefusals } from '../settings/settings.refusals.ts'
import { PracticePace, Practising } from './practice.ts'
import { syncRefusals } from './sync.refusals.ts'
import { ConnectedChannel } from './sync.ts'

const OneChannel = z.object({ channel: ConnectedChannel })
const onlyThere = pick(settingsRefusals, 'NOT_PRACTICE')

/** Marketplaces to practise on, in Toko Latihan alone: their buyers come, pay and are delivered to, and nobody is real. */
export const practiceContract = {
  state: oc.route({ method: 'GET', path: '/practice/market' }).output(Practising).errors(onlyThere),
  /** Opens one and connects a shop to it; what was kept of an earlier time goes on. */
  open: oc
    .route({ method: 'POST', path: '/practice/market/open' })
    .input(OneChannel)
    .output(Practising)
    .errors({
      ...onlyThere,
      ...pick(syncRefusals, 'CHANNEL_NOT_CONNECTABLE', 'CHANNEL_SAID_NO'),
      ...pick(channelsRefusals, 'SHOP_NAME_TAKEN'),
    }),
  /** How many buyers come by themselves. */
  pace: oc
    .route({ method: 'POST', path: '/practice/market/pace' })
    .input(z.object({ pace: PracticePace }))
    .output(Practising)
    .errors(onlyThere),
  /** A buyer comes to every open marketplace now. Answers how many orders were made. */
  buyer: oc
    .route({ method: 'POST', path: '/practice/market/buyer' })
    .output(z.object({ orders: z.number().int() }))
    .errors(onlyThere),
  /**
   * Passes over the rest of a day: couriers come, parcels arrive, money is released, and Toko Latihan's clock goes along. Asked again
   * for a day that is over, nothing more passes.
   */
  nextDay: oc
    .route({ method: 'POST', path: '/practice/market/next-day' })
    .input(z.object({ day: BusinessDay }))
    .output(Practising)
    .errors(onlyThere),
  /** Closes them and disconnects their shops. Orders here stay, and so does what they keep, for the next time. */
  close: oc.route({ method: 'POST', path: '/practice/market/close' }).output(Practising).errors(onlyThere),
}
