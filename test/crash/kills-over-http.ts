import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import Sqlite from 'better-sqlite3'
import { expect } from 'vitest'
import { type Dice, dice } from '../../src-main/sample-shop/dice.ts'
import { actHeader, createSureLink, type Named } from '../../src-renderer/base/sure-link.ts'
import { createUnanswered } from '../../src-renderer/base/unanswered.ts'
import type { contract } from '../../src-shared/contract.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore, SUNDAY } from '../builders/a-core.ts'
import { aPackingDesk } from '../builders/a-packing-desk.ts'
import { anOrder } from '../builders/an-order.ts'
import { cookieFrom } from '../hosts/a-web-host.ts'
import { aMortalHost } from './a-mortal-host.ts'

type Client = ContractRouterClient<typeof contract>

const CLIENTS = 3
const TODAY = '2026-11-22'

/** What one client asked for, and how much of it was answered. */
interface Work {
  parcelId: string
  scans: { asked: number; answered: number }
  found: { asked: number; answered: number }
  /** Ids of own sales and of spendings. */
  records: { asked: string[]; answered: string[] }
}

/** A person at work until it is over: each act is asked for until it is answered, whatever happens to the host. */
async function works(client: Client, work: Work, variantId: string, die: Dice, isOver: () => boolean): Promise<void> {
  const counted = async (what: { asked: number; answered: number }, act: () => Promise<unknown>) => {
    what.asked++
    await act()
    what.answered++
  }
  const recorded = async (act: (id: string) => Promise<unknown>) => {
    const id = newId()
    work.records.asked.push(id)
    await act(id)
    work.records.answered.push(id)
  }
  const acts = {
    scan: () => counted(work.scans, () => client.fulfilment.scan({ code: 'KMJ-LUK-L', parcelId: work.parcelId })),
    find: () =>
      counted(work.found, () =>
        client.inventory.adjust({
          id: newId(),
          kind: 'found',
          day: TODAY,
          note: work.parcelId,
          lines: [{ variantId, pieces: 1 }],
        }),
      ),
    sell: () =>
      recorded((id) =>
        client.orders.recordOwnSale({
          id,
          lines: [{ variantId, pieces: 1, price: 175_000 }],
          payment: 'cash',
          buyerName: '',
          soldAt: SUNDAY,
          shipTo: null,
          note: '',
        }),
      ),
    spend: () =>
      recorded((id) =>
        client.cash.record({
          id,
          day: TODAY,
          note: '',
          event: { what: 'business expense', wallet: '1101', account: '6206', amount: die.between(1, 9) * 1_000 },
        }),
      ),
  }
  while (!isOver())
    await die.weighted([
      [acts.scan, 5],
      [acts.find, 2],
      [acts.sell, 2],
      [acts.spend, 2],
    ] as const)()
}

/** What stands in the file of one client's work, counted by SQL while no host holds it. */
function standing(file: string, { parcelId, records }: Work) {
  const db = new Sqlite(file)
  try {
    const count = (sql: string, ...facts: unknown[]) =>
      (db
        .prepare(sql)
        .pluck()
        .get(...facts) as number | null) ?? 0
    const stands = (id: string) =>
      count('SELECT count(*) FROM sales_order WHERE id = ?', id) +
      count('SELECT count(*) FROM cash_record WHERE id = ?', id)
    return {
      scans: count('SELECT sum(scanned) FROM pack_scan WHERE parcel_id = ?', parcelId),
      found: count('SELECT count(*) FROM stock_adjustment WHERE note = ?', parcelId),
      records: records.asked.filter((id) => stands(id) === 1),
    }
  } finally {
    db.close()
  }
}

/**
 * Three clients at work over HTTP while their host is killed again and again. After each kill all that was answered stands once,
 * and at most the one act that each client waits for besides; in the end, when all was answered, everything stands exactly once.
 */
export async function killsOverHttp(kills: number, seed: number): Promise<{ acts: number }> {
  const shop = await aPackingDesk({ pieces: 1_000 })
  const { folder, core, client, takeIn, idOf, ids } = shop
  const parcels: string[] = []
  for (let n = 0; n < CLIENTS; n++) {
    const order = anOrder().withLine('KMJ-LUK-L', 100_000)
    await takeIn(order)
    parcels.push(await idOf(order.number))
  }
  expect(await client.ledger.verify()).toMatchObject({ ok: true })
  core.close()
  const file = join(folder, 'lumbung.sqlite')

  const host = await aMortalHost(folder)
  const cookie = await cookieFrom(await host.start())
  const die = dice(seed)
  let isOver = false
  const work = parcels.map((parcelId): Work => {
    const none = () => ({ asked: 0, answered: 0 })
    return { parcelId, scans: none(), found: none(), records: { asked: [], answered: [] } }
  })
  const done = work.map((each, n) =>
    works(
      createORPCClient(
        createSureLink(
          new RPCLink<Named>({ url: `${host.url}/rpc`, headers: (options) => ({ cookie, ...actHeader(options) }) }),
          { unanswered: createUnanswered(), pause: () => new Promise((waited) => setTimeout(waited, 20)) },
        ),
      ),
      each,
      ids['KMJ-LUK-L'],
      dice(seed * 10 + n),
      () => isOver,
    ),
  )
  for (let life = 1; life <= kills; life++) {
    await new Promise((lived) => setTimeout(lived, die.between(5, 400)))
    await host.kill()
    for (const each of work) {
      const stands = standing(file, each)
      for (const what of ['scans', 'found'] as const) {
        expect(stands[what], `${what} in life ${life}`).toBeGreaterThanOrEqual(each[what].answered)
        expect(stands[what], `${what} in life ${life}`).toBeLessThanOrEqual(each[what].asked)
      }
      expect(stands.records).toEqual(expect.arrayContaining(each.records.answered))
    }
    await host.start()
  }
  isOver = true
  await Promise.all(done)
  await host.kill()

  let acts = 0
  for (const each of work) {
    const { scans, found, records } = standing(file, each)
    expect({ scans, found, records }).toEqual({
      scans: each.scans.answered,
      found: each.found.answered,
      records: each.records.answered,
    })
    acts += scans + found + records.length
  }
  const reopened = await aCore({ file, setUp: false })
  const report = await reopened.client.ledger.verify()
  expect(report.findings.filter(({ ok }) => !ok)).toEqual([])
  return { acts }
}
