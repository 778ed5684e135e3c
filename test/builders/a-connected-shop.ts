import { onTestFinished } from 'vitest'
import type { OpenedKeys, Secrets } from '../../src-main/core/outside.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { exampleConnector } from '../channels/connectors/example/example-connector.ts'
import {
  EXAMPLE_APP,
  type ExampleMarket,
  type ExampleOrder,
  openExampleMarket,
} from '../channels/connectors/example/example-market.ts'
import { aCore, SUNDAY } from './a-core.ts'
import { aScheduler } from './a-scheduler.ts'
import { digestOf } from './shop-digest.ts'

const DAY = 86_400_000

/** An order at the example channel, paid; later changes by `market.orders`. */
export function anExampleOrder(number: string, at: number, more: Partial<ExampleOrder> = {}): ExampleOrder {
  return {
    number,
    status: 'PAID',
    placed: at,
    changed: at,
    paid: at,
    sent: null,
    arrived: null,
    done: null,
    cancelled: null,
    ship_by: at + 2 * DAY,
    buyer: 'b***1',
    shipping: 12_000,
    courier: '',
    waybill: '',
    lines: [
      {
        line: `${number}-1`,
        item: '2500139861',
        model: '9007199254740993',
        name: 'Kemeja Kawung',
        option: 'Navy,M',
        code: 'KWG-M',
        list_price: 119_000,
        price: 109_000,
        pieces: 2,
      },
    ],
    ...more,
  }
}

/** The example channel, with a clock of its own making. */
export async function anExampleMarket(clock: { now: number }): Promise<ExampleMarket> {
  const market = await openExampleMarket({ now: () => clock.now })
  onTestFinished(() => market.close())
  const goods = { name: 'Kemeja Kawung', stock: 40, reserved: 0, price: 119_000 }
  market.models.push(
    { ...goods, item: '2500139861', model: '9007199254740993', option: 'Navy,M', code: 'KWG-M' },
    { ...goods, item: '2500139861', model: '9007199254740994', option: 'Navy,L', code: 'KWG-L' },
  )
  return market
}

interface Given {
  /** A shop's file that is there already, and what opens its secrets. */
  file?: string
  secrets?: Secrets
  openedKeys?: OpenedKeys
  clock?: { now: number }
  market?: ExampleMarket
}

/** A core with one shop connected to the example channel over real HTTP, whose first round is over. Time passes by hand. */
export async function aConnectedShop(given: Given = {}) {
  const marketClock = given.clock ?? { now: SUNDAY }
  const market = given.market ?? (await anExampleMarket(marketClock))
  const time = aScheduler()
  const made = await aCore({
    now: marketClock.now,
    file: given.file ?? '',
    setUp: given.file ? false : {},
    outside: {
      ...(given.secrets ? { secrets: given.secrets } : {}),
      ...(given.openedKeys ? { openedKeys: given.openedKeys } : {}),
      scheduler: { after: (ms, work) => (ms <= 60_000 ? realTimer(ms, work) : time.scheduler.after(ms, work)) },
    },
    connectors: { shopee: async () => exampleConnector(market.address) },
  })
  const { client, clock, core, doors } = made
  const shopId = given.file ? await onlyShop(client) : newId(clock.now)

  /** Both clocks. */
  const pass = (ms: number) => {
    clock.now += ms
    marketClock.now = clock.now
  }
  const connect = async (
    as: { shopId: string; newName: string | null } = { shopId, newName: 'Batik Ratna Official' },
  ) => {
    const { attemptId, consentAddress } = await client.sync.connect.begin({
      channel: 'shopee',
      ...as,
      appId: EXAMPLE_APP.appId,
      secret: EXAMPLE_APP.secret,
      sandbox: market.address,
    })
    const page = await fetch(consentAddress, { redirect: 'manual' })
    const address = page.headers.get('location')
    const answer = await client.sync.connect.finish({ attemptId, address, account: null })
    await core.sync.idle()
    return answer
  }
  /** Everything is asked for now, and the round is over. */
  const round = async (alsoCompare = false) => {
    await client.sync.now({ shopId, alsoCompare })
    await core.sync.idle()
  }
  const health = async () => (await client.sync.connections()).find((each) => each.shopId === shopId)!
  /** What stands in the shop, whoever told it in whatever order: orders, stock, books. */
  const digest = () => digestOf(doors.raw)
  if (!given.file) await connect()
  return { ...made, market, marketClock, shopId, pass, connect, round, health, digest, time }
}

const onlyShop = async (client: Awaited<ReturnType<typeof aCore>>['client']) =>
  (await client.sync.connections())[0]!.shopId

const realTimer = (ms: number, work: () => void) => {
  const timer = setTimeout(work, ms)
  timer.unref()
  return { callOff: () => clearTimeout(timer) }
}
