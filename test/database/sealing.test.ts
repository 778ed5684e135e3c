import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { connect } from '../../src-main/core/database/connection.ts'
import {
  isSealed,
  keepKey,
  LOCKED,
  openedRow,
  SEALED,
  type SealedTable,
  sealedRow,
} from '../../src-main/core/database/sealing.ts'
import { sealRest } from '../../src-main/core/privacy/seal-rest.ts'
import { nodeOutside } from '../../src-main/hosting/node-outside.ts'
import { verifierWords } from '../../src-shared/ledger/verifier.words.ts'
import { aCore, SUNDAY } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { aFolder } from '../builders/a-folder.ts'
import { aShopOfVersion } from '../builders/a-shop-of-version.ts'
import { aStockedShop } from '../builders/a-stocked-shop.ts'
import { anOrder } from '../builders/an-order.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'

const KEY = { key: randomBytes(32), keyId: '0a1b2c3d' }
const FILE = '/a/shop.sqlite'
const RECIPIENT = { order_id: 'A', name: 'Siti', phone: '081234567890', address: 'Jl. Melati 1' }

const sealed = () => {
  keepKey(FILE, KEY)
  return sealedRow(FILE, 'order_recipient', RECIPIENT)
}

test('a sealed row says nothing of what is in it, and comes back as it was', () => {
  const row = sealed()
  expect(row).toMatchObject({ order_id: 'A' })
  expect(JSON.stringify(row)).not.toMatch(/Siti|0812|Melati/)
  expect(openedRow('order_recipient', row)).toEqual(RECIPIENT)
  // the same again is not the same to look at
  expect(sealed().phone).not.toBe(row.phone)
})

test('it opens in its own row and column only, and with every bit as it was', () => {
  const row = sealed()
  expect(() => openedRow('order_recipient', { ...row, order_id: 'B' })).toThrow()
  expect(() => openedRow('order_recipient', { ...row, phone: row.address })).toThrow()
  const document = sealedRow(FILE, 'raw_document', { sha256: 'x', bytes: Buffer.from('pesanan') })
  for (let bit = 8 * 8; bit < document.bytes.length * 8; bit += 3) {
    const bytes = Buffer.from(document.bytes)
    bytes[bit >> 3]! ^= 1 << (bit & 7)
    expect(() => openedRow('raw_document', { ...document, bytes })).toThrow()
  }
})

test('a reason in the facts of a return, a buyer note and a cell of a file are sealed where they stand', () => {
  keepKey(FILE, KEY)
  const rows = [
    [
      'channel_return',
      { shop_id: 'T', number: 'R1', told: JSON.stringify({ status: 'done', reason: 'Kata Siti robek' }) },
    ],
    ['told_return', { run_seq: 3, number: 'R1', told: JSON.stringify({ status: 'done', reason: 'Kata Siti robek' }) }],
    ['sales_order', { id: 'A', buyer_note: 'titip Siti', seller_note: '', own_note: null }],
    ['import_problem', { run_id: 'I', number: 1, value: 'Siti 0812' }],
  ] as const
  for (const [table, row] of rows) {
    const kept = sealedRow(FILE, table, row)
    expect(JSON.stringify(kept)).not.toContain('Siti')
    expect(openedRow(table, kept)).toEqual(row)
    // sealed once, it is not sealed about itself
    expect(openedRow(table, sealedRow(FILE, table, kept))).toEqual(row)
  }
  expect(JSON.parse(sealedRow(FILE, ...rows[0]).told)).toMatchObject({ status: 'done' })
  expect(() => openedRow('channel_return', { ...sealedRow(FILE, ...rows[0]), number: 'R2' })).toThrow()
})

test('of two buyers whose sealed rows were swapped by a stranger neither is shown as the other, and the shop goes on', async () => {
  const { client, doors, recipient, number } = await aShopWithRahayu()
  type Recipient = { order_id: string; name: string; username: string; phone: string; address: string }
  const [a, b] = doors.raw.prepare('SELECT * FROM order_recipient ORDER BY order_id').all() as Recipient[]
  const put = doors.raw.prepare(
    'UPDATE order_recipient SET name = @name, username = @username, phone = @phone, address = @address WHERE order_id = @to',
  )
  const { order_id: first, ...one } = a!
  const { order_id: second, ...other } = b!
  put.run({ ...other, to: first })
  put.run({ ...one, to: second })
  // lists go on, and say nothing of either
  const { rows } = await client.orders.list({ query: 'rahayu', limit: 10 })
  expect(rows.map(({ buyer }) => buyer)).toEqual([LOCKED, LOCKED])
  expect((await client.orders.list({ query: number, limit: 1 })).rows[0]!.buyer).toBe(LOCKED)
  const { recipient: shown } = await client.orders.get({ id: rows[0]!.id })
  expect(shown).toMatchObject({ name: LOCKED, phone: LOCKED, address: LOCKED })
  expect(JSON.stringify(rows)).not.toContain(recipient.name)
})

test('without its key a text is hidden and bytes are refused; what is hidden is not written over', () => {
  const row = sealed()
  const strange = {
    ...row,
    phone: `\u0001${Buffer.from(row.phone.slice(1), 'base64').fill(0xee, 4, 8).toString('base64')}`,
  }
  expect(openedRow('order_recipient', strange).phone).toBe(LOCKED)
  expect(sealedRow(FILE, 'order_recipient', { ...RECIPIENT, phone: LOCKED })).not.toHaveProperty('phone')
  const document = sealedRow(FILE, 'raw_document', { sha256: 'x', bytes: Buffer.from('pesanan') })
  document.bytes.fill(0xee, 4, 8)
  expect(() => openedRow('raw_document', document)).toThrow(expect.objectContaining({ code: 'BACKUP_KEY_LOCKED' }))
})

/** A shop that was told of Rahayu by a channel and by a file. */
async function aShopWithRahayu() {
  const shop = await aStockedShop()
  const recipient = {
    username: 'kenari.rahayu',
    name: 'Rahayu Kenariwati',
    phone: '081299887766',
    address: 'Jl. Kenari Nomor 77 RT 03',
    city: 'KOTA DEPOK',
    province: 'JAWA BARAT',
  }
  await shop.receive(shop.L, 20, 90_000)
  const order = anOrder().withLine('KMJ-LUK-L').with({ recipient, buyerNote: 'Titip di rumah Rahayu' })
  await shop.take(order.toArrange())
  const file = anOrderFile().withOrder('261104HN3T8WQA', {
    status: 'Selesai',
    items: [{ sku: 'KMJ-LUK-L' }],
    cells: { 'Nama Penerima': recipient.name, 'No. Telepon': recipient.phone, 'Alamat Pengiriman': recipient.address },
  })
  const shopId = (await shop.client.channels.shops.list())[0]!.id
  const { importId } = await shop.client.channels.files.stage({ file: aFile('pesanan.csv', file.csv()) })
  for await (const _ of await shop.client.channels.files.confirm({ importId, shopId }));
  return { ...shop, recipient, number: order.number, importId }
}

const SECRET = [
  '081299887766',
  '6281299887766',
  '299887766',
  'Jl. Kenari Nomor 77',
  'kenari nomor',
  'Rahayu',
  'rahayu',
  'Kenariwati',
]

test('phones, addresses and files lie in no file in the open, and everything that needs them has them', async () => {
  const { client, doors, recipient, number } = await aShopWithRahayu()
  doors.raw.pragma('wal_checkpoint(TRUNCATE)')
  const bytes = readFileSync(doors.raw.name)
  expect(SECRET.filter((each) => bytes.includes(each))).toEqual([])

  for (const query of [
    '081299887766',
    '+62 812-9988-7766',
    '62812998 87766',
    '7766',
    '887766',
    '0812998',
    '0812998877',
  ])
    expect((await client.orders.list({ query, limit: 10 })).rows.map((row) => row.number)).toContain(number)
  for (const query of ['7765', '187766', '08129977', '9988'])
    expect((await client.orders.list({ query, limit: 10 })).rows).toEqual([])
  const { rows } = await client.orders.list({ query: number, limit: 1 })
  expect(await client.orders.get({ id: rows[0]!.id })).toMatchObject({ recipient })
})

test('a shop from before its key is sealed row by row, its search too, and is whole afterwards', async () => {
  const { doors, recipient, number } = await aShopWithRahayu()
  const plain = aShopOfVersion(doors, 13)
  const raw = connect(plain)
  for (const table of Object.keys(SEALED) as SealedTable[])
    for (const row of raw.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]) {
      const opened = openedRow(table, row) as Record<string, unknown>
      const changed = Object.keys(opened).filter((column) => opened[column] !== row[column])
      if (changed.length === 0) continue
      raw
        .prepare(
          `UPDATE ${table} SET ${changed.map((column) => `${column} = ?`)} WHERE ${SEALED[table].key.map((column) => `${column} = ?`).join(' AND ')}`,
        )
        .run(...changed.map((column) => opened[column]), ...SEALED[table].key.map((column) => opened[column]))
    }
  raw.prepare("DELETE FROM setting WHERE name IN ('keyWraps', 'allSealed')").run()
  raw.close()
  for (const secret of [recipient.phone, 'Titip di rumah Rahayu'])
    expect(readFileSync(plain).includes(secret)).toBe(true)

  const { core, client } = await aCore({ file: plain, setUp: false })
  const { digest } = await client.ledger.verify()
  expect(await sealRest(core.doors)).toBeGreaterThanOrEqual(3)
  expect(await sealRest(core.doors)).toBe(0)
  core.doors.raw.exec('VACUUM')
  core.doors.raw.pragma('wal_checkpoint(TRUNCATE)')
  expect(SECRET.filter((each) => readFileSync(plain).includes(each))).toEqual([])
  expect((await client.orders.list({ query: '7766', limit: 10 })).rows.map((row) => row.number)).toContain(number)
  const report = await client.ledger.verify()
  expect(report).toMatchObject({ ok: true, digest })
  // every value was opened, and none stands in the open
  expect(report.findings.find(({ check }) => check === verifierWords.id.sealed)).toMatchObject({ detail: '' })
})

test('a file that came without its key opens, hides what is sealed, and the code on paper brings it back', async () => {
  const { client, doors, recipient, number } = await aShopWithRahayu()
  const { code } = await client.backup.code.show()
  doors.raw.pragma('wal_checkpoint(TRUNCATE)')
  const { copyFileSync } = await import('node:fs')
  const { join } = await import('node:path')
  const { execFileSync } = await import('node:child_process')
  const file = join(aFolder(), 'lumbung.sqlite')
  copyFileSync(doors.raw.name, file)
  // a process that was never given the key
  const script = join(import.meta.dirname, 'opens-without-key.ts')
  const told = JSON.parse(execFileSync(process.execPath, [script, file, number, code, String(SUNDAY)]).toString())
  expect(told).toMatchObject({
    locked: { isKeyLocked: true, phone: LOCKED, name: LOCKED, ok: true, found: 0 },
    opened: { isKeyLocked: false, phone: recipient.phone, address: recipient.address, found: 1 },
  })
})

test('what is sealed is told by itself', () => {
  expect(isSealed(sealed().phone)).toBe(true)
  expect(isSealed('0812')).toBe(false)
  expect(isSealed(Buffer.from('PK'))).toBe(false)
})

test('wraps that a stranger wrote into the file lock nobody out of a shop whose key lies beside it, and are named from then on', async () => {
  const { core, doors, number, recipient } = await aShopWithRahayu()
  const file = doors.raw.name
  core.close()
  const raw = new Sqlite(file)
  raw
    .prepare(
      "UPDATE setting SET value = json_set(value, '$.keyId', 'deadbeef', '$.byCode.sealed', ?) WHERE name = 'keyWraps'",
    )
    .run(Buffer.alloc(60).toString('base64'))
  raw.close()
  const again = await aCore({ file, setUp: false, outside: nodeOutside(dirname(file)) })
  expect(await again.client.backup.status()).toMatchObject({ isKeyLocked: false })
  const { rows } = await again.client.orders.list({ query: number, limit: 1 })
  expect(rows[0]!.buyer).toContain(recipient.name)
  for (const _ of [1, 2]) {
    const { ok, findings } = await again.client.ledger.verify()
    expect(ok).toBe(false)
    expect(findings.filter((each) => !each.ok).map(({ detail }) => detail)).toEqual([verifierWords.id.wrapsRewritten])
  }
})
