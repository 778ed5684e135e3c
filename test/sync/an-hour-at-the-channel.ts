import { aConnectedShop, anExampleOrder } from '../builders/a-connected-shop.ts'
import type { ExampleFault, ExampleOrder } from '../channels/connectors/example/example-market.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const FAULTS: ExampleFault[] = ['ill', 'no answer', 'half answer', 'portal', 'expired token', 'rate']

/** Numbers from 0 up to 1 that a seed decides (mulberry32). */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What happens at the channel in an hour, always the same: seven orders on their way, one of them cancelled. */
function* anHour(begin: number): Generator<(orders: Map<string, ExampleOrder>, at: number) => void> {
  for (let each = 1; each <= 7; each++)
    yield (orders, at) => void orders.set(`N${each}`, anExampleOrder(`N${each}`, at))
  for (let each = 1; each <= 7; each++)
    yield (orders, at) => {
      const change =
        each === 3 ? { status: 'CANCELLED', cancelled: at } : { status: 'SENT', sent: at, waybill: `W${each}` }
      Object.assign(orders.get(`N${each}`)!, change, { changed: at })
    }
  for (let each = 4; each <= 7; each++)
    yield (orders, at) =>
      void Object.assign(orders.get(`N${each}`)!, { status: 'DONE', arrived: begin, done: at, changed: at })
}

/** The hour with its rounds; with a seed rounds come at any time, pages in any order with repeats, and every third call fails. */
export async function afterAnHour(seed: number | null): Promise<string> {
  const { market, clock, pass, round, digest } = await aConnectedShop()
  const random = dice(seed ?? 0)
  if (seed !== null)
    market.shuffle = (list) => {
      const told = [...list, ...list.filter(() => random() < 0.3)]
      return told
        .map((each) => ({ each, at: random() }))
        .sort((a, b) => a.at - b.at)
        .map(({ each }) => each)
    }
  for (const happens of anHour(clock.now)) {
    pass(MINUTE)
    happens(market.orders, clock.now)
    if (seed === null || random() < 0.4) {
      if (seed !== null && random() < 0.5) market.fault(/^\/orders/, FAULTS[Math.floor(random() * FAULTS.length)]!)
      await round()
    }
  }
  market.heals()
  pass(HOUR)
  await round(true)
  return digest()
}
