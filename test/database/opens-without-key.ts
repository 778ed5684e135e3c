import { dirname } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { createCore } from '../../src-main/core/core.ts'
import { doHere } from '../../src-main/core/heavy-work.ts'
import { nodeOutside } from '../../src-main/hosting/node-outside.ts'

/** Opens a shop whose key is not on this laptop, and again after its code was typed. Arguments: file, order, code, moment. */
const [file = '', number = '', code = '', moment = '0'] = process.argv.slice(2)
const core = await createCore({
  file,
  now: () => Number(moment),
  host: { version: '0', host: 'process', dataFolder: dirname(file), isPractice: false },
  outside: { ...nodeOutside(dirname(file)), doApart: doHere },
  resourcesFolder: '',
})
const client = createRouterClient(core.router)

async function seen() {
  const [row] = (await client.orders.list({ query: number, limit: 1 })).rows
  const { recipient } = await client.orders.get({ id: row!.id })
  const { isKeyLocked } = await client.backup.status()
  const { rows } = await client.orders.list({ query: '081299887766', limit: 5 })
  return { ...recipient, isKeyLocked, ok: (await client.ledger.verify()).ok, found: Math.min(rows.length, 1) }
}

const locked = await seen()
await client.backup.code.unlock({ code })
const opened = await seen()
core.close()
process.stdout.write(JSON.stringify({ locked, opened }))
