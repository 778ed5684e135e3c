import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { createSureLink, type Named } from '../../src-renderer/base/sure-link.ts'
import { createUnanswered } from '../../src-renderer/base/unanswered.ts'

const CUT = () => new TypeError('Failed to fetch')
const SCAN = ['fulfilment', 'scan']
const LIST = ['orders', 'list']
const SETTLE = ['ledger', 'settleAgain']

/** A link whose calls meet what is planned for them, one after another; what was asked is kept. */
function aLink(...plan: (() => unknown)[]) {
  const asked: (string | undefined)[] = []
  const unanswered = createUnanswered()
  const said: string[] = []
  unanswered.subscribe(() => said.push(JSON.stringify(unanswered.read())))
  let time = 0
  const pause = async (milliseconds: number) => {
    time += milliseconds
  }
  const link = createSureLink(
    {
      async call(_path, _input, { context }) {
        asked.push((context as Named).act)
        return plan.shift()!()
      },
    },
    { unanswered, pause, now: () => time },
  )
  const call = (path: string[], signal?: AbortSignal) =>
    link.call(path, {}, { context: {}, ...(signal ? { signal } : {}) })
  return { call, asked, said, unanswered }
}

const throws = (error: unknown) => () => {
  throw error
}

test('an act whose answer was lost is asked again under the same name until there is one', async () => {
  const { call, asked, unanswered } = aLink(...Array(40).fill(throws(CUT())), () => 'in')
  expect(await call(SCAN)).toBe('in')
  expect(asked).toHaveLength(41)
  expect(new Set(asked).size).toBe(1)
  expect(unanswered.read()).toEqual({ asking: 0, learnt: { stand: 1, refused: 0 } })
})

test('meanwhile the window says that nobody knows, and of an act that was answered at once nothing', async () => {
  const cut = aLink(throws(CUT()), () => 'in')
  await cut.call(SCAN)
  expect(cut.said[0]).toBe('{"asking":1,"learnt":null}')
  const whole = aLink(() => 'in')
  await whole.call(SCAN)
  expect(whole.said).toEqual([])
})

test('an act that was recorded, and told of a buyer who is erased since, is not called unsaved', async () => {
  const { call, unanswered } = aLink(throws(CUT()), throws(new ORPCError('ACT_FORGOTTEN')))
  await expect(call(SCAN)).rejects.toMatchObject({ code: 'ACT_FORGOTTEN' })
  expect(unanswered.read().learnt).toEqual({ stand: 1, refused: 0 })
})

test('a refusal after the cut says that it is not in', async () => {
  const { call, unanswered } = aLink(throws(CUT()), throws(new ORPCError('GOODS_MISSING')))
  await expect(call(SCAN)).rejects.toMatchObject({ code: 'GOODS_MISSING' })
  expect(unanswered.read().learnt).toEqual({ stand: 0, refused: 1 })
})

test('every act has a name of its own, a question has none', async () => {
  const { call, asked } = aLink(...Array(3).fill(() => 'in'))
  await call(SCAN)
  await call(SCAN)
  await call(LIST)
  expect(asked[0]).not.toBe(asked[1])
  expect(asked[2]).toBeUndefined()
})

test('a question waits for a host that is started again, and says so when none comes', async () => {
  const back = aLink(throws(CUT()), throws(CUT()), () => 'rows')
  expect(await back.call(LIST)).toBe('rows')
  expect(back.said).toEqual([])
  const away = aLink(...Array(40).fill(throws(CUT())))
  await expect(away.call(LIST)).rejects.toThrow('Failed to fetch')
  expect(away.asked.length).toBeLessThan(12)
})

test('an answer that broke in the middle counts as cut', async () => {
  const broken = new Error('Cannot parse response body', { cause: new TypeError('network error') })
  const { call, asked } = aLink(throws(broken), () => 'in')
  expect(await call(SCAN)).toBe('in')
  expect(asked[0]).toBe(asked[1])
})

test('a defect is no outage: it is told, not asked again', async () => {
  const { call, asked } = aLink(throws(new TypeError('x is undefined')))
  await expect(call(SCAN)).rejects.toThrow('x is undefined')
  expect(asked).toHaveLength(1)
})

test('a caller that stops waiting is let go', async () => {
  const leaving = new AbortController()
  const { call, unanswered } = aLink(throws(CUT()), () => {
    leaving.abort()
    throw leaving.signal.reason
  })
  await expect(call(SCAN, leaving.signal)).rejects.toThrow()
  expect(unanswered.read()).toEqual({ asking: 0, learnt: null })
})

test('a long act whose stream breaks goes on under the same name and ends once', async () => {
  const { call, asked, unanswered } = aLink(
    async function* () {
      yield { done: 1 }
      throw CUT()
    },
    throws(CUT()),
    async function* () {
      yield { done: 2 }
      yield { outcome: 'all' }
    },
  )
  const heard: unknown[] = []
  for await (const news of (await call(SETTLE)) as AsyncGenerator<unknown>) heard.push(news)
  expect(heard).toEqual([{ done: 1 }, { done: 2 }, { outcome: 'all' }])
  expect(new Set(asked).size).toBe(1)
  expect(unanswered.read()).toEqual({ asking: 0, learnt: { stand: 1, refused: 0 } })
})
