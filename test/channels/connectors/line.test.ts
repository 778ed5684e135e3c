import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { createLine, exactJson, type Question, retryAfterMs } from '../../../src-main/core/channels/connectors/line.ts'
import { ChannelTrouble } from '../../../src-main/core/channels/connectors/trouble.ts'
import { nodeScheduler, nodeTransport } from '../../../src-main/core/outside.ts'

const NOON = Date.parse('2026-11-22T05:00:00Z')

async function aChannelThat(answers: RequestListener) {
  const server = createServer(answers)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onTestFinished(() => void server.closeAllConnections())
  onTestFinished(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/orders?key=rahasia`
  const line = createLine({ transport: nodeTransport, scheduler: nodeScheduler, now: () => NOON })
  return {
    url,
    line,
    ask: (question: Partial<Question> = {}) => line.ask({ method: 'GET', url, isReading: true, ...question }),
  }
}

const troubleOf = async (asked: Promise<unknown>) => {
  const problem = await asked.then(
    () => null,
    (problem) => problem,
  )
  if (!(problem instanceof ChannelTrouble)) throw new Error('nothing went wrong', { cause: problem })
  return problem.trouble
}

test('a whole answer comes with the moment by the clock of the channel', async () => {
  const { ask, line } = await aChannelThat((_, response) => {
    response.setHeader('date', 'Sun, 22 Nov 2026 04:58:00 GMT')
    response.setHeader('content-type', 'application/json; charset=utf-8')
    response.end('{"orders":[]}')
  })
  expect(line.now()).toBe(NOON)
  const answer = await ask()
  expect(answer.json()).toEqual({ orders: [] })
  expect(answer.at).toBe(Date.parse('2026-11-22T04:58:00Z'))
  expect([line.skewMs(), line.now()]).toEqual([-120_000, NOON - 120_000])
})

test('half a body, a dropped line and a login page are never an answer', async () => {
  const half = await aChannelThat((_, response) => {
    response.setHeader('content-length', 1000)
    response.write('{"orders":')
    setTimeout(() => response.destroy(), 10)
  })
  expect(await troubleOf(half.ask())).toMatchObject({ kind: 'transient', code: 'NO_ANSWER' })

  const dropped = await aChannelThat((request) => request.destroy())
  expect(await troubleOf(dropped.ask())).toMatchObject({ kind: 'transient', code: 'NO_ANSWER' })

  const portal = await aChannelThat((_, response) => response.end('<html>Masuk WiFi</html>'))
  const page = await portal.ask()
  expect(() => page.json()).toThrow(expect.objectContaining({ trouble: expect.objectContaining({ code: 'NOT_JSON' }) }))

  const redirecting = await aChannelThat((_, response) => response.writeHead(302, { location: '/login' }).end())
  expect(await troubleOf(redirecting.ask())).toMatchObject({ kind: 'transient', code: 'REDIRECTED' })
})

test('an answer that drips is cut off by its whole time, and one that unpacks too large by its size', async () => {
  const drip = await aChannelThat((_, response) => {
    const timer = setInterval(() => response.write(' '), 5)
    response.on('close', () => clearInterval(timer))
  })
  expect(await troubleOf(drip.ask({ timeoutMs: 60 }))).toMatchObject({ kind: 'transient', code: 'TIME_OUT' })

  const bomb = await aChannelThat((_, response) => {
    response.setHeader('content-encoding', 'gzip')
    response.end(gzipSync(Buffer.alloc(4_000_000)))
  })
  expect(await troubleOf(bomb.ask({ maxBytes: 1_000_000 }))).toMatchObject({ code: 'ANSWER_TOO_LARGE' })
})

test('what was to be written and got no answer may have happened', async () => {
  const { ask } = await aChannelThat((request) => request.destroy())
  expect(await troubleOf(ask({ method: 'POST', body: '{"stock":3}', isReading: false }))).toMatchObject({
    kind: 'unknown result',
    code: 'NO_ANSWER',
  })
})

test('no trouble repeats the address, which may carry keys', async () => {
  const { ask } = await aChannelThat((request) => request.destroy())
  expect(JSON.stringify(await troubleOf(ask()))).not.toContain('rahasia')
})

test('ids of 64 bits keep their digits, amounts stay numbers', () => {
  expect(
    exactJson('{"id":7494049642642441621,"ids":[9007199254740993],"price":75000,"rate":1.5,"at":1700000000000}'),
  ).toEqual({ id: '7494049642642441621', ids: ['9007199254740993'], price: 75_000, rate: 1.5, at: 1_700_000_000_000 })
})

test('Retry-After is read as seconds or as a date', () => {
  const after = (value: string) => retryAfterMs(new Headers({ 'retry-after': value }), NOON)
  expect(after('120')).toBe(120_000)
  expect(after('Sun, 22 Nov 2026 05:00:30 GMT')).toBe(30_000)
  expect(after('Sun, 22 Nov 2026 04:00:00 GMT')).toBe(0)
  expect(after('soon')).toBeNull()
  expect(retryAfterMs(new Headers(), NOON)).toBeNull()
})
