import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import Sqlite from 'better-sqlite3'
import { expect } from 'vitest'
import { dice } from '../../src-main/sample-shop/dice.ts'
import { sampleProducts } from '../../src-main/sample-shop/goods.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'

const CHECK_EVERYTHING_EVERY = 20

/** Starts the shop at work, kills it after a while with no warning, and returns what it had acknowledged. */
async function liveAndDie(file: string, life: number, workMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'writes-until-killed.ts'), file, String(life)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const acknowledged: string[] = []
  let complaint = ''
  child.stderr.on('data', (text) => (complaint += text))
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    if (line === 'ready') setTimeout(() => child.kill('SIGKILL'), workMs)
    else acknowledged.push(line)
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

function lost(file: string, acknowledged: readonly string[]): string[] {
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
async function aShopToKill(): Promise<string> {
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

/** Kills one shop again and again; all that it acknowledged in its lives. */
async function killed(times: number, seed: number): Promise<string[]> {
  const file = await aShopToKill()
  const die = dice(seed)
  const all: string[] = []
  for (let life = 1; life <= times; life++) {
    const acknowledged = await liveAndDie(file, seed * 1_000 + life, die.between(5, 400))
    all.push(...acknowledged)
    expect(lost(file, acknowledged)).toEqual([])
    if (life % CHECK_EVERYTHING_EVERY === 0 || life === times) {
      const reopened = await aCore({ file, setUp: false })
      const report = await reopened.client.ledger.verify()
      expect(report.findings.filter(({ ok }) => !ok)).toEqual([])
      reopened.core.close()
    }
  }
  expect(lost(file, all)).toEqual([])
  return all
}

/**
 * Kills shops in the middle of their work and opens them again: clean, balanced, and with all that they acknowledged.
 * @returns how much they acknowledged
 */
export async function killedAtWork(kills: number): Promise<number> {
  // two shops side by side: while one is being born, the other is at work
  const acknowledged = await Promise.all([killed(Math.ceil(kills / 2), 7), killed(Math.floor(kills / 2), 8)])
  return acknowledged.flat().length
}
