import { createORPCClient } from '@orpc/client'
import { oc } from '@orpc/contract'
import { implement, type RouterClient } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import { RequestHeadersPlugin } from '@orpc/server/plugins'
import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createCoreLine } from '../../src-renderer/base/core-line.ts'
import { troubleOf } from '../../src-renderer/base/refusal-sentence.ts'
import { createSureLink } from '../../src-renderer/base/sure-link.ts'
import { createUnanswered } from '../../src-renderer/base/unanswered.ts'
import { CORE_LINE, CORE_LOST } from '../../src-shared/app/desktop-bridge.ts'

const contract = {
  whichCore: oc.output(z.string()),
  neverAnswers: oc.output(z.string()),
  /** An act of the shop by its path: the first core dies of it, the second does it. */
  fulfilment: { scan: oc.output(z.string()) },
}
const os = implement(contract).$context<{ reqHeaders?: Headers }>()
/** Kept when a core has heard the question that it will never answer. */
const asked = Promise.withResolvers<void>()
const routerOf = (name: string, onAct: (act: string | null) => void = () => {}) =>
  os.router({
    fulfilment: {
      scan: os.fulfilment.scan.handler(({ context }) => {
        onAct(context.reqHeaders?.get('idempotency-key') ?? null)
        return name === 'the first core' ? new Promise<string>(() => {}) : name
      }),
    },
    whichCore: os.whichCore.handler(() => name),
    neverAnswers: os.neverAnswers.handler(() => {
      asked.resolve()
      return new Promise<string>(() => {})
    }),
  })
type Client = RouterClient<ReturnType<typeof routerOf>>

const ports: MessagePort[] = []
afterEach(() => {
  for (const port of ports.splice(0)) port.close()
})

/** A window that the desktop app posts lines into, as its preload does. */
function aDesktopWindow(onAct?: (act: string | null) => void) {
  let listener: (event: unknown) => void = () => {}
  let connections = 0
  const window = {
    addEventListener: (_: string, added: (event: unknown) => void) => {
      listener = added
    },
  }
  const post = (data: string, lines: MessagePort[] = []) => listener({ source: window, data, ports: lines })
  const line = createCoreLine(window as unknown as Window, {
    connect: () => {
      connections += 1
    },
  })
  return {
    line,
    client: createORPCClient<Client>(line),
    connections: () => connections,
    giveLine(name: string) {
      const { port1, port2 } = new MessageChannel()
      ports.push(port1, port2)
      new RPCHandler(routerOf(name, onAct), { plugins: [new RequestHeadersPlugin()] }).upgrade(port1, { context: {} })
      port1.start()
      post(CORE_LINE, [port2])
    },
    lose: () => post(CORE_LOST),
  }
}

test('calls made before the core answers wait for it', async () => {
  const { client, giveLine, connections } = aDesktopWindow()
  const answer = client.whichCore()
  expect(connections()).toBe(1)
  giveLine('the first core')
  expect(await answer).toBe('the first core')
})

test('a call under way when the core ends fails as an outage, and the next one goes to the new core', async () => {
  const { client, giveLine, lose } = aDesktopWindow()
  giveLine('the first core')
  await client.whichCore()
  const hanging = client.neverAnswers().catch((error: unknown) => error)
  await asked.promise
  lose()
  expect(troubleOf(await hanging, 'id').kind).toBe('outage')
  const next = client.whichCore()
  giveLine('the second core')
  expect(await next).toBe('the second core')
})

test('an act under way when the core ends is asked of the next core under the same name', async () => {
  const names: (string | null)[] = []
  const { line, giveLine, lose } = aDesktopWindow((name) => void names.push(name))
  const sure = createSureLink(line, { unanswered: createUnanswered(), pause: async () => {} })
  giveLine('the first core')
  const answer = sure.call(['fulfilment', 'scan'], undefined, { context: {} })
  await vi.waitUntil(() => names.length === 1)
  lose()
  giveLine('the second core')
  expect(await answer).toBe('the second core')
  expect(names[0]).toMatch(/^[0-9a-f-]{36}$/)
  expect(names).toEqual([names[0], names[0]])
})

test('a window that stops waiting gets its abort although no core has come', async () => {
  const { client } = aDesktopWindow()
  const leaving = new AbortController()
  const answer = client.whichCore(undefined, { signal: leaving.signal })
  leaving.abort()
  await expect(answer).rejects.toThrow()
})

test('a call that the first core never heard goes to the second', async () => {
  const { client, giveLine, lose } = aDesktopWindow()
  giveLine('the first core')
  const answer = client.whichCore()
  lose()
  giveLine('the second core')
  expect(await answer).toBe('the second core')
})
