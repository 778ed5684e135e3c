import { expect, onTestFinished, test } from 'vitest'
import { type DayKind, dayOf } from '../../../src-main/sandbox/frame/buyer-robot.ts'
import { openSandbox, type SandboxOptions } from '../../../src-main/sandbox/frame/sandbox.ts'
import { tiktok } from '../../../src-main/sandbox/tiktok/tiktok.ts'
import { aConnectedApp, DAY, DAY_ZERO } from './an-app.ts'

/** A shop that ships whatever waits, every few hours, through the API alone. */
async function aDay(kind: DayKind, seed: number, options: SandboxOptions = {}) {
  const app = await aConnectedApp({ seed, ...options })
  for (const purchase of dayOf({ kind, from: DAY_ZERO, seed, orders: 60 }))
    app.sandbox.ground.time.at(purchase.at, { kind: 'purchase', id: '', data: purchase })
  for (let part = 0; part < 4; part++) {
    app.move(DAY / 4)
    const { data } = await app.ask('POST', '/order/202309/orders/search', {
      query: { page_size: '100' },
      body: { order_status: 'AWAITING_SHIPMENT' },
    })
    const packages = data.orders.flatMap((order: { packages: { id: string }[] }) =>
      order.packages.map(({ id }) => ({ id })),
    )
    for (let from = 0; from < packages.length; from += 50)
      await app.ask('POST', '/fulfillment/202309/packages/ship', {
        body: { packages: packages.slice(from, from + 50) },
      })
  }
  for (let days = 0; days < 6; days++) app.move(DAY)
  return app
}

const story = ({ sandbox }: Awaited<ReturnType<typeof aDay>>) =>
  JSON.stringify([sandbox.saved().world, sandbox.ground.time.saved()]).replaceAll(sandbox.url, '')

test.each(['normal', 'live', 'elevenEleven'] as const)('one seed, one %s day; another seed, another', async (kind) => {
  const [first, again, other] = [await aDay(kind, 11), await aDay(kind, 11), await aDay(kind, 12)]
  expect(story(again)).toBe(story(first))
  expect(story(other)).not.toBe(story(first))
})

test('pieces are never lost: what was there is on the shelf, set aside, or left with a parcel', async () => {
  const { sandbox } = await aDay('normal', 5, { stock: 40 })
  const book = sandbox.saved().world as {
    orders: Record<string, { status: string; lines: { sellerSku: string; packageId: string | null }[] }>
    packages: Record<string, { arrangedAt: number | null }>
  }
  for (const { sku, stock, reserved } of sandbox.world.shelf()) {
    const lines = Object.values(book.orders).flatMap((order) => order.lines.filter((line) => line.sellerSku === sku))
    const left = lines.filter((line) => line.packageId !== null && book.packages[line.packageId]!.arrangedAt !== null)
    expect([sku, stock + reserved + left.length]).toEqual([sku, 40])
  }
  expect(sandbox.world.orders().some(({ status }) => status === 'COMPLETED')).toBe(true)
})

test('a sandbox that was closed goes on where it stood', async () => {
  const app = await aDay('normal', 7)
  const saved = structuredClone(app.sandbox.saved())
  const again = await openSandbox(tiktok, { seed: 7, saved })
  onTestFinished(() => again.close())
  expect(again.world.orders()).toEqual(app.sandbox.world.orders())
  again.ground.time.move(30 * DAY)
  expect(again.world.orders().filter(({ status }) => status === 'IN_TRANSIT')).toEqual([])
})
