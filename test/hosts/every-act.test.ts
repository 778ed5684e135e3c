import { expect, test } from 'vitest'
import { ACTS } from '../../src-shared/acts.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { ACTS_OF_STEPS, type ActToSend, everyAct, firstActs } from '../builders/every-act.ts'
import { aNamedCaller, type Shop } from './a-named-caller.ts'

const CHANGES = 'SELECT total_changes()'
/** What settles everything after its own write does that again: it notes that it is at it, and adds nothing to the ledgers. */
const SETTLES_AFTERWARDS: ReadonlySet<string> = new Set(['ledger.periods.reopen'])
const LEDGER_ROWS = 'SELECT (SELECT count(*) FROM entry) + (SELECT count(*) FROM stock_movement)'

/** Three at once and one later are answered the same and leave one act; anything else under its name is refused. */
async function isDoneOnce(
  { doors }: Shop,
  send: Awaited<ReturnType<typeof aNamedCaller>>,
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
  const send = await aNamedCaller(shop)
  for (const [procedure, asked] of Object.entries(shop.acts)) await isDoneOnce(shop, send, procedure, await asked())
  const { findings } = await shop.client.ledger.verify()
  expect(findings.filter(({ ok }) => !ok)).toEqual([])
  const young = await aCore({ setUp: false })
  const sendYoung = await aNamedCaller(young)
  for (const [procedure, asked] of Object.entries(firstActs)) await isDoneOnce(young, sendYoung, procedure, asked)
  // none is left out
  expect([...Object.keys(shop.acts), ...Object.keys(firstActs), ...ACTS_OF_STEPS].sort()).toEqual([...ACTS].sort())
})
