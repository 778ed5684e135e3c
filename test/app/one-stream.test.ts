import { expect, onTestFinished, test, vi } from 'vitest'
import type { News } from '../../src-renderer/base/core-news.ts'
import { followTogether, tabsOfBrowser } from '../../src-renderer/base/one-stream.ts'
import { createTurns } from '../../src-renderer/base/turns.ts'

/** A host that counts the streams it serves and can end them all. */
function aHost() {
  let open = 0
  const hearers = new Set<{ push: (answers: string[]) => void; end: () => void }>()
  return {
    open: () => open,
    announce: (...answers: string[]) => {
      for (const { push } of hearers) push(answers)
    },
    restart: () => {
      for (const { end } of [...hearers]) end()
    },
    watch: async (signal: AbortSignal) =>
      (async function* () {
        open++
        let next = Promise.withResolvers<string[] | null>()
        const hearer = {
          push: (answers: string[]) => next.resolve(answers),
          end: () => next.resolve(null),
        }
        hearers.add(hearer)
        signal.addEventListener('abort', hearer.end)
        try {
          for (let answers = await next.promise; answers && !signal.aborted; answers = await next.promise) {
            next = Promise.withResolvers()
            yield { answers }
          }
        } finally {
          open--
          hearers.delete(hearer)
        }
      })(),
  }
}

/** A tab of the browser: what it heard, and how it is closed. */
function aTab(host: ReturnType<typeof aHost>) {
  const heard: News[] = []
  const leaving = new AbortController()
  const followed = followTogether(host.watch, (news) => heard.push(news), leaving.signal, tabsOfBrowser()!)
  onTestFinished(() => leaving.abort())
  return {
    answers: () => heard.flatMap((news) => ('answers' in news ? news.answers : [])),
    isConnected: () => heard.findLast((news) => 'isConnected' in news)?.isConnected ?? false,
    askedAgain: () => heard.filter((news) => 'isConnected' in news && news.isConnected && news.isAgain).length,
    close: async () => {
      leaving.abort()
      await followed
    },
  }
}

test('eight tabs hear everything over one stream', async () => {
  const host = aHost()
  const tabs = Array.from({ length: 8 }, () => aTab(host))
  await vi.waitUntil(() => tabs.every((tab) => tab.isConnected()))
  expect(host.open()).toBe(1)
  host.announce('orders.list')
  await vi.waitUntil(() => tabs.every((tab) => tab.answers().includes('orders.list')))
  expect(host.open()).toBe(1)
})

test('when the tab that listens is closed another takes over, and all ask again for what they may have missed', async () => {
  const host = aHost()
  const [first, ...others] = Array.from({ length: 4 }, () => aTab(host))
  await vi.waitUntil(() => others.every((tab) => tab.isConnected()))
  await first!.close()
  await vi.waitUntil(() => others.every((tab) => tab.askedAgain() === 1))
  host.announce('cash.list')
  await vi.waitUntil(() => others.every((tab) => tab.answers().includes('cash.list')))
  expect(host.open()).toBe(1)
})

test('a host that is started again is found by all, over one stream', async () => {
  const host = aHost()
  const tabs = Array.from({ length: 3 }, () => aTab(host))
  await vi.waitUntil(() => tabs.every((tab) => tab.isConnected()))
  host.restart()
  await vi.waitUntil(() => tabs.every((tab) => tab.askedAgain() === 1 && tab.isConnected()))
  expect(host.open()).toBe(1)
})

test('a tab opened later knows at once that the core answers, and the others do not ask again for it', async () => {
  const host = aHost()
  const first = aTab(host)
  await vi.waitUntil(() => first.isConnected())
  const late = aTab(host)
  await vi.waitUntil(() => late.isConnected())
  expect(first.askedAgain() + late.askedAgain()).toBe(0)
})

test('a tab opened later hears what was announced just before it could listen', async () => {
  const host = aHost()
  const first = aTab(host)
  await vi.waitUntil(() => first.isConnected() && host.open() === 1)
  host.announce('orders.list')
  await vi.waitUntil(() => first.answers().includes('orders.list'))
  const late = aTab(host)
  await vi.waitUntil(() => late.answers().includes('orders.list'))
})

test('of many long calls three are under way at once, the others wait for their turn, and short ones for none', async () => {
  let under = 0
  let most = 0
  const gates: (() => void)[] = []
  const link = createTurns(
    {
      async call(path) {
        if (path.at(-1) !== 'confirm') return 'short'
        most = Math.max(most, ++under)
        return (async function* () {
          await new Promise<void>((open) => gates.push(open))
          under--
          yield 'result'
        })()
      },
    },
    navigator.locks,
  )
  const long = Array.from({ length: 8 }, async () => {
    const stream = (await link.call(['channels', 'files', 'confirm'], {}, { context: {} })) as AsyncGenerator<unknown>
    for await (const news of stream) return news
    return null
  })
  await vi.waitUntil(() => gates.length === 3)
  expect(await link.call(['fulfilment', 'scan'], {}, { context: {} })).toBe('short')
  const opening = setInterval(() => gates.shift()?.(), 1)
  onTestFinished(() => clearInterval(opening))
  expect(await Promise.all(long)).toEqual(Array(8).fill('result'))
  expect(most).toBe(3)
})

test('a long call that is given up while it waits leaves its place', async () => {
  const link = createTurns(
    {
      call: async () =>
        (async function* () {
          yield 'x'
          await new Promise(() => {})
        })(),
    },
    navigator.locks,
  )
  const path = ['channels', 'files', 'read']
  const streams: AsyncGenerator<unknown>[] = []
  for (let n = 0; n < 3; n++) streams.push((await link.call(path, {}, { context: {} })) as AsyncGenerator<unknown>)
  for (const stream of streams) await stream.next()
  const leaving = new AbortController()
  const waiting = link.call(path, {}, { context: {}, signal: leaving.signal })
  leaving.abort()
  await expect(waiting).rejects.toThrow()
})
