import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createRouterClient } from '@orpc/server'
import { createCore } from '../../src-main/core/core.ts'
import { nodeOutside } from '../../src-main/hosting/node-outside.ts'
import { openSandbox } from '../../src-main/sandbox/frame/sandbox.ts'
import { shopeeSandbox } from '../../src-main/sandbox/shopee/world.ts'
import { tiktok } from '../../src-main/sandbox/tiktok/tiktok.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { CONSENT_RETURN } from '../../src-shared/sync/sync.ts'
import { aPurchase } from '../builders/a-purchase.ts'
import { answered } from '../channels/connectors/sandboxed.ts'

const SKUS = 1_500
const MINUTES_MS = 180_000
const CHANGE_MS = 5_000

type Judge = (what: string, value: number, limit: number, unit?: string) => string

/**
 * Stock that goes out to both sandboxes, which keep the channels' limits: all SKUs of a shop from nothing known there, then one
 * change. Times are the channels' limits more than ours, so they are laid beside what may be asked of them, not beside a floor.
 */
export async function* stockOutLines(judge: Judge): AsyncGenerator<string> {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-stock-out-'))
  const sandboxes = {
    shopee: await openSandbox(shopeeSandbox, { seed: 7, skus: SKUS, stock: 50 }),
    tiktok: await openSandbox(tiktok, { seed: 7, skus: SKUS, stock: 50 }),
  }
  const core = await createCore({
    file: join(folder, 'lumbung.sqlite'),
    now: Date.now,
    host: { version: '0', host: 'process', dataFolder: folder, isPractice: false },
    outside: nodeOutside(folder),
    resourcesFolder: join(import.meta.dirname, '../../resources'),
  })
  const client = createRouterClient(core.router)
  await client.settings.setUp({
    businessName: 'Batik Ratna',
    city: 'Jepara',
    ownerName: 'Ratna',
    zone: 'WIB',
    startDay: new Date().toISOString().slice(0, 8).concat('01'),
    keepsHousehold: false,
    partnerName: '',
  })
  await fetch(`${sandboxes.tiktok.controlUrl}/tiktok/redirect`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: CONSENT_RETURN }),
  })
  for (const channel of ['shopee', 'tiktok'] as const) {
    const sandbox = sandboxes[channel]
    const access = sandbox.access() as Record<string, string | number>
    const { attemptId, consentAddress } = await client.sync.connect.begin({
      channel,
      shopId: newId(),
      newName: `Toko di ${channel}`,
      appId: String(access.partnerId ?? access.appKey),
      secret: String(access.partnerKey ?? access.appSecret),
      serviceId: String(access.serviceId ?? ''),
      sandbox: sandbox.url,
    })
    await client.sync.connect.finish({ attemptId, address: await answered(consentAddress, 'yes'), account: null })
  }
  const reading = performance.now()
  await core.sync.idle()
  yield `all of ${SKUS} SKUs read at both sandboxes, with their orders: ${Math.round((performance.now() - reading) / 1000)} s`
  const listingIds = core.doors.raw.prepare('SELECT id FROM listing WHERE variant_id IS NULL').pluck().all() as string[]
  await client.catalog.listings.createProducts({ listingIds: listingIds.slice(0, 5_000) })
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const pushing = performance.now()
  for (const { shopId, comparedAt } of await client.sync.stock.shops())
    await client.sync.stock.turn({ shopId, to: 'on', comparedAt: comparedAt! })
  delay.enable()
  await core.sync.idle()
  delay.disable()
  const standing = await client.sync.stock.shops()
  const left = standing.reduce((sum, { differing, refused }) => sum + differing + refused, 0)
  yield `${standing.map(({ listings }) => listings).join(' and ')} listings told to both: ${judge('full push', performance.now() - pushing, MINUTES_MS, ' ms')}, ${left} left, the process at most ${Math.round(delay.max / 1e6)} ms at once (99 of 100: ${Math.round(delay.percentile(99) / 1e6)} ms; both sandboxes in it)`
  await core.sync.start()
  await core.sync.idle()
  const [one] = await client.sync.stock.list({ shopId: standing[0]!.shopId, show: 'all' })
  const changing = performance.now()
  const day = new Date().toISOString().slice(0, 10)
  await client.purchasing.receive(aPurchase([{ variantId: one!.variantId, pieces: 9, price: 50_000 }], { day }))
  await core.sync.idle()
  yield `one change of stock confirmed where it is sold: ${judge('change of stock', performance.now() - changing, CHANGE_MS, ' ms')}`
  const idle = process.cpuUsage()
  await new Promise((waited) => setTimeout(waited, 10_000))
  const { user, system } = process.cpuUsage(idle)
  yield `idle for 10 s with two connected shops: ${((user + system) / 100_000).toFixed(1)}% of a processor`
  core.close()
  for (const sandbox of Object.values(sandboxes)) await sandbox.close()
  rmSync(folder, { recursive: true, force: true })
}
