import { ORPCError, os } from '@orpc/server'
import { z } from 'zod'
import { dice } from '../../sample-shop/dice.ts'
import { CALM_FATE, DAY_KINDS, DAYS, dayOf, purchaseOf } from './buyer-robot.ts'
import type { CallLog } from './call-log.ts'
import { FAULT_KINDS, FAULTS } from './faults.ts'
import { type Ground, NotPossible, STEP_KINDS, STEPS, type World } from './world.ts'

const wordsOf = (choices: Record<string, string>) =>
  Object.entries(choices)
    .map(([key, says]) => `- \`${key}\`: ${says}`)
    .join('\n')

const Moment = z.number().int().describe('Milliseconds since 1970, UTC.')
const AFaultKind = z.enum(FAULT_KINDS).describe(wordsOf(FAULTS))
const AFault = z.object({
  kind: AFaultKind,
  share: z.number().min(0).max(1).default(1).describe('How many of the chances it takes: 0.05 is one in twenty.'),
  path: z.string().optional().describe('Only calls whose path has this in it.'),
  times: z.number().int().positive().optional().describe('After so many strikes it is over.'),
  ms: z.number().int().nonnegative().optional().describe('Of what lasts: how long, in milliseconds.'),
  retryAfterSeconds: z.number().int().nonnegative().optional().describe('Of tooMany: what Retry-After says.'),
})
const AClock = z.object({ now: Moment, isRunning: z.boolean(), skewMs: z.number(), due: z.number().int() })
const AnOrder = z.object({
  id: z.string(),
  status: z.string(),
  total: z.number(),
  createdAt: Moment,
  changedAt: Moment,
  lines: z.array(z.object({ sku: z.string(), quantity: z.number().int() })),
})
const AShelf = z.object({
  sku: z.string(),
  name: z.string(),
  price: z.number(),
  stock: z.number().int(),
  reserved: z.number().int().describe('Pieces in orders that are neither shipped nor cancelled.'),
  isOnSale: z.boolean(),
})
const ACall = z.object({
  id: z.number().int(),
  at: Moment,
  method: z.string(),
  path: z.string(),
  query: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  status: z.number().int().describe('0: it was never answered.'),
  answer: z.string(),
  fault: AFaultKind.nullable(),
})
const ASentPush = z.object({
  id: z.number().int(),
  at: Moment,
  url: z.string(),
  body: z.string(),
  status: z.number().int(),
  accepted: z.boolean(),
})
const Limit = z.coerce.number().int().min(1).max(2000).default(50)

/** Everything at once by the same share. What a fault means for a test is its own matter: a shop-day wants every kind. */
const everyFault = (share: number) => FAULT_KINDS.map((kind) => ({ kind, share }))

/** What can be asked of a sandbox that no marketplace offers: its clock, its faults, its buyers. */
export function controlOf(ground: Ground, world: World, log: CallLog, access: () => Record<string, unknown>) {
  const { time, faults, pushes } = ground
  const control = os.use(async ({ next }) => {
    try {
      return await next()
    } catch (problem) {
      if (problem instanceof NotPossible) throw new ORPCError('CONFLICT', { message: problem.message })
      throw problem
    }
  })
  const clock = () => time.state()

  return {
    state: control
      .route({ method: 'GET', path: '/state', summary: 'Where the sandbox stands: access, clock, counts.' })
      .output(
        z.object({
          access: z.record(z.string(), z.unknown()),
          clock: AClock,
          orders: z.record(z.string(), z.number().int()).describe('Number of orders by status.'),
          calls: z.record(z.string(), z.number().int()).describe('Number of calls by path.'),
          struck: z.record(z.string(), z.number().int()).describe('How often each fault struck.'),
        }),
      )
      .handler(() => ({
        access: access(),
        clock: clock(),
        orders: counted(world.orders().map(({ status }) => status)),
        calls: log.counts(),
        struck: faults.struck(),
      })),
    clock: {
      get: control.route({ method: 'GET', path: '/clock', summary: 'The clock.' }).output(AClock).handler(clock),
      set: control
        .route({
          method: 'POST',
          path: '/clock',
          summary: 'Moves the clock. Everything due on the way happens, in order, each thing at its own moment.',
        })
        .input(
          z.object({
            moveSeconds: z.number().nonnegative().optional(),
            moveTo: Moment.optional().describe('Not before now.'),
            isRunning: z.boolean().optional().describe('False: it stands still until it is moved.'),
            skewSeconds: z.number().optional().describe('The marketplace believes it is so much later than it is.'),
          }),
        )
        .output(AClock)
        .handler(({ input }) => {
          if (input.isRunning !== undefined) time.run(input.isRunning)
          if (input.skewSeconds !== undefined) time.skew(input.skewSeconds * 1000)
          if (input.moveTo !== undefined && input.moveTo < time.now())
            throw new NotPossible('Jam hanya bisa maju: yang sudah terjadi tetap terjadi.')
          if (input.moveTo !== undefined) time.move(input.moveTo - time.now())
          if (input.moveSeconds !== undefined) time.move(input.moveSeconds * 1000)
          return clock()
        }),
    },
    faults: {
      list: control
        .route({ method: 'GET', path: '/faults', summary: 'Faults that are on.' })
        .output(z.array(AFault))
        .handler(() => faults.list()),
      set: control
        .route({
          method: 'PUT',
          path: '/faults',
          summary: 'Replaces the faults that are on; none makes everything well.',
        })
        .input(z.object({ faults: z.array(AFault) }))
        .output(z.array(AFault))
        .handler(({ input }) => {
          faults.set(input.faults)
          return faults.list()
        }),
      every: control
        .route({ method: 'PUT', path: '/faults/every', summary: 'Every kind of fault with the same share.' })
        .input(z.object({ share: z.number().min(0).max(1), except: z.array(AFaultKind).default([]) }))
        .output(z.array(AFault))
        .handler(({ input }) => {
          faults.set(everyFault(input.share).filter(({ kind }) => !input.except.includes(kind)))
          return faults.list()
        }),
    },
    buyers: {
      day: control
        .route({
          method: 'POST',
          path: '/buyers/day',
          summary: 'The buyer robot: one day of purchases from one seed, made as the clock reaches them.',
        })
        .input(
          z.object({
            kind: z.enum(DAY_KINDS).describe(wordsOf(DAYS)),
            from: Moment.optional().describe('First moment of the day; now when left out.'),
            seed: z.number().int().nonnegative().optional().describe("The sandbox's own when left out."),
            orders: z.number().int().min(1).max(20_000).optional(),
          }),
        )
        .output(z.object({ purchases: z.number().int(), first: Moment, last: Moment }))
        .handler(({ input }) => {
          const from = input.from ?? time.now()
          const purchases = dayOf({ kind: input.kind, from, seed: input.seed ?? ground.seed, orders: input.orders })
          for (const purchase of purchases) time.at(purchase.at, { kind: 'purchase', id: '', data: purchase })
          return { purchases: purchases.length, first: purchases[0]!.at, last: purchases.at(-1)!.at }
        }),
      buy: control
        .route({
          method: 'POST',
          path: '/buyers/buy',
          summary: 'One purchase at once, of these goods. Nothing follows by itself but the courier.',
        })
        .input(
          z.object({
            lines: z.array(z.object({ sku: z.string(), quantity: z.number().int().min(1).max(999).default(1) })).min(1),
            isPaid: z.boolean().default(true),
            isCod: z.boolean().default(false),
            note: z.string().default(''),
            isFromLive: z.boolean().default(false),
            seed: z.number().int().nonnegative().default(1).describe('Who buys.'),
          }),
        )
        .output(z.object({ orderId: z.string() }))
        .handler(({ input }) => {
          const someone = purchaseOf(dice(input.seed), time.now())
          const orderId = world.buy({
            ...someone,
            lines: input.lines.map(({ sku, quantity }) => ({ sku, quantity, pick: 0 })),
            isCod: input.isCod,
            note: input.note,
            promotion: 1,
            isFromLive: input.isFromLive,
            fate: { ...CALM_FATE, paysAfterMs: null },
          })
          if (!orderId) throw new NotPossible('Habis, atau SKU itu tidak dijual di sini.')
          if (input.isPaid && !input.isCod) world.step(orderId, 'pay')
          return { orderId }
        }),
    },
    orders: {
      list: control
        .route({ method: 'GET', path: '/orders', summary: 'All orders, newest first.' })
        .input(z.object({ status: z.string().optional(), limit: Limit }))
        .output(z.array(AnOrder))
        .handler(({ input }) =>
          world
            .orders()
            .filter(({ status }) => !input.status || status === input.status)
            .slice(-input.limit)
            .reverse(),
        ),
      step: control
        .route({ method: 'POST', path: '/orders/{id}/step', summary: 'Makes something happen to an order now.' })
        .input(z.object({ id: z.string(), step: z.enum(STEP_KINDS).describe(wordsOf(STEPS)) }))
        .output(AnOrder)
        .handler(({ input }) => {
          world.step(input.id, input.step)
          return world.orders().find(({ id }) => id === input.id)!
        }),
    },
    shelf: {
      list: control
        .route({ method: 'GET', path: '/shelf', summary: 'What is on sale, with stock and price.' })
        .output(z.array(AShelf))
        .handler(() => world.shelf()),
      set: control
        .route({
          method: 'PUT',
          path: '/shelf/{sku}',
          summary: 'Changes a listing as its owner would in Seller Centre.',
        })
        .input(
          z.object({
            sku: z.string(),
            stock: z.number().int().nonnegative().optional(),
            price: z.number().int().positive().optional(),
            isOnSale: z.boolean().optional(),
          }),
        )
        .output(AShelf)
        .handler(({ input: { sku, ...change } }) => {
          world.setShelf(sku, change)
          return world.shelf().find((each) => each.sku === sku)!
        }),
    },
    tokens: {
      consent: control
        .route({
          method: 'POST',
          path: '/tokens/consent',
          summary: "The seller's yes without its page: what the redirect would carry.",
        })
        .output(z.record(z.string(), z.string()))
        .handler(() => world.consent()),
      expire: control
        .route({
          method: 'POST',
          path: '/tokens/expire',
          summary: 'Every access token ends now; they can be refreshed.',
        })
        .handler(() => world.expireTokens()),
      revoke: control
        .route({
          method: 'POST',
          path: '/tokens/revoke',
          summary: 'The seller takes the consent back; only a new one helps.',
        })
        .handler(() => world.revoke()),
    },
    pushes: {
      list: control
        .route({ method: 'GET', path: '/pushes', summary: 'Messages sent to the app, newest first.' })
        .input(z.object({ limit: Limit }))
        .output(z.array(ASentPush))
        .handler(({ input }) => pushes.sent(input.limit)),
      to: control
        .route({ method: 'PUT', path: '/pushes/address', summary: 'Where messages go; null stops them.' })
        .input(z.object({ url: z.url().nullable() }))
        .handler(({ input }) => world.setPushUrl(input.url)),
    },
    calls: {
      list: control
        .route({ method: 'GET', path: '/calls', summary: 'Calls as they came and were answered, newest first.' })
        .input(z.object({ limit: Limit, path: z.string().optional() }))
        .output(z.array(ACall))
        .handler(({ input }) => log.list(input.limit, input.path)),
      clear: control.route({ method: 'DELETE', path: '/calls', summary: 'Forgets them.' }).handler(() => log.clear()),
    },
    ...world.control,
  }
}

function counted(keys: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}
