import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { importText } from '../../src-main/cli/import-text.ts'
import { neracaText } from '../../src-main/cli/report-command.ts'
import type { CommandShop } from '../../src-main/cli/shop.ts'
import { problemSentence } from '../../src-shared/channels/channels.words.ts'
import { businessDay, firstOfMonth, monthOf } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { EVERYDAY } from '../../src-shared/ledger/account-name.ts'
import { proof, resultOf } from './sample-day.ts'
import type { Narrator } from './steps.ts'

const AT_MOST_PACKED = 20

/** The same walk on a seller's own export, in a shop of its own: what it says, what it becomes, and that it all adds up. */
export async function ownFile(
  { client }: CommandShop,
  path: string,
  folder: string,
  now: number,
  tell: Narrator,
): Promise<void> {
  tell.step(`Membaca ${basename(path)}`)
  const file = new File([await readFile(path)], basename(path))
  const staged = await client.channels.files.stage({ file })
  if (staged.about !== 'orders') throw new Error(`${staged.fileName} holds no orders`)
  for (const problem of staged.problems.slice(0, 20)) tell.note(`! ${problemSentence(problem, 'id')}`)
  const startDay = firstOfMonth(monthOf(staged.from ?? businessDay(now, 'WIB')))
  await client.settings.setUp({
    businessName: 'Toko Saya',
    city: '',
    ownerName: 'Pemilik',
    zone: 'WIB',
    startDay,
    keepsHousehold: true,
    partnerName: '',
  })
  const shop = await client.channels.shops.save({
    id: crypto.randomUUID(),
    channel: 'shopee',
    name: 'Shopee (lewat berkas)',
  })

  tell.step('Memasukkan pesanan')
  const outcome = await resultOf(client.channels.files.confirm({ importId: staged.importId, shopId: shop.id }))
  tell.text(importText({ ...staged, file: staged.fileName, dryRun: false, problems: [], outcome }, 'id'))
  tell.check('Pesanan masuk sama dengan isi berkas', outcome.added.orders, staged.totals.orders)
  const second = await client.channels.files.stage({ file })
  const again = await resultOf(client.channels.files.confirm({ importId: second.importId, shopId: shop.id }))
  tell.check(
    'Berkas yang sama sekali lagi tidak mengubah apa pun',
    again.added.orders + again.changed.orders + again.entries,
    0,
  )

  tell.step('Membuat SKU dari daftar produk di berkas')
  const listings: string[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await client.catalog.listings.list({ limit: 500, ...(cursor ? { cursor } : {}) })
    listings.push(...page.rows.map(({ id }) => id))
    if (!page.nextCursor) break
    cursor = page.nextCursor
  }
  if (listings.length > 0) {
    const made = await client.catalog.listings.createProducts({ listingIds: listings })
    tell.note(
      `${formatNumber(made.products)} produk, ${formatNumber(made.variants)} SKU, ${formatNumber(made.ordersSettled)} pesanan dibukukan stoknya`,
    )
  }
  tell.check('Produk di Kanal yang belum dipetakan', (await client.catalog.listings.list({})).unmapped, 0)

  tell.step('Kemas dan label')
  const { rows } = await client.orders.list({ tab: 'to_ship', limit: AT_MOST_PACKED })
  const packed: string[] = []
  for (const { id, number } of rows) {
    const { parcel } = await client.fulfilment.scan({ code: number, parcelId: null })
    if (parcel?.orderId !== id) continue
    for (const item of parcel.items)
      for (let n = item.scanned; n < item.pieces; n++) await client.fulfilment.scan({ code: item.sku, parcelId: id })
    await client.fulfilment.pack({ parcelId: id })
    packed.push(id)
  }
  tell.check('Paket selesai dikemas', packed.length, rows.length)
  if (packed.length > 0) {
    const labels = await client.fulfilment.printLabels({ orderIds: packed, size: '100x150' })
    await writeFile(join(folder, 'label.pdf'), await labels.file.bytes())
    tell.check('Label tercetak', labels.labels + labels.skipped.length, packed.length)
    tell.note(join(folder, 'label.pdf'))
  } else tell.note('Tidak ada pesanan yang menunggu dikirim di berkas ini.')

  tell.step('Neraca')
  const neraca = await client.ledger.neraca({ day: businessDay(now, 'WIB') })
  tell.text(neracaText({ ...EVERYDAY, businessName: 'Toko Saya' }, neraca))
  tell.checkRupiah('Selisih neraca', neraca.difference, 0)
  if (neraca.costIncomplete)
    tell.note(
      `HPP belum diisi: ${formatNumber(neraca.costIncomplete.skus)} SKU, ${formatNumber(neraca.costIncomplete.pieces)} pcs. Isi Stok Awal dan Harga Modal, laba menyesuaikan sendiri.`,
    )
  await proof(client, tell)
}
