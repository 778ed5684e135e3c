import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_FORM_BYTES, MOST_JSON_BYTES } from '../../src-main/web/body.ts'
import { formIn } from '../../src-main/web/form.ts'
import { createUploadRoom } from '../../src-main/web/upload-room.ts'
import { troubleOf } from '../../src-renderer/base/refusal-sentence.ts'
import { MOST_FILE_MEGABYTES } from '../../src-shared/channels/file-contents.ts'
import type { contract } from '../../src-shared/contract.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aFile } from '../builders/a-file.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'
import { aWebHost } from './a-web-host.ts'

const MEGABYTE = 1024 * 1024

/** A browser that was let in, with the client that the page uses. */
async function aBrowser() {
  const shop = await aWebHost()
  const link = new RPCLink({ url: `${shop.host.url}/rpc`, headers: { cookie: shop.cookie } })
  const client: ContractRouterClient<typeof contract> = createORPCClient(link)
  return { ...shop, client }
}

test('a file goes in and its problems come out as bytes, named as they were', async () => {
  const { client } = await aBrowser()
  const bytes = anOrderFile()
    .withOrder('261104HN3T8WQA', { cells: { Jumlah: 'banyak' } })
    .xlsx()
  const name = 'Order “all” 2026, Ñandú 100%.xlsx'
  const { importId, fileName, problemCount } = await client.channels.files.stage({ file: aFile(name, bytes) })
  expect({ fileName, problemCount }).toEqual({ fileName: name, problemCount: 1 })
  const list = await client.channels.files.problemsFile({ importId })
  expect(list.name).toBe(`masalah-${name.replace('xlsx', 'csv')}`)
  expect(await list.text()).toContain('261104HN3T8WQA')
})

test('a file from another day ahead is taken, and nothing about its answer is a defect', async () => {
  const { client, defects, clock } = await aBrowser()
  const file = aFile('a.csv', anOrderFile().withOrder('261104HN3T8WQA').csv())
  const staged = await client.channels.files.stage({ file, modifiedAt: clock.now + 3 * 86_400_000 })
  expect(staged.totals).toMatchObject({ orders: 1 })
  expect(defects).toEqual([])
})

test('a script sends a file as any form does, and is handed one as a download', async () => {
  const { host, cookie } = await aBrowser()
  const body = new FormData()
  body.append(
    'file',
    aFile(
      'pesanan.csv',
      anOrderFile()
        .withOrder('261104HN3T8WQA', { cells: { Jumlah: 'x' } })
        .csv(),
    ),
  )
  const headers = { cookie }
  const answer = await fetch(`${host.url}/api/imports`, { method: 'POST', headers, body })
  const { importId } = (await answer.json()) as { importId: string }
  const list = await fetch(`${host.url}/api/imports/${importId}/problems/file`, { headers })
  expect(list.headers.get('content-type')).toBe('text/csv;charset=utf-8')
  expect(list.headers.get('content-disposition')).toContain('masalah-pesanan.csv')
  expect(await list.text()).toContain('261104HN3T8WQA')
})

test('a form that is none is refused as such, and is no defect', async () => {
  const { host, cookie, defects } = await aBrowser()
  const post = (type: string, body: string) =>
    fetch(`${host.url}/api/imports`, { method: 'POST', headers: { cookie, 'content-type': type }, body })
  const part = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nNo. Pesanan'
  for (const [type, body] of [
    ['multipart/form-data; boundary=x', ''],
    ['multipart/form-data; boundary=x', 'No. Pesanan'],
    ['multipart/form-data; boundary=x', part],
    ['multipart/form-data; boundary=x', `${part}\r\n--y--`],
    ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--'],
    ['multipart/form-data; charset=x', part],
  ] as const)
    expect((await post(type, body)).status, body).toBe(400)
  expect(defects).toEqual([])
})

test('any form that can be written is read as it was', async () => {
  const bytes = fc.oneof(fc.uint8Array(), fc.string({ unit: fc.constantFrom('\r', '\n', '-', 'x', '"') }))
  // ends of lines are written as CRLF, and a per cent sign as itself
  const field = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\n%]/.test(text) && text.isWellFormed())
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ name: field, text: field, bytes })), async (parts) => {
      const form = new FormData()
      for (const { name, text, bytes } of parts) {
        form.append(name, text)
        form.append(name, aFile(`${text}.csv`, bytes as Uint8Array))
      }
      const written = new Response(form)
      const headers = { 'content-type': written.headers.get('content-type')! }
      const body = Readable.from([Buffer.from(await written.arrayBuffer())])
      const read = await formIn(Object.assign(body, { headers }) as unknown as IncomingMessage)
      const said = async (given: FormData) =>
        Promise.all(
          [...given].map(async ([name, part]) =>
            part instanceof File
              ? [name, part.name, Buffer.from(await part.arrayBuffer()).toString('hex')]
              : [name, part],
          ),
        )
      expect(await said(read)).toEqual(await said(form))
    }),
    { numRuns: 200 },
  )
})

test('pictures travel as bytes too', async () => {
  const { client } = await aBrowser()
  const id = newId()
  const png = Buffer.from('89504e470d0a1a0aff00ff', 'hex')
  await client.catalog.photos.save({ id, photo: aFile('foto.png', png) })
  const kept = await client.catalog.photos.get({ id })
  expect(kept!.type).toBe('image/png')
  expect(Buffer.from(await kept!.arrayBuffer())).toEqual(png)
})

test('what the reader allows the door allows', async () => {
  const { client } = await aBrowser()
  const head = 'No. Pesanan,Status Pesanan,Nama Produk,Jumlah,Harga Setelah Diskon,Total Pembayaran\n'
  const row = `261104HN3T8WQA,Selesai,Outer${' '.repeat(30_000)},1,1.250,1.250\n`
  const length = MOST_FILE_MEGABYTES * MEGABYTE
  const full = head + row.repeat(Math.floor((length - head.length) / row.length))
  const { kilobytes } = await client.channels.files.stage({ file: aFile('a.csv', full.padEnd(length, '\n')) })
  expect(kilobytes).toBe(MOST_FILE_MEGABYTES * 1024)
  await expect(
    client.channels.files.stage({ file: aFile('a.csv', `${full.padEnd(length, '\n')}\n`) }),
  ).rejects.toMatchObject({
    code: 'FILE_TOO_LARGE',
    data: { name: 'a.csv', limit: MOST_FILE_MEGABYTES },
  })
})

test('a larger body is refused by its length, before it is read, in a sentence', async () => {
  const { ask, client } = await aBrowser()
  const file = aFile('a.csv', new Uint8Array(MOST_FORM_BYTES))
  const problem = await client.channels.files.stage({ file }).catch((problem: unknown) => problem)
  expect(problem).toBeInstanceOf(ORPCError)
  expect(troubleOf(problem, 'id')).toMatchObject({ kind: 'refusal', code: 'BODY_TOO_LARGE' })
  expect(troubleOf(problem, 'id').sentence).toContain('52 MB, batasnya 51 MB. Belum ada yang disimpan.')

  const asked = (headers: Record<string, string | null>) =>
    ask('/rpc/settings/change', { method: 'POST', body: '', headers })
  const announced = await asked({ 'content-length': String(MOST_JSON_BYTES + 1) })
  expect(announced.status).toBe(413)
  expect(JSON.parse(announced.text)).toMatchObject({
    json: { code: 'BODY_TOO_LARGE', data: { megabytes: 9, limit: 8 } },
  })
  expect((await asked({ 'content-length': null, 'transfer-encoding': 'chunked' })).status).toBe(411)
})

test('large bodies come in one after the other, small ones behind them wait their turn', async () => {
  const room = createUploadRoom({ mostBytes: 100, patienceMs: 10_000 })
  const { signal } = new AbortController()
  const order: string[] = []
  const enter = async (name: string, bytes: number) => {
    const leave = await room.enter(bytes, signal)
    order.push(name)
    return leave!
  }
  const first = await enter('first', 70)
  const later = [enter('second', 70), enter('third', 20)]
  const larger = enter('larger than the room', 500)
  await Promise.resolve()
  expect(order).toEqual(['first'])
  first()
  for (const leave of await Promise.all(later)) leave()
  const leave = await larger
  expect(order).toEqual(['first', 'second', 'third', 'larger than the room'])
  leave()
})

test('who waits too long for the others is told so, and who left waits no more', async () => {
  const room = createUploadRoom({ mostBytes: 100, patienceMs: 30 })
  const gone = new AbortController()
  const leave = await room.enter(100, gone.signal)
  expect(await room.enter(100, gone.signal)).toBeNull()
  const left = room.enter(100, gone.signal)
  gone.abort()
  expect(await left).toBeNull()
  leave!()
  expect(await room.enter(100, new AbortController().signal)).not.toBeNull()
})
