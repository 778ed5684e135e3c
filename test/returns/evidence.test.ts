import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { openZip } from '../../src-main/core/spreadsheet/xlsx/zip-archive.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { EVIDENCE_LIMITS } from '../../src-shared/returns/return.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { aReturnsDesk } from '../builders/a-return.ts'
import { anOrder } from '../builders/an-order.ts'

const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex')
const MP4 = Buffer.concat([Buffer.from('00000018667479706d703432', 'hex'), Buffer.alloc(64, 7)])

async function aReturnWithEvidence() {
  const desk = await aReturnsDesk({ 'KMJ-LUK-L': [10, 40_000] })
  const order = anOrder()
    .withLine('KMJ-LUK-L')
    .inTransit(SUNDAY - 48 * 3_600_000)
    .cancelled(SUNDAY - 3_600_000)
  await desk.takeIn(order)
  const orderId = await desk.idOf(order.number)
  const add = (name: string, bytes: Buffer, note = '') =>
    desk.client.returns.evidence.add({ id: newId(), orderId, name, file: aFile(name, bytes), note })
  return { ...desk, order, orderId, add }
}

test('a photo and a clip are kept byte for byte, with the moment and their SHA-256', async () => {
  const { client, add } = await aReturnWithEvidence()
  await add('kardus.jpg', JPEG, 'Segel terbuka')
  const { evidence } = await add('buka.mp4', MP4)
  expect(evidence).toMatchObject([
    { name: 'kardus.jpg', mediaType: 'image/jpeg', size: JPEG.length, at: SUNDAY, note: 'Segel terbuka' },
    { name: 'buka.mp4', mediaType: 'video/mp4', size: MP4.length },
  ])
  expect(evidence[0]!.sha256).toBe(createHash('sha256').update(JPEG).digest('hex'))
  const kept = await client.returns.evidence.get({ id: evidence[1]!.id })
  expect(Buffer.from(await kept.bytes()).equals(MP4)).toBe(true)
})

test('what the bytes say decides, not the name; what is too large or too many is refused', async () => {
  const { add } = await aReturnWithEvidence()
  await expect(add('foto.jpg', Buffer.from('MZ program'))).rejects.toMatchObject({ code: 'EVIDENCE_NOT_READABLE' })
  const large = Buffer.concat([JPEG, Buffer.alloc(EVIDENCE_LIMITS.photoBytes)])
  await expect(add('besar.jpg', large)).rejects.toMatchObject({ code: 'EVIDENCE_TOO_LARGE', data: { most: 8 } })
  for (let count = 0; count < EVIDENCE_LIMITS.filesPerOrder; count++) await add('foto.jpg', JPEG)
  await expect(add('foto.jpg', JPEG)).rejects.toMatchObject({ code: 'EVIDENCE_FULL' })
})

test('for an appeal everything goes into one folder, with a list of times and sums', async () => {
  const { client, add, order, orderId } = await aReturnWithEvidence()
  await add('kardus.jpg', JPEG)
  await add('kardus.jpg', MP4)
  const file = await client.returns.evidence.export({ orderId })
  expect(file.name).toBe(`bukti-retur-${order.number}.zip`)
  const archive = await openZip({ name: file.name, bytes: await file.bytes() })
  const part = async (path: string) => {
    const pieces: Buffer[] = []
    for await (const piece of archive.unpack(path)) pieces.push(piece)
    return Buffer.concat(pieces)
  }
  expect((await part('1-kardus.jpg')).equals(JPEG)).toBe(true)
  expect((await part('2-kardus.jpg')).equals(MP4)).toBe(true)
  const list = (await part('daftar-bukti.txt')).toString()
  for (const told of [order.number, order.snapshot().trackingNumber, createHash('sha256').update(MP4).digest('hex')])
    expect(list).toContain(told)
})
