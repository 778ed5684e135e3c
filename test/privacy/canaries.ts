import { readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { expect } from 'vitest'
import { createBackupKeeper } from '../../src-main/core/backup/backup-keeper.ts'
import { doHere } from '../../src-main/core/heavy-work.ts'
import { defectLog } from '../../src-main/hosting/defect-log.ts'
import { fileSecrets } from '../../src-main/hosting/secrets.ts'
import { defectOf } from '../../src-shared/kernel/defect.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import type { Recipient } from '../../src-shared/orders/order.ts'
import { aConnectedShop } from '../builders/a-connected-shop.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { anOrder } from '../builders/an-order.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'
import { EXAMPLE_APP } from '../channels/connectors/example/example-market.ts'

const filesIn = (folder: string, since = 0): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 >= since)

/** Which of these texts stand in which files; the files are read once. */
function whereAre(texts: readonly string[], files: readonly string[]): string[] {
  return files.flatMap((file) => {
    const bytes = readFileSync(file)
    return texts.filter((text) => bytes.includes(text)).map((text) => `${text} in ${basename(file)}`)
  })
}

/**
 * Plants buyers in a shop by every way that they come in (a channel, a file, an own sale), goes on with the day (backup, receipts, exports,
 * refusals, defects), and looks for them in every byte that was written: nothing of them may stand anywhere in the open, and still they are found.
 */
export async function plantedCanaries(buyers: number): Promise<void> {
  const startedAt = Date.now() - 1000
  const { core, client, doors, shopId, folder } = await aConnectedShop()
  const variantId = newId()
  await client.catalog.products.save(aProduct({ variants: [aVariant({ id: variantId, sku: 'KWG-M' })] }))
  const people = Array.from({ length: buyers }, (_, at): Recipient => {
    const mark = String(at).padStart(5, '0')
    return {
      username: `kenariuser${mark}`,
      name: `Kenarinama${mark}`,
      phone: `0812770${mark}`,
      address: `Jl Kenarialamat${mark} RT 7`,
      city: 'KOTA DEPOK',
      province: 'JAWA BARAT',
    }
  })
  const noteOf = ({ name }: Pick<Recipient, 'name'>) => `Kenaricatatan${name.slice(-5)}`
  const third = Math.ceil(buyers / 3)
  await core.takeIn(
    shopId,
    people.slice(0, third).map((recipient) =>
      anOrder()
        .withLine('KWG-M')
        .with({ recipient, buyerNote: noteOf(recipient), sellerNote: noteOf(recipient) })
        .snapshot(),
    ),
    'kanal',
  )
  let file = anOrderFile()
  for (const [at, { username, name, phone, address }] of people.slice(third, 2 * third).entries())
    file = file.withOrder(`261104${String(at).padStart(8, 'K')}`, {
      status: 'Selesai',
      items: [{ sku: 'KWG-M' }],
      cells: {
        'Username (Pembeli)': username,
        'Nama Penerima': name,
        'No. Telepon': phone,
        'Alamat Pengiriman': address,
        'Catatan dari Pembeli': noteOf({ name }),
      },
    })
  const { importId } = await client.channels.files.stage({ file: aFile('pesanan.csv', file.csv()) })
  for await (const _ of await client.channels.files.confirm({ importId, shopId }));
  for (const { name, phone, address, city, province } of people.slice(2 * third))
    await createRouterClient(core.router, { context: { act: newId() } }).orders.recordOwnSale({
      id: newId(),
      lines: [{ variantId, pieces: 1, price: 99_000 }],
      payment: 'cash',
      buyerName: name,
      soldAt: SUNDAY,
      shipTo: { phone, address, city, province, courier: 'JNE', trackingNumber: '', shippingPaid: 0, shipBy: null },
      note: noteOf({ name }),
      isMeant: true,
    })

  const keeper = createBackupKeeper({
    file: doors.raw.name,
    appVersion: '0.0.0',
    now: () => SUNDAY,
    outside: { secrets: fileSecrets(join(folder, 'lumbung.key')), doApart: doHere },
  })
  await keeper.make('by hand', { zone: 'WIB' })
  for (const { phone } of people.slice(0, 20)) await client.orders.list({ query: phone })
  await client.orders.get({ id: newId() }).catch(() => {})
  defectLog(folder)(defectOf(new Error('salah'), 'orders.get'))
  await client.ledger.verify()

  // and each is found by the beginning of a name, by the user name, and by the name together with the goods
  const found = async (query: string) => (await client.orders.list({ query })).rows.map(({ buyer }) => buyer)
  for (const { name } of [people[0]!, people[third]!, people.at(-1)!])
    for (const query of [name, name.slice(0, -1).toLowerCase(), `${name} kwg`])
      expect({ query, found: await found(query) }).toMatchObject({ found: expect.arrayContaining([name]) })
  for (const { name, username } of [people[0]!, people[third]!]) expect(await found(username)).toEqual([name])
  expect((await client.orders.list({ query: 'enarinama' })).rows).toEqual([])
  const [person] = people
  const [{ orderId } = { orderId: '' }] = await client.privacy.find({ query: person!.phone })
  expect(await client.privacy.show({ orderId })).toMatchObject({
    phones: [person!.phone],
    addresses: [expect.stringContaining(person!.address)],
  })

  const ofTheHost = readdirSync(tmpdir())
    .filter((name) => /^lumbung-(simpan|cetak|pulih)/.test(name))
    .flatMap((name) => filesIn(join(tmpdir(), name), startedAt))
  const files = [...filesIn(dirname(doors.raw.name)), ...ofTheHost]
  expect(files.length).toBeGreaterThan(4)
  const secret = people.flatMap((person) => [
    person.phone,
    person.phone.slice(1),
    person.address,
    person.name,
    person.name.toLowerCase(),
    person.username,
    noteOf(person),
  ])
  expect(whereAre([...secret, EXAMPLE_APP.secret], files)).toEqual([])
}
