import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import Sqlite from 'better-sqlite3'
import { dice } from '../../src-main/sample-shop/dice.ts'
import { sampleProducts } from '../../src-main/sample-shop/goods.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'

/** What is done with each line, and so many acknowledgements: in how many milliseconds the shop is to be killed. */
type Told = (line: string, acknowledged: number) => number | null

/** Starts the shop at work, kills it when `told` says so, with no warning, and returns what it had acknowledged. */
export async function liveAndDie(file: string, life: number, told: Told, how = ''): Promise<string[]> {
  const script = join(import.meta.dirname, 'writes-until-killed.ts')
  const child = spawn(process.execPath, [script, file, String(life), how], { stdio: ['ignore', 'pipe', 'pipe'] })
  const acknowledged: string[] = []
  let complaint = ''
  child.stderr.on('data', (text) => (complaint += text))
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.includes(' ')) acknowledged.push(line)
    const ms = told(line, acknowledged.length)
    if (ms !== null) setTimeout(() => child.kill('SIGKILL'), ms)
  })
  const [code, signal] = await once(child, 'close')
  if (signal !== 'SIGKILL') throw new Error(`the shop stopped by itself (${code}): ${complaint}`)
  return acknowledged
}

const FOUND: Record<string, string> = {
  order: 'select 1 from sales_order where id = ?',
  purchase: 'select 1 from purchase where id = ?',
  cash: 'select 1 from cash_record where id = ?',
  packed: 'select 1 from parcel where id = ? and packed_at is not null',
  'handed over': 'select 1 from parcel where id = ? and handed_over_at is not null',
}

/** Acts that were acknowledged and are not in the file. */
export function lost(file: string, acknowledged: readonly string[]): string[] {
  const db = new Sqlite(file)
  try {
    return acknowledged.filter((line) => {
      const space = line.lastIndexOf(' ')
      return !db.prepare(FOUND[line.slice(0, space)]!).get(line.slice(space + 1))
    })
  } finally {
    db.close()
  }
}

/** A shop of its own, with goods and a channel, closed again: its file. */
export async function aShopToKill(): Promise<string> {
  const { core, client, folder } = await aCore()
  for (const product of sampleProducts(dice(1)))
    await client.catalog.products.save({
      id: product.id,
      name: product.name,
      category: product.category,
      description: '',
      photoId: null,
      variants: product.variants.map(({ id, sku, size, price }) => ({
        id,
        sku,
        barcode: null,
        motif: '',
        colour: '',
        size,
        unit: 'pcs',
        shelf: '',
        price,
        weightGrams: 0,
        reorderPoint: 0,
        safetyStock: 0,
        components: [],
      })),
    })
  await client.channels.shops.save({ id: newId(), channel: 'shopee', name: 'Toko' })
  core.close()
  return join(folder, 'lumbung.sqlite')
}
