import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Buyer, BuyerFound, Forgotten, PrivacyReason, Retention } from '../../../src-shared/privacy/privacy.ts'
import { type Doors, noteDone, type Reader } from '../database/open.ts'
import type { Outside } from '../outside.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { recall, remember } from '../settings/settings.repository.ts'
import {
  type BuyersOrder,
  buyersDue,
  countForgotten,
  findBuyers,
  ordersOfBuyer,
  stillKnown,
  tracesOf,
} from './buyers.repository.ts'
import { forgetBuyers, sweepSearch } from './forget.ts'
import { createForgottenList } from './forgotten-list.ts'
import { sealRest } from './seal-rest.ts'

const DAY_MS = 24 * 3_600_000
/** How long an order, a return and a claim may still need its buyer. */
const KEPT_DAYS = 180
const KEPT = 'buyersKeptDays'
const LAST = 'buyersForgottenAt'
const AT_ONCE = 100
const LOOKED_EVERY_MS = 60 * 60_000
/** Once the windows have what they asked for first. */
const SOON_MS = 10_000

interface PrivacyNeeds extends RoomNeeds, Pick<Doors, 'raw' | 'foldIn'> {
  outside: Pick<Outside, 'scheduler'>
  /** @throws WRONG_SECRET where the owner has a password and this is not it. */
  requireOwner: (password: string | undefined) => Promise<void>
}

/** What the shop knows of its buyers: shown, exported, forgotten one by one and in time. */
export function createPrivacy({ read, write, now, raw, foldIn, outside, requireOwner }: PrivacyNeeds) {
  const list = createForgottenList(raw.name)

  const known = async (reader: Reader, orderId: string): Promise<BuyersOrder[]> => {
    const orders = await ordersOfBuyer(reader, orderId)
    if (!orders.some(({ name, phone, username, address }) => name || phone || username || address))
      throw new DomainError('BUYER_NOT_FOUND')
    return orders
  }
  const shown = async (reader: Reader, orders: readonly BuyersOrder[]): Promise<Buyer> => ({
    names: distinct(orders.map(({ name }) => name)),
    usernames: distinct(orders.map(({ username }) => username)),
    phones: distinct(orders.map(({ phone }) => phone)),
    addresses: distinct(
      // a channel's address often ends with both
      orders.map(({ address, city, province }) =>
        [address, ...[city, province].filter((place) => !address.includes(place))].filter(Boolean).join(', '),
      ),
    ),
    orders: orders.map(({ id, number, shop, day, state, isOpen, note }) => ({
      id,
      number,
      shop,
      day,
      state,
      isOpen,
      note,
    })),
    ...(await tracesOf(reader, orders)),
  })
  const keptDays = async (reader: Reader): Promise<number | null> => {
    const days = await recall<number>(reader, KEPT)
    return days === null ? KEPT_DAYS : days === 0 ? null : days
  }
  const retention = async (reader: Reader): Promise<Retention> => {
    return {
      days: await keptDays(reader),
      forgotten: await countForgotten(reader),
      lastAt: await recall<Instant>(reader, LAST),
    }
  }

  /** Forgets whoever's time has come, some at a time; how many. */
  const forgetDue = async (): Promise<number> => {
    const days = await keptDays(read)
    let forgotten = 0
    while (days !== null) {
      const due = await buyersDue(read, now() - days * DAY_MS, AT_ONCE)
      if (due.length === 0) break
      await write(['orders'], (tx) => forgetBuyers(tx, due, 'kept long enough', now()), 'quiet step')
      list.add(due.map(({ id }) => id))
      forgotten += due.length
    }
    if (forgotten > 0) {
      await write(
        ['orders'],
        async (tx) => {
          await sweepSearch(tx)
          await remember(tx, LAST, now())
        },
        'step',
      )
      foldIn()
    }
    return forgotten
  }

  /** A restore brought back whom the shop had forgotten. */
  const forgetAgain = async (): Promise<void> => {
    const listed = list.all()
    if (listed.length === 0) return
    const again = await stillKnown(read, listed)
    if (again.length === 0) return
    await write(
      [],
      async (tx) => {
        await forgetBuyers(tx, again, 'restored', now())
        await sweepSearch(tx)
      },
      'step',
    )
    foldIn()
  }

  return {
    find: (query: string): Promise<BuyerFound[]> => findBuyers(read, query),

    async show(orderId: string): Promise<Buyer> {
      const buyer = await shown(read, await known(read, orderId))
      await write([], async (tx) => noteDone(tx, { orderId }), 'step')
      return buyer
    },

    async export(orderId: string, why: PrivacyReason, password: string | undefined) {
      await requireOwner(password)
      const orders = await known(read, orderId)
      const buyer = await shown(read, orders)
      await write([], async (tx) => noteDone(tx, { orderId, kind: why }), 'step')
      const contents = { exportedAt: new Date(now()).toISOString(), containsPersonalData: true, ...buyer }
      return { name: `data-pembeli-${orders[0]!.number}.json`, json: JSON.stringify(contents, null, 2) }
    },

    async forget(orderId: string, why: PrivacyReason, password: string | undefined): Promise<Forgotten> {
      await requireOwner(password)
      const answer = await write(
        ['orders', 'fulfilment', 'returns'],
        async (tx) => {
          const orders = await known(tx, orderId)
          const open = orders.filter(({ isOpen }) => isOpen).map(({ number }) => number)
          if (open.length > 0) throw new DomainError('BUYER_HAS_OPEN_ORDERS', { numbers: open })
          const { files, labels, pictures } = await tracesOf(tx, orders)
          await forgetBuyers(tx, orders, why, now())
          await sweepSearch(tx)
          noteDone(tx, { orderId, kind: why, orders: orders.length })
          return { ids: orders.map(({ id }) => id), files, labels, pictures }
        },
        'step',
      )
      list.add(answer.ids)
      foldIn()
      const { ids, ...traces } = answer
      return { orders: ids.length, ...traces, copies: copiesBeside(raw.name) }
    },

    retention: {
      get: () => retention(read),
      set: (days: number | null): Promise<Retention> =>
        write(['settings'], async (tx) => {
          await remember(tx, KEPT, days ?? 0)
          return retention(tx)
        }),
    },

    forgetDue,
    forgetAgain,

    /** Looks by itself, while the shop is open. */
    start() {
      let isStopped = false
      const look = (after: number, work: () => Promise<number>) =>
        outside.scheduler.after(after, () => {
          void work()
            .catch(() => {})
            .finally(() => {
              if (!isStopped) next = look(LOOKED_EVERY_MS, forgetDue)
            })
        })
      let next = look(SOON_MS, () => sealRest({ raw, read, write }))
      return {
        stop() {
          isStopped = true
          next.callOff()
        },
      }
    },
  }
}
export type PrivacyService = ReturnType<typeof createPrivacy>

const distinct = (texts: readonly string[]): string[] => [...new Set(texts.filter(Boolean))]

/** Whole shops that were kept beside this one before a restore, a migration or a new beginning. */
function copiesBeside(file: string): string[] {
  const stem = basename(file, '.sqlite')
  return readdirSync(dirname(file))
    .filter((name) => name.startsWith(`${stem}.`) && name.endsWith('.sqlite') && name !== basename(file))
    .map((name) => join(dirname(file), name))
}
