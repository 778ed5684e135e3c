import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { CONNECTORS } from '../../src-main/core/channels/connectors/connectors.ts'
import { nodeOutside } from '../../src-main/hosting/node-outside.ts'
import { businessDay } from '../../src-shared/kernel/business-day.ts'
import type { ConnectedChannel } from '../../src-shared/sync/sync.ts'
import { aCore, SUNDAY } from './a-core.ts'

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-latihan-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Toko Latihan as a host opens it, with its file in the folder where its marketplaces are kept. */
export async function aPractice(folder = aFolder(), isNew = true) {
  const made = await aCore({
    practiceFolder: folder,
    file: join(folder, 'latihan.sqlite'),
    connectors: CONNECTORS,
    outside: nodeOutside(folder),
    setUp: isNew ? {} : false,
  })
  const { client, core } = made
  // the marketplaces' clocks run, and so does the laptop's
  const begin = performance.now()
  Object.defineProperty(made.clock, 'now', { get: () => Math.floor(SUNDAY + performance.now() - begin) })
  await core.practising.resume()
  const round = async () => {
    await client.sync.now({ shopId: null })
    await core.sync.idle()
  }
  const opened = async (channel: ConnectedChannel) => {
    const { markets } = await client.sync.practice.open({ channel })
    await core.sync.idle()
    return markets.find((each) => each.channel === channel)!
  }
  const orders = async () => (await client.orders.list({ limit: 100 })).rows
  const today = async () => businessDay((await client.sync.practice.state()).now, 'WIB')
  const nextDay = async () => {
    await client.sync.practice.nextDay({ day: await today() })
    await core.sync.idle()
  }
  /** As the app is ended: what the marketplaces know is kept. */
  const end = async () => {
    await core.sync.idle()
    core.close()
    // another process would know nothing of the lines that were open
    await setTimeout(100)
  }
  return { ...made, folder, round, opened, orders, today, nextDay, end }
}
