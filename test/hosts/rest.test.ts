import { expect, test } from 'vitest'
import { aProduct } from '../builders/a-product.ts'
import { asker, aWebHost } from './a-web-host.ts'
import { exampleOf, type Schema } from './example-of.ts'

interface Operation {
  operationId: string
  parameters?: { name: string; in: 'path' | 'query'; required?: boolean; schema: Schema; style?: string }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { content?: Record<string, unknown> }>
}
interface Description {
  servers: { url: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { securitySchemes: Record<string, { type: string; scheme: string; description: string }> }
}

/** A script that knows nothing of us but the description and the token. */
async function aScript() {
  const shop = await aWebHost()
  await shop.client.catalog.products.save(aProduct())
  const description = (await (await fetch(`${shop.host.url}/openapi.json`)).json()) as Description
  const [server] = description.servers
  const authorization = `Bearer ${shop.keys.apiToken}`

  /** One operation with examples of its own description; the status, and what was said when it is no success. */
  async function call(method: string, path: string, operation: Operation, whole: boolean) {
    const query = new URLSearchParams()
    let address = path
    for (const { name, in: place, required, schema } of operation.parameters ?? []) {
      if (!required && !whole) continue
      const example = exampleOf(schema, whole)
      if (place === 'path') address = address.replace(`{${name}}`, encodeURIComponent(String(example)))
      // style "form", exploded, as OpenAPI has it when nothing is said
      else for (const value of Array.isArray(example) ? example : [example]) query.append(name, String(value))
    }
    const [type, body] = Object.entries(operation.requestBody?.content ?? {})[0] ?? []
    const answer = await fetch(`${server!.url}${address}?${query}`, {
      method: method.toUpperCase(),
      ...written(type, body && exampleOf(body.schema, whole), { authorization }),
    })
    const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') ?? false
    const said = isStream ? await firstOf(answer) : await answer.text()
    return { status: answer.status, said, isStream }
  }
  return { ...shop, description, call }
}

/** A body as its content type wants it; a form says itself where its parts end. */
function written(type: string | undefined, example: unknown, headers: Record<string, string>) {
  if (type !== 'multipart/form-data')
    return {
      headers: { ...headers, ...(type ? { 'content-type': type } : {}) },
      ...(type ? { body: JSON.stringify(example) } : {}),
    }
  const body = new FormData()
  for (const [name, part] of Object.entries(example as Record<string, unknown>))
    body.append(name, part instanceof File ? part : String(part))
  return { headers, body }
}

/** What a stream says first; one that never ends is not waited for. */
async function firstOf(answer: Response): Promise<string> {
  const reader = answer.body!.getReader()
  const silence = new Promise<{ value?: Uint8Array }>((resolve) => setTimeout(() => resolve({}), 300).unref())
  const { value } = await Promise.race([reader.read(), silence])
  await reader.cancel()
  return value ? new TextDecoder().decode(value) : ''
}

const operationsOf = ({ paths }: Description) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  )

test('every operation takes an example of its own description, with all its parts and with the fewest', async () => {
  const { description, call, defects } = await aScript()
  const operations = operationsOf(description)
  expect(operations.length).toBeGreaterThan(100)
  const wrong: string[] = []
  for (const { method, path, operation } of operations)
    for (const whole of [true, false]) {
      const { status, said, isStream } = await call(method, path, operation, whole)
      const promised = Object.keys(operation.responses)
      // a refusal in the middle of a stream is an event of it
      const isDefect = isStream && /INTERNAL_SERVER_ERROR|BAD_REQUEST/.test(said)
      if (!promised.includes(String(status)) || isDefect)
        wrong.push(`${method.toUpperCase()} ${path} ${whole ? 'whole' : 'fewest'}: ${status} ${said.slice(0, 400)}`)
    }
  expect(wrong).toEqual([])
  // one operation is there to note defects
  expect(defects.filter(({ details }) => !details.includes('told by a window'))).toEqual([])
})

test('numbers, yes and no, and lists in an address are read as what they are', async () => {
  const { host, keys, client } = await aScript()
  const ask = async (path: string) => {
    const answer = await asker(host.url, '')(path, { headers: { authorization: `Bearer ${keys.apiToken}` } })
    return { status: answer.status, body: JSON.parse(answer.text) }
  }
  expect(await ask('/api/products?limit=1&archived=false')).toMatchObject({ status: 200, body: { rows: [{}] } })
  expect((await ask('/api/products?archived=true')).body.rows).toEqual([])
  const [one, other] = await client.ledger.accounts()
  const asked = { accounts: [one!.code, other!.code], to: '2026-12-31' }
  expect(
    (await ask(`/api/accounts/entries?accounts[]=${one!.code}&accounts[]=${other!.code}&to=2026-12-31`)).body,
  ).toEqual(await client.ledger.accountEntries(asked))
})

test.each(['limit=lima', 'limit=5.5', 'limit=', 'limit=0', 'limit=501', 'archived=mungkin', 'limit=1&limit=2'])(
  'what cannot be read so is refused, never guessed: %s',
  async (query) => {
    const { host, keys } = await aWebHost()
    const headers = { authorization: `Bearer ${keys.apiToken}` }
    expect((await asker(host.url, '')(`/api/products?${query}`, { headers })).status).toBe(400)
  },
)

test('a JSON body is taken at its word: a number in quotes is no number', async () => {
  const { ask } = await aWebHost()
  const body = JSON.stringify({ soundVolume: '5' })
  expect((await ask('/api/settings', { method: 'PATCH', body })).status).toBe(400)
})

test('a script finds in the description how it is let in', async () => {
  const { description } = await aScript()
  const { token } = description.components.securitySchemes
  expect(token).toMatchObject({ type: 'http', scheme: 'bearer' })
  expect(token!.description).toContain('lumbung.sqlite.api-token')
  expect(token!.description).toContain('--api')
})

test('a command without a body needs no content type from a script, and is refused from a page of another site', async () => {
  const { host, keys, cookie } = await aWebHost()
  const post = (headers: Record<string, string>) =>
    fetch(`${host.url}/api/verify`, { method: 'POST', headers }).then(({ status }) => status)
  expect(await post({ authorization: `Bearer ${keys.apiToken}` })).toBe(200)
  expect(await post({ cookie })).toBe(415)
})

test('a cursor of another list, or none at all, gives rows or a refusal, never a defect', async () => {
  const { description, host, keys, defects } = await aScript()
  const ask = asker(host.url, '')
  const lists = operationsOf(description).filter(({ operation }) =>
    operation.parameters?.some(({ name }) => name === 'cursor'),
  )
  expect(lists.length).toBeGreaterThan(10)
  const cursors = ['', 'x', '{}', 'null', '7', '[[]]', '[{"a":1}]', '[true]', `["${'\u0000'}"]`]
  const keysOfOthers = ['[]', '[null]', '["a"]', '[1,"b",null]', '[1e999,-1e999]', '[0,0,0,0,0,0,0,0,0]', '["\\ud800"]']
  const answers: string[] = []
  for (const { path, operation } of lists)
    for (const cursor of [...cursors, ...keysOfOthers]) {
      const query = new URLSearchParams({ cursor })
      for (const { name, in: place, required, schema } of operation.parameters ?? [])
        if (required && place === 'query') query.set(name, String(exampleOf(schema, false)))
      const address = path.replaceAll(/{\w+}/g, '01900000-0000-7000-8000-000000000001')
      const headers = { authorization: `Bearer ${keys.apiToken}` }
      const { status } = await ask(`/api${address}?${query}`, { headers })
      const allowed = cursors.includes(cursor) ? [400] : [200, 400, 409]
      if (!allowed.includes(status)) answers.push(`${path} ${cursor}: ${status}`)
    }
  expect(answers).toEqual([])
  expect(defects).toEqual([])
})
