import { cpSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { nodeOutside } from '../../src-main/hosting/node-outside.ts'
import { dice } from '../../src-main/sample-shop/dice.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { ANSWERS, aCore } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { aFolder } from '../builders/a-folder.ts'
import { aPackingDesk } from '../builders/a-packing-desk.ts'
import { anOrder } from '../builders/an-order.ts'
import { firstActs } from '../builders/every-act.ts'
import { goodsSaid, meaningOf } from '../builders/shop-digest.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'
import { lives, rowsIn } from './lives.ts'

/** A shop that is closed, and what is asked of it. */
interface Prepared {
  folder: string
  file?: string
  procedure: string
  input?: unknown
  /** Costs may stand a rupiah apart: sales of a month go into the books in bundles, as the processor allows. */
  isRounded?: boolean
}

const DAYS = Array.from({ length: 12 }, (_, index) => String(2 + index).padStart(2, '0'))

/** A shop with orders of many states, some of them from a file of its own. */
async function aBusyShop() {
  const shop = await aPackingDesk({ pieces: 100 })
  for (const _ of DAYS) {
    const told = anOrder().withLine('KMJ-LUK-L', 2)
    await shop.takeIn(told)
    await shop.pack(told)
    await shop.client.fulfilment.handover.finish({ parcelIds: [await shop.idOf(told.number)] })
    await shop.takeIn(told.completed())
  }
  const file = anOrderFile()
  for (const [index, day] of DAYS.entries())
    file.withOrder(`2611${day}${String(index).padStart(8, '0')}`, {
      status: index % 3 === 0 ? 'Perlu Dikirim' : 'Sedang Dikirim',
      items: [{ product: 'Kemeja', sku: 'KMJ-LUK-L', pieces: 1 + (index % 2), price: 100_000 }],
      cells: index % 3 === 0 ? {} : { 'Waktu Pengiriman Diatur': `2026-11-${day} 19:00` },
    })
  const { files } = shop.client.channels
  const { importId } = await files.stage({ file: aFile('Order.all.csv', file.csv()) })
  for await (const _ of await files.confirm({ importId, shopId: shop.shopId }));
  return { ...shop, importId }
}

const closed = async ({ core, folder }: Pick<Awaited<ReturnType<typeof aCore>>, 'core' | 'folder'>) => {
  await core.work.idle()
  core.close()
  return folder
}

/** What stands in no list of other acts: it begins the shop, or goes on in steps. */
export const actsAlone: Record<string, () => Promise<Prepared>> = {
  'a shop set up': async () => ({
    folder: await closed(await aCore({ setUp: false })),
    procedure: 'settings.setUp',
    input: firstActs['settings.setUp']!.input,
  }),
  'a shop begun again': async () => ({
    folder: await closed(await aBusyShop()),
    procedure: 'settings.beginAgain',
    input: { businessName: ANSWERS.businessName },
  }),
  'a start day moved': async () => ({
    folder: await closed(await aBusyShop()),
    procedure: 'settings.changeStartDay',
    input: { startDay: '2026-11-08' },
  }),
  'a zone changed, and all settled again': async () => {
    const shop = await aBusyShop()
    return { folder: await closed(shop), procedure: 'settings.change', input: { zone: 'WIT' } }
  },
  'everything settled again': async () => ({
    folder: await closed(await aBusyShop()),
    procedure: 'ledger.settleAgain',
  }),
  'a file withdrawn': async () => {
    const shop = await aBusyShop()
    const { importId } = shop
    return { folder: await closed(shop), procedure: 'channels.files.withdraw', input: { importId } }
  },
}

/** Toko Latihan, filled with a year. */
export const practiceFilled = async (): Promise<Prepared> => ({
  folder: aFolder(),
  file: 'latihan.sqlite',
  procedure: 'settings.fillPractice',
  isRounded: true,
})

/** What was told about acts and starts, killed or not. */
const TOLD_EACH_TIME = new Set(['trail', 'act', 'setting'])

/**
 * One act, killed at one of its statements, sometimes twice, and asked again under its name by the next life. In the end the shop says what one
 * says that nobody killed, with as many rows, and the verifier finds nothing.
 */
export async function actKilled(prepared: Prepared, kills: number, seed: number): Promise<number> {
  const list = join(aFolder(), 'acts.json')
  const { folder, file: name = 'lumbung.sqlite', procedure, input, isRounded = false } = prepared
  writeFileSync(list, JSON.stringify([{ procedure, act: newId(), input }]))
  const aShop = () => {
    const own = aFolder()
    cpSync(folder, own, { recursive: true })
    return join(own, name)
  }
  const calm = aShop()
  const statements = (await lives(calm, list, 0, 1)).get(0)!.statements
  const usual = await said(calm, isRounded)

  const die = dice(seed)
  let killed = 0
  while (killed < kills) {
    const file = aShop()
    do {
      // one more than it has: done, and nobody told
      await lives(file, list, 0, 1, die.between(1, statements + 1))
      killed++
    } while (die.between(0, 2) === 0)
    await lives(file, list, 0, 1)
    expect(await said(file, isRounded), `${procedure}, seed ${seed}, kill ${killed}`).toEqual(usual)
    process.stdout.write(`${procedure}: ${killed} of ${kills} kills at ${statements} statements\n`)
  }
  return killed
}

async function said(file: string, isRounded: boolean) {
  const { core, client, doors } = await aCore({
    file,
    setUp: false,
    outside: { secrets: nodeOutside(dirname(file)).secrets },
  })
  const { findings } = await client.ledger.verify()
  const rows = Object.entries(rowsIn(file)).filter(([table]) => !TOLD_EACH_TIME.has(table))
  const all = {
    ...(isRounded
      ? { goods: goodsSaid(doors.raw) }
      : { rows: Object.fromEntries(rows), meaning: meaningOf(doors.raw) }),
    settings: await client.settings.get(),
    wrong: findings.filter(({ ok }) => !ok),
  }
  core.close()
  return all
}
