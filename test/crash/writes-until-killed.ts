import { flushCompileCache } from 'node:module'
import { dirname, join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createRouterClient } from '@orpc/server'
import { createCore } from '../../src-main/core/core.ts'
import { nodeOutside } from '../../src-main/hosting/node-outside.ts'
import { dice } from '../../src-main/sample-shop/dice.ts'
import { sampleProducts } from '../../src-main/sample-shop/goods.ts'
import { sampleOrder } from '../../src-main/sample-shop/orders.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { SUNDAY } from '../builders/a-core.ts'

/**
 * A shop at work until somebody pulls the plug: takes in orders, sells over the counter, receives goods, spends, packs.
 * Prints a line after each commit it was told of, and nothing before. Arguments: the file, the number of this life, and `checkpoints` where it
 * shall fold its log into the file over and over, telling when it begins and ends; `careless` where it shall not wait for its disk.
 */
const [file = '', life = '1', how = ''] = process.argv.slice(2)
const die = dice(Number(life))
const core = await createCore({
  file,
  now: () => SUNDAY,
  host: { version: '0', host: 'process', dataFolder: '', isPractice: false },
  outside: nodeOutside(dirname(file)),
  resourcesFolder: join(import.meta.dirname, '../../resources'),
})
const client = createRouterClient(core.router)
const products = sampleProducts(dice(1))
const acknowledge = (kind: string, id: string) => process.stdout.write(`${kind} ${id}\n`)
const variant = () => die.pick(die.pick(products).variants)
const shopId = (await client.channels.shops.list())[0]!.id
// a killed process leaves no cache behind by itself
flushCompileCache()
process.stdout.write('ready\n')

const acts = {
  async orders() {
    const orders = Array.from({ length: die.between(1, 40) }, () =>
      sampleOrder(die, {
        day: `2026-11-${String(die.between(1, 22)).padStart(2, '0')}`,
        today: SUNDAY,
        channel: 'shopee',
        products,
      }),
    )
    for (const { orderId } of await core.takeIn(shopId, orders, 'berkas.xlsx')) acknowledge('order', orderId)
  },
  async sale() {
    const { id, price } = variant()
    const order = await client.orders.recordOwnSale({
      id: newId(),
      lines: [{ variantId: id, pieces: 1, price }],
      payment: 'cash',
      buyerName: '',
      soldAt: SUNDAY,
      shipTo: null,
      note: '',
    })
    acknowledge('order', order.id)
  },
  async purchase() {
    const { id, cost } = variant()
    const purchase = await client.purchasing.receive({
      id: newId(),
      supplierName: 'CV Troso Jaya',
      day: '2026-11-20',
      lines: [{ variantId: id, pieces: die.between(1, 30), price: cost }],
      discount: 0,
      extraCost: 7_000,
      paid: 0,
      paidFrom: null,
      dueDay: null,
      note: '',
    })
    acknowledge('purchase', purchase.id)
  },
  async cash() {
    const record = await client.cash.record({
      id: newId(),
      day: '2026-11-21',
      note: 'dapur',
      event: { what: 'private expense', wallet: '1101', householdAccount: '9501', amount: die.between(1_000, 90_000) },
    })
    acknowledge('cash', record.id)
  },
  async parcel() {
    const { rows } = await client.orders.list({ tab: 'to_ship', query: '', limit: 20 })
    const order = rows.find(({ state }) => state === 'to_arrange' || state === 'arranged')
    if (!order) return
    const { parcel } = await client.fulfilment.scan({ code: order.number, parcelId: null })
    for (const item of parcel?.items ?? [])
      for (let n = item.scanned; n < item.pieces; n++)
        await client.fulfilment.scan({ code: item.sku, parcelId: order.id })
    await client.fulfilment.pack({ parcelId: order.id })
    acknowledge('packed', order.id)
    await client.fulfilment.handover.finish({ parcelIds: [order.id] })
    acknowledge('handed over', order.id)
  },
}

/** Of a log that grew to some megabytes, a checkpoint is long enough to be killed in. */
const ACTS_A_CHECKPOINT = 12
// without this it would be folded in by itself meanwhile
if (how === 'checkpoints') core.doors.raw.pragma('wal_autocheckpoint = 0')
if (how === 'careless') core.doors.raw.pragma('synchronous = NORMAL')
/** What the shop does by itself may be in the middle of a step, and no log is folded in inside of one. */
async function foldIn(): Promise<void> {
  for (;;)
    try {
      core.doors.raw.pragma('wal_checkpoint(TRUNCATE)')
      return
    } catch (problem) {
      if ((problem as { code?: string }).code !== 'SQLITE_LOCKED') throw problem
      await nextTurn()
    }
}
for (let act = 1; ; act++) {
  if (how === 'checkpoints' && act % ACTS_A_CHECKPOINT === 0) {
    process.stdout.write('folding\n')
    await foldIn()
    process.stdout.write('folded\n')
  }
  await die.weighted([
    [acts.orders, 3],
    [acts.sale, 4],
    [acts.purchase, 2],
    [acts.cash, 4],
    [acts.parcel, 3],
  ] as const)()
}
