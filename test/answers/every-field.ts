import { createRouterClient } from '@orpc/server'
import { expect } from 'vitest'
import { dice } from '../../src-main/sample-shop/dice.ts'
import type { Defect } from '../../src-shared/kernel/defect.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import {
  FIRST_DAY,
  LARGEST_AMOUNT,
  LARGEST_PRICE,
  LARGEST_STORED,
  LAST_DAY,
  MOST_PIECES,
} from '../../src-shared/kernel/limits.ts'
import { everyAct } from '../builders/every-act.ts'
import { readEverything } from './read-everything.ts'

/** Where a part of an input stands. */
type Place = readonly (string | number)[]

/** What scanners, slips of the hand and strange programs put where a number, a day or a text belongs. */
const NUMBERS = [8_991_234_567_890, LARGEST_STORED, LARGEST_AMOUNT, LARGEST_PRICE, MOST_PIECES, 1e300, 0.5, 0, -1]
const DAYS = ['0001-01-01', FIRST_DAY, '2015-01-01', '2026-02-30', '2026-11-23', LAST_DAY, '9999-12-31']
const MONTHS = ['0001-01', '2000-01', '2026-13', '2099-12', '9999-12']
const TEXTS = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202egnirts',
  '\n\n',
  '=1+1',
  '%_%',
  '__proto__',
  '8991234567890',
  '👩‍👩‍👧‍👦'.repeat(20),
]

function strangeFor(value: unknown): unknown[] {
  if (Array.isArray(value)) return [[], [...value, ...value], null, Array.from({ length: 20_001 }, () => value[0])]
  if (value === null) return [8_991_234_567_890, '', newId(), LAST_DAY]
  if (typeof value === 'number') return NUMBERS
  if (typeof value === 'boolean') return [!value, null]
  if (typeof value !== 'string') return []
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return DAYS
  if (/^\d{4}-\d\d$/.test(value)) return MONTHS
  if (/^[0-9a-f-]{36}$/.test(value)) return ['', 'x', newId()]
  return [...TEXTS, 'y'.repeat(5_001), null]
}

function partsOf(input: unknown, at: Place = []): { at: Place; value: unknown }[] {
  if (input instanceof File) return []
  if (Array.isArray(input))
    return [{ at, value: input }, ...input.flatMap((each, index) => partsOf(each, [...at, index]))]
  if (typeof input === 'object' && input !== null)
    return Object.entries(input).flatMap(([name, each]) => partsOf(each, [...at, name]))
  return [{ at, value: input }]
}

function withPart(input: unknown, [first, ...rest]: Place, part: unknown): unknown {
  if (first === undefined) return part
  if (Array.isArray(input)) return input.map((each, index) => (index === first ? withPart(each, rest, part) : each))
  const known = input as Record<string, unknown>
  return { ...known, [first]: withPart(known[first], rest, part) }
}

type Room = { [name: string]: Room } & ((input: unknown) => Promise<unknown>)
const procedureOf = (client: unknown, path: string): Room =>
  path.split('.').reduce((room, name) => room[name]!, client as Room)

/** Closed books would refuse whatever follows. */
const isAboutPeriods = (act: string) => act.startsWith('ledger.periods.')

/**
 * Each part of what each act is asked, in turn put to something strange: taken or refused, never a defect; and everything the
 * shop then holds can be read.
 * @param share of all there is to try, by lot.
 */
export async function everyField({ share, seed }: { share: number; seed: number }): Promise<number> {
  const die = dice(seed)
  const shop = await everyAct()
  const defects: { asked: string; details: string }[] = []
  let asked = ''
  const noteDefect = ({ details }: Defect) => void defects.push({ asked, details })
  const client = createRouterClient(shop.core.router, { context: { noteDefect } })
  let tried = 0
  for (const [act, ask] of Object.entries(shop.acts)) {
    if (isAboutPeriods(act)) continue
    for (const { at, value } of partsOf((await ask()).input))
      for (const strange of strangeFor(value)) {
        if (!die.chance(share)) continue
        tried++
        asked = `${act} with ${at.join('.')} = ${JSON.stringify(strange)?.slice(0, 80)}`
        const input = withPart((await ask()).input, at, strange)
        await procedureOf(
          client,
          act,
        )(input).catch(({ status }: { status?: number }) => {
          if (status === undefined || status >= 500) defects.push({ asked, details: 'answered raw' })
        })
      }
    asked = `reading after ${act}`
    if (share === 1) await readEverything({ client, skus: Object.values(shop.ids) })
  }
  asked = 'reading in the end'
  await readEverything({ client, skus: Object.values(shop.ids) })
  expect(defects).toEqual([])
  expect((await shop.client.ledger.verify()).findings.filter(({ ok }) => !ok)).toEqual([])
  return tried
}
