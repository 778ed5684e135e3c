import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished } from 'vitest'
import { nodeOutside } from '../../src-main/hosting/node-outside.ts'
import { type Dice, dice } from '../../src-main/sample-shop/dice.ts'
import { purchaseOf } from '../../src-main/sandbox/frame/buyer-robot.ts'
import { aCore } from '../builders/a-core.ts'
import {
  bothSandboxes,
  connectedTo,
  connectorsOf,
  stockGoesOut,
  withGoodsOf,
  withPieces,
} from '../builders/at-both-sandboxes.ts'
import { meaningOf } from '../builders/shop-digest.ts'
import type { SandboxWorld } from '../channels/connectors/sandboxed.ts'

const MINUTE = 60_000
const CHECK_EVERYTHING_EVERY = 20
const OPENING = 40
const USUALLY_OPEN_MS = 1_000

/** A shop that sells what both sandboxes sell, connected to them, its stock going out. */
async function aShopAtBoth(worlds: readonly SandboxWorld[]) {
  const made = await aCore({ now: worlds[0]!.now(), connectors: connectorsOf(worlds) })
  const { client, core } = made
  const idOf = await withGoodsOf(client, worlds)
  await withPieces(client, idOf.values(), OPENING)
  for (const world of worlds) await connectedTo(client, world)
  await core.sync.idle()
  await client.catalog.listings.mapCertain()
  await stockGoesOut(client)
  await core.sync.idle()
  return { ...made, idOf }
}

/** Buyers at work at one sandbox: they buy anything but the goods that are only ever found, and most pay at once. */
function buy({ sandbox }: SandboxWorld, die: Dice, wanted: readonly string[]): void {
  for (let each = die.between(0, 4); each > 0; each--) {
    const purchase = purchaseOf(die, sandbox.ground.time.now())
    const lines = purchase.lines.map(({ quantity }) => ({ pick: 0, quantity, sku: die.pick(wanted) }))
    const id = sandbox.world.buy({ ...purchase, lines })
    if (id !== null && !purchase.isCod && die.between(0, 4) > 0) sandbox.world.step(id, 'pay')
  }
}

/** One life: it is killed with no warning so long after its rounds began. */
async function lifeOf(folder: string, begin: number, life: number, variantId: string, livesMs: number): Promise<void> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'syncs-until-killed.ts'), folder, String(begin), String(life), variantId],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  let complaint = ''
  child.stderr.on('data', (text) => (complaint += text))
  const begun = performance.now()
  createInterface({ input: child.stdout }).on('line', (line) => {
    // on a busy machine it lives as much longer as it took to open
    const slowness = Math.max(1, (performance.now() - begun) / USUALLY_OPEN_MS)
    if (line === 'ready') setTimeout(() => child.kill('SIGKILL'), livesMs * slowness)
  })
  const [code, signal] = await once(child, 'close')
  if (signal !== 'SIGKILL') throw new Error(`the shop stopped by itself (${code}): ${complaint}`)
}

/** Every quantity that was said to a sandbox of one SKU since it was asked last, in the order it came. */
async function saidSince({ sandbox }: SandboxWorld, ids: { itemId: string; modelId: string }): Promise<number[]> {
  const calls = (await (await fetch(`${sandbox.controlUrl}/calls?limit=1000`)).json()) as {
    path: string
    body: string
  }[]
  await fetch(`${sandbox.controlUrl}/calls`, { method: 'DELETE' })
  return calls.toReversed().flatMap(({ path, body }) => {
    if (path.endsWith('/product/update_stock')) {
      const told = JSON.parse(body) as {
        item_id: number
        stock_list: { model_id?: number; seller_stock: { stock: number }[] }[]
      }
      return String(told.item_id) !== ids.itemId
        ? []
        : told.stock_list
            .filter(({ model_id = 0 }) => String(model_id) === (ids.modelId || '0'))
            .map(({ seller_stock }) => seller_stock[0]!.stock)
    }
    if (!path.endsWith(`/products/${ids.itemId}/inventory/update`)) return []
    const told = JSON.parse(body) as { skus: { id: string; inventory: { quantity: number }[] }[] }
    return told.skus.filter(({ id }) => id === ids.modelId).map(({ inventory }) => inventory[0]!.quantity)
  })
}

/**
 * A shop at two sandboxes that live on while its process is killed again and again at random moments of its rounds: buyers buy between
 * its lives, a share of the answers is lost or slow. Of goods that are only ever found the quantity at a channel must never fall, or
 * an old one was said after a newer. In the end the shop is what a laptop becomes that asks for all of it once.
 */
export async function killedDuringSync(kills: number, seed: number): Promise<{ orders: number; said: number }> {
  const worlds: SandboxWorld[] = Object.values(await bothSandboxes())
  const shop = await aShopAtBoth(worlds)
  const { folder, idOf } = shop
  const bought = [...idOf.keys()].filter((sku) =>
    worlds.every(({ sandbox }) => sandbox.world.shelf().some((each) => each.sku === sku)),
  )
  const found = bought.shift()!
  const variantId = idOf.get(found)!
  const there = shop.doors.raw
    .prepare(
      `SELECT s.channel, l.external_item AS itemId, l.external_model AS modelId FROM listing l JOIN shop s ON s.id = l.shop_id
        WHERE l.variant_id = ?`,
    )
    .all(variantId) as { channel: string; itemId: string; modelId: string }[]
  shop.core.close()

  const die = dice(seed)
  const said = worlds.map(() => [OPENING])
  const listen = async () => {
    for (const [index, world] of worlds.entries()) {
      const ids = there.find(({ channel }) => channel === world.connector.channel)!
      said[index]!.push(...(await saidSince(world, ids)))
    }
  }
  const reopened = () =>
    aCore({
      now: worlds[0]!.now(),
      connectors: connectorsOf(worlds),
      file: join(folder, 'lumbung.sqlite'),
      setUp: false,
      outside: { secrets: nodeOutside(folder).secrets },
    })
  /** Orders, their lines, returns, and pieces of whatever is sold. */
  const exceptFound = (raw: typeof shop.doors.raw) => {
    const [orders, lines, returns, levels] = meaningOf(raw)
    return [orders!, lines!, returns!, levels!.filter((level) => (level as { sku: string }).sku !== found)]
  }
  await listen()
  for (let life = 1; life <= kills; life++) {
    const passed = die.between(20, 90) * 1_000
    for (const world of worlds) {
      buy(world, die, bought)
      await world.move(passed)
      world.sandbox.ground.faults.set([
        { kind: 'lostReply', share: 0.05 },
        { kind: 'slow', share: 0.2, ms: 40 },
      ])
    }
    await lifeOf(
      folder,
      Math.max(...worlds.map((world) => world.now())),
      seed * 1_000 + life,
      variantId,
      die.between(0, 2_500),
    )
    await listen()
    if (life % CHECK_EVERYTHING_EVERY !== 0) continue
    const { client, core } = await reopened()
    const { findings } = await client.ledger.verify()
    expect(findings.filter(({ ok }) => !ok)).toEqual([])
    core.close()
  }
  for (const world of worlds) {
    world.sandbox.ground.faults.set([])
    await world.move(20 * MINUTE)
  }
  const { client, core, doors, clock } = await reopened()
  clock.now = Math.max(...worlds.map((world) => world.now()))
  await client.sync.now({ shopId: null, alsoCompare: true })
  await core.sync.idle()
  await client.sync.now({ shopId: null, alsoCompare: true })
  await core.sync.idle()
  await listen()
  for (const each of said) expect(each).toEqual(each.toSorted((a, b) => a - b))
  const { findings } = await client.ledger.verify()
  expect(findings.filter(({ ok }) => !ok)).toEqual([])
  const pieces = doors.raw.prepare('SELECT sum(pieces) FROM stock_movement WHERE variant_id = ?').pluck().get(variantId)
  for (const { sandbox } of worlds) expect(sandbox.world.shelf().find(({ sku }) => sku === found)!.stock).toBe(pieces)
  for (const { shopId, differing } of await client.sync.stock.shops()) expect([shopId, differing]).toEqual([shopId, 0])
  const stood = exceptFound(doors.raw)
  core.close()

  const calm = await aShopAtBoth(worlds)
  await calm.client.sync.now({ shopId: null, alsoCompare: true })
  await calm.core.sync.idle()
  expect(stood).toEqual(exceptFound(calm.doors.raw))
  const [orders] = stood
  expect(orders).toHaveLength(worlds.reduce((sum, { sandbox }) => sum + sandbox.world.orders().length, 0))
  return { orders: orders!.length, said: said.reduce((sum, { length }) => sum + length, 0) }
}
