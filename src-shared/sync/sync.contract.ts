import { oc } from '@orpc/contract'
import { z } from 'zod'
import { channelsRefusals } from '../channels/channels.refusals.ts'
import { Id } from '../kernel/ids.ts'
import { PlainText } from '../kernel/page.ts'
import { pick } from '../kernel/refusal.ts'
import { practiceContract } from './practice.contract.ts'
import { stockOutContract } from './stock-out.contract.ts'
import { syncRefusals } from './sync.refusals.ts'
import { ConnectableChannel, ConnectedChannel, ShopConnection, UnreadableMessage } from './sync.ts'

const Key = z.string().trim().min(1).max(200)

/** The owner's own app at the channel, and the shop to connect. */
export const ShopToConnect = z.object({
  channel: ConnectedChannel,
  /** The shop; one that does not exist yet is made with this name. */
  shopId: Id,
  newName: PlainText(80).pipe(z.string().min(1)).nullable(),
  appId: Key,
  /** Sealed before it is stored, and never told again. */
  secret: Key,
  serviceId: z.string().trim().max(200).default(''),
  /** A sandbox that speaks the channel's language; null for the channel itself. */
  sandbox: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null)
    .meta({ examples: ['http://127.0.0.1:8123'] }),
})
export type ShopToConnect = z.infer<typeof ShopToConnect>

const OneShop = z.object({ shopId: Id })

/** Shops that talk to their channels by themselves. */
export const syncContract = {
  /** Channels that can be connected. */
  channels: oc.route({ method: 'GET', path: '/sync/channels' }).output(z.array(ConnectableChannel)),
  /** Every shop that is connected or was, with its health. */
  connections: oc.route({ method: 'GET', path: '/sync/connections' }).output(z.array(ShopConnection)),
  connect: {
    /** Makes the consent page's address, to be opened in the browser. Nothing is written; it waits for 30 minutes. */
    begin: oc
      .route({ method: 'POST', path: '/sync/connections/begin' })
      .input(ShopToConnect)
      .output(z.object({ attemptId: Id, consentAddress: z.string() }))
      .errors({
        ...pick(syncRefusals, 'CHANNEL_NOT_CONNECTABLE'),
        ...pick(channelsRefusals, 'SHOP_NOT_FOUND', 'SHOP_NAME_TAKEN'),
      }),
    /** The browser came back by itself with an answer. */
    isAnswered: oc
      .route({ method: 'GET', path: '/sync/connections/answered' })
      .input(z.object({ attemptId: Id }))
      .output(z.object({ isAnswered: z.boolean() })),
    /**
     * Ends it with the address at which the browser came out, or with the bare code; without, with what came back by itself. Where
     * the consent covers several shops it answers them, and is asked again with the one that is meant.
     */
    finish: oc
      .route({ method: 'POST', path: '/sync/connections/finish' })
      .input(
        z.object({ attemptId: Id, address: z.string().trim().max(4000).nullable(), account: z.string().nullable() }),
      )
      .output(
        z.discriminatedUnion('is', [
          z.object({ is: z.literal('connected'), shopId: Id }),
          z.object({
            is: z.literal('several shops'),
            shops: z.array(z.object({ account: z.string(), name: z.string() })),
          }),
        ]),
      )
      .errors({
        ...pick(
          syncRefusals,
          'CONSENT_NOT_BEGUN',
          'CONSENT_NOT_ANSWERED',
          'CONSENT_OF_ANOTHER',
          'CHANNEL_SAID_NO',
          'ACCOUNT_OF_ANOTHER_SHOP',
          'SHOP_OF_ANOTHER_ACCOUNT',
        ),
        ...pick(channelsRefusals, 'SHOP_NAME_TAKEN'),
      }),
  },
  /** Key and tokens are forgotten; the shop with all its orders stays. */
  disconnect: oc
    .route({ method: 'POST', path: '/sync/connections/disconnect' })
    .input(OneShop)
    .output(OneShop)
    .errors(pick(syncRefusals, 'NOT_CONNECTED')),
  /** Nothing is asked of the channel until it goes on; what is missed meanwhile comes in then. */
  pause: oc
    .route({ method: 'POST', path: '/sync/pause' })
    .input(OneShop.extend({ isPaused: z.boolean() }))
    .output(OneShop)
    .errors(pick(syncRefusals, 'NOT_CONNECTED')),
  /** Asks the channels for everything now; of one shop or of all. Answers whose rounds began. */
  now: oc
    .route({ method: 'POST', path: '/sync/now' })
    .input(z.object({ shopId: Id.nullable(), alsoCompare: z.boolean().default(false) }))
    .output(z.object({ shopIds: z.array(Id) }))
    .errors(pick(syncRefusals, 'NOT_CONNECTED')),
  /** What a channel said and could not be understood, the first 200. */
  unreadable: oc.route({ method: 'GET', path: '/sync/unreadable' }).input(OneShop).output(z.array(UnreadableMessage)),
  /** Tries to understand it again, after an update of Lumbung. */
  readAgain: oc
    .route({ method: 'POST', path: '/sync/read-again' })
    .input(OneShop)
    .output(OneShop)
    .errors(pick(syncRefusals, 'NOT_CONNECTED')),
  /** Stock that goes out to the channels. */
  stock: stockOutContract,
  practice: practiceContract,
}
