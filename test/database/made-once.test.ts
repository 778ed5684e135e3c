import { expect, test } from 'vitest'
import { everyAct } from '../builders/every-act.ts'

type Call = (input: unknown) => Promise<unknown>

/** What makes a record under an id of the caller's choosing, and never changes it afterwards. */
const MAKES_RECORDS = [
  'orders.recordOwnSale',
  'inventory.adjust',
  'inventory.count',
  'returns.inspect',
  'returns.refund',
  'returns.claim',
  'returns.evidence.add',
]

test.each(MAKES_RECORDS)(
  '%s with the id of a record: the same draft makes no second one, another is refused',
  async (procedure) => {
    const { client, acts, doors } = await everyAct()
    const call = procedure
      .split('.')
      .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], client) as Call
    const { input, other } = await acts[procedure]!()
    const first = await call(input)
    // whoever names no act, and long after acts are forgotten
    doors.raw.exec('DELETE FROM act')
    const movements = () => doors.raw.prepare('SELECT count(*) FROM stock_movement').pluck().get()
    const before = movements()
    expect(await call(input)).toEqual(first)
    await expect(call(other)).rejects.toMatchObject({ code: 'ACT_ID_USED' })
    expect(await call(input)).toEqual(first)
    expect(movements()).toBe(before)
  },
)
