import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { createCore } from '../../src-main/core/core.ts'
import type { Outside } from '../../src-main/core/outside.ts'
import { nodeOutside } from '../../src-main/hosting/node-outside.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { CONSENT_RETURN } from '../../src-shared/sync/sync.ts'
import { answered } from '../channels/connectors/sandboxed.ts'

const CHANNELS = ['shopee', 'tiktok'] as const

/** A sandbox in a process of its own, and its control API. */
async function aSandbox(name: (typeof CHANNELS)[number], skus: number, stock: number) {
  const child: ChildProcess = fork(join(import.meta.dirname, 'sandbox-process.ts'), [name, String(skus), String(stock)])
  const [access] = (await once(child, 'message')) as [Record<string, string | number>]
  return {
    access,
    async control(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<unknown> {
      const answer = await fetch(`${access.control}${path}`, {
        method,
        headers: body === undefined ? {} : { 'content-type': 'application/json' },
        body: body === undefined ? null : JSON.stringify(body),
      })
      const text = await answer.text()
      if (!answer.ok) throw new Error(`${path}: ${text}`)
      return text === '' ? null : JSON.parse(text)
    },
    end: () => void child.kill(),
  }
}

/** The core of a folder; `ahead` of this computer's clock as far as the sandboxes were moved. */
export const benchCore = (folder: string, ahead: { ms: number }, outside: Partial<Outside> = {}) =>
  createCore({
    file: join(folder, 'lumbung.sqlite'),
    now: () => Date.now() + ahead.ms,
    host: { version: '0', host: 'process', dataFolder: folder, isPractice: false },
    outside: { ...nodeOutside(folder), ...outside },
    resourcesFolder: join(import.meta.dirname, '../../resources'),
  })

/** A shop connected to both sandboxes, which keep the channels' limits and live beside it. */
export async function connectedBenchShop(skus: number, stock: number) {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-connected-'))
  const ahead = { ms: 0 }
  const sandboxes = {
    shopee: await aSandbox('shopee', skus, stock),
    tiktok: await aSandbox('tiktok', skus, stock),
  }
  const core = await benchCore(folder, ahead)
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
  await sandboxes.tiktok.control('PUT', 'tiktok/redirect', { url: CONSENT_RETURN })
  for (const channel of CHANNELS) {
    const { access } = sandboxes[channel]
    const { attemptId, consentAddress } = await client.sync.connect.begin({
      channel,
      shopId: newId(),
      newName: `Toko di ${channel}`,
      appId: String(access.partnerId ?? access.appKey),
      secret: String(access.partnerKey ?? access.appSecret),
      serviceId: String(access.serviceId ?? ''),
      sandbox: String(access.url),
    })
    await client.sync.connect.finish({ attemptId, address: await answered(consentAddress, 'yes'), account: null })
  }
  const both = Object.values(sandboxes)
  return {
    core,
    client,
    folder,
    ahead,
    both,
    /** Time goes by at the channels and on this computer. */
    async passes(ms: number) {
      for (const { control } of both) await control('POST', 'clock', { moveSeconds: ms / 1000 })
      ahead.ms += ms
    },
    close() {
      core.close()
      for (const { end } of both) end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type ConnectedBenchShop = Awaited<ReturnType<typeof connectedBenchShop>>
