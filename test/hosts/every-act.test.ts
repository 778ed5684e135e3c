import { RPCLink } from '@orpc/client/fetch'
import { expect, onTestFinished, test } from 'vitest'
import { doorKeys } from '../../src-main/web/door-keys.ts'
import { createWebHost } from '../../src-main/web/web-host.ts'
import { ACTS } from '../../src-shared/acts.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { ACTS_OF_STEPS, type ActToSend, everyAct, firstActs } from '../builders/every-act.ts'
import { aBuiltPage, cookieFrom } from './a-web-host.ts'

type Shop = Pick<Awaited<ReturnType<typeof aCore>>, 'core' | 'folder' | 'doors'>

/** The shop behind HTTP, and a caller that names its acts. */
async function served({ core, folder }: Shop) {
  const host = await createWebHost({
    core,
    rendererFolder: aBuiltPage(folder),
    port: 0,
    version: '0.0.0',
    keys: doorKeys(`${folder}/lumbung.sqlite`),
    noteDefect: ({ details }) => expect.unreachable(details),
  })
  onTestFinished(() => host.close())
  const cookie = await cookieFrom(host.startAddress())
  const link = new RPCLink<{ act: string }>({
    url: `${host.url}/rpc`,
    headers: ({ context }) => ({ cookie, 'idempotency-key': context.act }),
  })
  return async (procedure: string, input: unknown, act: string) =>
    withoutMoments(await link.call(procedure.split('.'), input, { context: { act } }))
}

/** A file that came over a line is dated by its arrival; what is in it counts. */
async function withoutMoments(answer: unknown): Promise<unknown> {
  const { file } = (answer ?? {}) as { file?: unknown }
  if (!(file instanceof File)) return answer
  return { ...(answer as object), file: { name: file.name, type: file.type, text: await file.text() } }
}

const CHANGES = 'SELECT total_changes()'
/** What settles everything after its own write does that again: it notes that it is at it, and adds nothing to the ledgers. */
const SETTLES_AFTERWARDS: ReadonlySet<string> = new Set(['ledger.periods.reopen'])
const LEDGER_ROWS = 'SELECT (SELECT count(*) FROM entry) + (SELECT count(*) FROM stock_movement)'

/** Three at once and one later are answered the same and leave one act; anything else under its name is refused. */
async function isDoneOnce(
  { doors }: Shop,
  send: Awaited<ReturnType<typeof served>>,
  procedure: string,
  { input, other }: ActToSend,
) {
  const act = newId()
  const [first, ...more] = await Promise.all([1, 2, 3].map(() => send(procedure, input, act)))
  const written = () =>
    doors.raw
      .prepare(SETTLES_AFTERWARDS.has(procedure) ? LEDGER_ROWS : CHANGES)
      .pluck()
      .get()
  const before = written()
  more.push(await send(procedure, input, act))
  expect(written(), `${procedure} wrote again`).toBe(before)
  for (const answer of more) expect(answer, procedure).toEqual(first)
  if (other !== undefined)
    await expect(send(procedure, other, act), procedure).rejects.toMatchObject({ code: 'ACT_ID_USED' })
  expect(written(), `${procedure} wrote for a refusal`).toBe(before)
  const remembered = doors.raw.prepare('SELECT procedure FROM act WHERE id = ?').pluck().all(act)
  expect(remembered, procedure).toEqual([procedure])
}

test('every act of the contract, sent three times at once and once more, is done once and answered the same; other contents are refused', async () => {
  const shop = await everyAct()
  const send = await served(shop)
  for (const [procedure, asked] of Object.entries(shop.acts)) await isDoneOnce(shop, send, procedure, await asked())
  const { findings } = await shop.client.ledger.verify()
  expect(findings.filter(({ ok }) => !ok)).toEqual([])
  const young = await aCore({ setUp: false })
  const sendYoung = await served(young)
  for (const [procedure, asked] of Object.entries(firstActs)) await isDoneOnce(young, sendYoung, procedure, asked)
  // none is left out
  expect([...Object.keys(shop.acts), ...Object.keys(firstActs), ...ACTS_OF_STEPS].sort()).toEqual([...ACTS].sort())
})
