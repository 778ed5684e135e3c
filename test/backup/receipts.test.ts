import { appendFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createReceiptJournal, receiptsAfter } from '../../src-main/core/backup/receipt-journal.ts'
import { stageRestore } from '../../src-main/core/backup/stage-restore.ts'
import { createCore } from '../../src-main/core/core.ts'
import { putReadyInPlace } from '../../src-main/core/database/put-in-place.ts'
import { doHere } from '../../src-main/core/heavy-work.ts'
import { nodeOutside } from '../../src-main/hosting/node-outside.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aBackedUpShop } from '../builders/a-backed-up-shop.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aFolder } from '../builders/a-folder.ts'
import { aPurchase } from '../builders/a-purchase.ts'

/** A shop whose acts are written down, as a host has it. */
async function aJournalledShop() {
  const shop = await aBackedUpShop()
  const { key } = await shop.keeper.keys.current()
  const folder = aFolder()
  const journal = createReceiptJournal({
    folder,
    now: () => shop.clock.now,
    key: async () => key,
    epoch: async () => 0,
  })
  shop.doors.keepReceipts(journal.keep)
  onTestFinished(() => journal.close())
  const named = () => ({ context: { act: newId() } })
  return {
    ...shop,
    key,
    folder,
    journal,
    named,
    /** The newest backup, restored in a folder of its own, with what came after it. */
    async restored(backup: string) {
      const there = aFolder()
      const file = join(there, 'lumbung.sqlite')
      const open = (opened: string, now: () => number) =>
        createCore({
          file: opened,
          now,
          host: { version: '0.0.0', host: 'process', dataFolder: there, isPractice: false },
          outside: { ...nodeOutside(there), doApart: doHere },
          resourcesFolder: '',
        })
      const staged = await stageRestore({
        file,
        isShopThere: false,
        backup,
        key,
        at: shop.clock.now,
        doApart: doHere,
        receiptsFor: ({ epoch, lastAct, at }) => receiptsAfter([folder], { key, epoch, lastAct, at }),
        openCore: open,
        onProgress: () => {},
      })
      putReadyInPlace(file)
      const core = await open(file, () => shop.clock.now)
      const tell = core.doors.raw.prepare('SELECT replayed, not_replayed FROM restore').get()
      const { createRouterClient } = await import('@orpc/server')
      const report = await createRouterClient(core.router).ledger.verify()
      core.close()
      return { staged, report, tell: tell as { replayed: number; not_replayed: string } }
    },
  }
}

test('what was acknowledged after the backup comes back: same figures, same ids, each at its own moment', async () => {
  const { client, make, named, restored, digest, clock, L, doors } = await aJournalledShop()
  await client.purchasing.receive(aPurchase([{ variantId: L, pieces: 3, price: 90_000 }]), named())
  clock.now += 60_000
  const { file } = await make()
  clock.now += 60_000
  await client.purchasing.receive(aPurchase([{ variantId: L, pieces: 7, price: 95_000 }]), named())
  clock.now += 60_000
  await client.cash.record(
    aCashRecord({ what: 'business income', wallet: '1101', account: '4901', amount: 12_000 }),
    named(),
  )
  const { staged, report, tell } = await restored(file)
  expect(report).toMatchObject({ ok: true, digest: await digest() })
  expect(staged.replayed).toBe(2)
  expect(tell).toEqual({ replayed: 2, not_replayed: '[]' })
  expect(doors.raw.prepare('SELECT count(*) FROM act').pluck().get()).toBe(3)
})

test('an act that was sent twice is done again once; one that is refused now is told, and those behind it go on', async () => {
  const { client, make, restored, digest, L, journal, clock } = await aJournalledShop()
  const { file } = await make()
  const twice = { context: { act: newId() } }
  const purchase = aPurchase([{ variantId: L, pieces: 7, price: 95_000 }])
  await client.purchasing.receive(purchase, twice)
  await client.purchasing.receive(purchase, twice)
  const refused = { seq: 900, id: newId(), procedure: 'purchasing.cancel', input: { id: newId(), reason: 'Salah' } }
  await journal.keep({ ...refused, actor: { id: 'owner', name: '' }, at: clock.now, ids: [] })
  const { report, tell } = await restored(file)
  expect(report.digest).toBe(await digest())
  expect(tell.replayed).toBe(1)
  expect(JSON.parse(tell.not_replayed)).toMatchObject([{ procedure: 'purchasing.cancel', why: expect.any(String) }])
})

test('a receipt is on the disk, sealed, before its act is answered; one that a kill cut off ends the file quietly', async () => {
  const { client, named, folder, key, L } = await aJournalledShop()
  await client.purchasing.receive(aPurchase([{ variantId: L, pieces: 7, price: 95_000 }]), named())
  const [name] = readdirSync(folder)
  const file = join(folder, name!)
  expect(readFileSync(file).includes('CV Troso')).toBe(false)
  const all = () => receiptsAfter([folder], { key, epoch: 0, lastAct: 0, at: 0 })
  expect(all()).toMatchObject([{ procedure: 'purchasing.receive', input: { supplierName: 'CV Troso' } }])
  appendFileSync(file, Buffer.from([0, 0, 4, 0, 1, 2, 3]))
  expect(all()).toHaveLength(1)
  truncateSync(file, readFileSync(file).length - 5)
  expect(all()).toHaveLength(1)
  const bytes = readFileSync(file)
  bytes[60]! ^= 1
  writeFileSync(file, bytes)
  expect(all()).toEqual([])
})

test('files go along with their act; passwords and PINs are not written down', async () => {
  const { journal, folder, key } = await aJournalledShop()
  const of = { actor: { id: 'owner', name: '' }, at: 0, ids: [] }
  await journal.keep({
    ...of,
    seq: 5,
    id: newId(),
    procedure: 'returns.evidence.add',
    input: { file: new File(['isi'], 'foto.jpg', { type: 'image/jpeg' }) },
  })
  await journal.keep({ ...of, seq: 6, id: newId(), procedure: 'access.people.setPin', input: { pin: '482913' } })
  const [receipt, ...others] = receiptsAfter([folder], { key, epoch: 0, lastAct: 0, at: 0 })
  expect(others).toEqual([])
  const { file } = receipt!.input as { file: File }
  expect([file.name, file.type, await file.text()]).toEqual(['foto.jpg', 'image/jpeg', 'isi'])
})

test('what a shop did before it was begun again is not done in the one that came after', async () => {
  const { client, make, named, restored, digest, clock, L } = await aJournalledShop()
  for (const pieces of [1, 2, 3])
    await client.purchasing.receive(aPurchase([{ variantId: L, pieces, price: 90_000 }]), named())
  clock.now += 60_000
  await client.settings.beginAgain({ businessName: 'Batik Ratna' }, named())
  clock.now += 60_000
  const { file } = await make()
  const { report, tell } = await restored(file)
  expect(report.digest).toBe(await digest())
  expect(tell).toEqual({ replayed: 0, not_replayed: '[]' })
})

test('receipts of another life of the shop, and of another key, are not done again', async () => {
  const { client, named, folder, key, L } = await aJournalledShop()
  await client.purchasing.receive(aPurchase([{ variantId: L, pieces: 7, price: 95_000 }]), named())
  expect(receiptsAfter([folder], { key, epoch: 1, lastAct: 0, at: 0 })).toEqual([])
  expect(receiptsAfter([folder], { key: Buffer.alloc(32), epoch: 0, lastAct: 0, at: 0 })).toEqual([])
})
