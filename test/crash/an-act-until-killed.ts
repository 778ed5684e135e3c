import { readFileSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { createRouterClient, ORPCError } from '@orpc/server'
import Sqlite from 'better-sqlite3'
import { createCore } from '../../src-main/core/core.ts'
import { nodeOutside } from '../../src-main/hosting/node-outside.ts'
import { buildSampleShop } from '../../src-main/sample-shop/build.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aStillChannel } from '../builders/a-still-channel.ts'
import { type NamedAct, plain, withFiles } from './named-act.ts'

/**
 * Does acts of a list, from one to another, each under its own name, and dies with no warning right before the so-many-th statement of the last
 * one; where that has fewer, when it is done and before anybody is told. Prints what each came to. Arguments: the file of the shop, that of the
 * list, the first and the last act (the last excluded), the statement; 0 to live on, telling how many statements each had.
 */
const [file = '', list = '', from = '0', until = '0', statement = '0'] = process.argv.slice(2)
const acts = JSON.parse(readFileSync(list, 'utf8')) as NamedAct[]

let statements = 0
let dieAt = Number.POSITIVE_INFINITY
const die = () => process.kill(process.pid, 'SIGKILL')
const ofStatements = Object.getPrototypeOf(new Sqlite(':memory:').prepare('SELECT 1')) as Record<string, unknown>
for (const name of ['run', 'get', 'all', 'iterate']) {
  const real = ofStatements[name] as (...facts: unknown[]) => unknown
  ofStatements[name] = function (this: unknown, ...facts: unknown[]) {
    if (++statements === dieAt) die()
    return real.apply(this, facts)
  }
}

const isPractice = basename(file) === 'latihan.sqlite'
const core = await createCore({
  file,
  now: () => SUNDAY,
  host: { version: '0.0.0', host: 'process', dataFolder: '', isPractice },
  outside: nodeOutside(dirname(file)),
  connectors: { shopee: async () => aStillChannel() },
  resourcesFolder: join(import.meta.dirname, '../../resources'),
  practice: { fill, start: async () => null },
})
async function fill(onProgress: (done: number, total: number) => void): Promise<void> {
  await buildSampleShop({ core, client: createRouterClient(core.router), now: SUNDAY, onProgress })
}
const client = createRouterClient(core.router, { context: ({ act }: { act?: Id }) => (act ? { act } : {}) })
type Call = (input: unknown, options: { context: { act: Id } }) => Promise<unknown>

/** Of what tells how far it is, the last that it tells. */
async function ended(answer: unknown): Promise<unknown> {
  if (typeof answer !== 'object' || answer === null || !(Symbol.asyncIterator in answer)) return answer
  let last: unknown
  for await (const event of answer as AsyncIterable<unknown>) last = event
  return last
}

async function cameTo({ procedure, act, input }: NamedAct): Promise<string> {
  let call: unknown = client
  for (const part of procedure.split('.')) call = (call as Record<string, unknown>)[part]
  try {
    return JSON.stringify(await plain(await ended(await (call as Call)(withFiles(input), { context: { act } }))))
  } catch (problem) {
    if (!(problem instanceof ORPCError) || problem.status >= 500) throw problem
    return problem.code
  }
}

// a killed process leaves no cache behind by itself
flushCompileCache()
process.stdout.write('ready\n')
for (let at = Number(from); at < Number(until); at++) {
  const isLast = Number(statement) > 0 && at === Number(until) - 1
  statements = 0
  if (isLast) dieAt = Number(statement)
  const answer = await cameTo(acts[at]!)
  if (isLast) die()
  process.stdout.write(`${at}\t${statements}\t${answer}\n`)
}
// what the shop does by itself afterwards
await core.work.idle()
await core.sync.idle()
core.close()
