import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { deedWords } from '../../src-shared/access/trail.words.ts'
import { ACTS, KEEPS_A_SECRET } from '../../src-shared/acts.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aCore, SUNDAY } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { aPackingDesk } from '../builders/a-packing-desk.ts'
import { anOrder } from '../builders/an-order.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'

const sari = { id: 'sari', name: 'Sari' }

test('who did what stands in the trail, by name, with the thing it was about, newest first', async () => {
  const { core, client } = await aCore()
  const hers = createRouterClient(core.router, { context: { actor: sari } })
  await hers.cash.record(
    aCashRecord(
      { what: 'business expense', wallet: '1101', account: '6207', amount: 42_000 },
      { day: '2026-11-10', note: 'plastik' },
    ),
  )
  await client.ledger.periods.close({ through: '2026-11-09' })
  const { rows } = await client.access.trail({})
  expect(rows.map(({ actor, procedure, about }) => [actor, procedure, about]).slice(0, 3)).toEqual([
    ['Ratna', 'ledger.periods.close', ''],
    ['Ratna', 'ledger.periods.close', ''],
    ['Sari', 'cash.record', 'plastik'],
  ])
  expect(rows[0]!.change).toMatchObject({ register: 'period_lock', key: '1' })
  expect(rows[2]!.facts).toEqual(expect.arrayContaining([{ name: 'amount', value: 42_000 }]))
})

test('a file that was taken in stands there under its name, by whoever gave it', async () => {
  const { core, client } = await aCore()
  const hers = createRouterClient(core.router, { context: { actor: sari } })
  const shopId = newId()
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna' })
  const bytes = anOrderFile().withOrder('2611210000001').xlsx()
  const { importId } = await hers.channels.files.stage({ file: aFile('pesanan.xlsx', bytes) })
  for await (const _ of await hers.channels.files.confirm({ importId, shopId }));
  const [newest] = (await client.access.trail({})).rows
  expect([newest!.actor, newest!.procedure]).toEqual(['Sari', 'channels.files.confirm'])
  expect(newest!.facts).toContainEqual({ name: 'what', value: 'pesanan.xlsx' })
})

test('it is narrowed by person, subject and day', async () => {
  const { core, client, clock } = await aCore()
  const hers = createRouterClient(core.router, { context: { actor: sari } })
  await hers.settings.change({ returnDays: 20 })
  clock.now = SUNDAY + 24 * 3_600_000
  await client.ledger.opening.save({ lines: [{ account: '1101', amount: 500_000 }] })
  const procedures = async (asked: Parameters<typeof client.access.trail>[0]) =>
    new Set((await client.access.trail(asked)).rows.map(({ procedure }) => procedure))
  expect(await procedures({ actor: 'sari' })).toEqual(new Set(['settings.change']))
  expect(await procedures({ subject: 'money' })).toEqual(new Set(['ledger.opening.save']))
  expect(await procedures({ from: '2026-11-23' })).toEqual(new Set(['ledger.opening.save']))
  expect(await procedures({ to: '2026-11-22', subject: 'money' })).toEqual(new Set())
  expect(await client.access.trailPeople()).toEqual([
    { id: 'owner', name: 'Ratna' },
    { id: 'sari', name: 'Sari' },
  ])
})

test('a wrong PIN and a right one both stand there, and an act sent twice stands once', async () => {
  const { core, client } = await aCore()
  const id = newId()
  await client.access.people.save({ id, name: 'Dewi', role: 'packer', isActive: true })
  await client.access.people.setPin({ id, pin: '739105' })
  await expect(client.access.signIn({ personId: id, secret: '000000' })).rejects.toMatchObject({ code: 'WRONG_SECRET' })
  await client.access.signIn({ personId: id, secret: '739105' })
  const tries = (await client.access.trail({ subject: 'people' })).rows.filter(
    (row) => row.procedure === 'access.signIn',
  )
  expect(tries.map(({ about, facts }) => [about, facts])).toEqual([
    ['Dewi', []],
    ['Dewi', [{ name: 'wrong', value: true }]],
  ])

  const act = newId()
  const named = createRouterClient(core.router, { context: { act } })
  for (let time = 0; time < 3; time++) await named.settings.change({ returnDays: 21 })
  const { rows } = await client.access.trail({ subject: 'data' })
  expect(rows.filter(({ procedure }) => procedure === 'settings.change')).toHaveLength(1)
})

test('nothing that people typed about a buyer is in it', async () => {
  const { client, doors, takeIn, idOf } = await aPackingDesk({ pieces: 9 })
  const order = anOrder().withLine('KMJ-LUK-L')
  await takeIn(order)
  await client.orders.note({ id: await idOf(order.number), note: 'Bu Rahayu 081234567890' })
  const trail = JSON.stringify(doors.raw.prepare('SELECT * FROM trail').all())
  expect(trail).toContain('orders.note')
  expect(trail).not.toMatch(/Rahayu|0812/)
})

test('every act has its words in both languages', () => {
  for (const language of ['id', 'en'] as const)
    expect([...ACTS, ...KEEPS_A_SECRET].filter((act) => !deedWords[language][act])).toEqual([])
})

test('a scan that opens a parcel tells which, though its code is not kept', async () => {
  const { client, takeIn } = await aPackingDesk()
  await takeIn(anOrder('261122SCAN0001').withLine('KMJ-LUK-L'))
  await client.fulfilment.scan({ code: '261122SCAN0001', parcelId: null })
  const [scan] = (await client.access.trail({})).rows
  expect(scan).toMatchObject({ procedure: 'fulfilment.scan', about: '261122SCAN0001' })
})
