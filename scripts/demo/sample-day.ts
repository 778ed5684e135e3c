import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { labaRugiText, neracaText } from '../../src-main/cli/report-command.ts'
import type { CommandShop } from '../../src-main/cli/shop.ts'
import { buildSampleShop } from '../../src-main/sample-shop/build.ts'
import type { OrdersOutcome } from '../../src-shared/channels/channels.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { EVERYDAY } from '../../src-shared/ledger/account-name.ts'
import type { Neraca } from '../../src-shared/ledger/ledger.ts'
import { MORNING, morningFile } from './morning-file.ts'
import type { Narrator } from './steps.ts'

type Client = CommandShop['client']
const TODAY = '2026-11-22'

/** One whole day of Batik Ratna, without a hand: from the morning's file to packed parcels, labels, cash and the neraca. */
export async function sampleDay(
  { core, client }: CommandShop,
  folder: string,
  now: number,
  tell: Narrator,
): Promise<void> {
  tell.step('Toko contoh: Batik Ratna, Jepara, dengan satu tahun di belakangnya')
  await buildSampleShop({ core, client, now })
  const tabs = await client.orders.tabs()
  const orders = tabs.reduce((total, tab) => total + tab.orders, 0)
  tell.note(
    `${formatNumber(orders)} pesanan, ${formatNumber((await client.catalog.products.list({ limit: 100 })).total)} produk`,
  )
  const before = await client.ledger.neraca({ day: TODAY })
  tell.checkRupiah('Selisih neraca pagi ini', before.difference, 0)

  tell.step(`Berkas dari Seller Centre: ${MORNING.name}`)
  const shop = (await client.channels.shops.list()).find(({ channel }) => channel === 'shopee')!
  const staged = await client.channels.files.stage({ file: new File([Buffer.from(morningFile())], MORNING.name) })
  if (staged.about !== 'orders') throw new Error(`${staged.fileName} holds no orders`)
  tell.check('Baris', staged.totals.rows, MORNING.rows)
  tell.check('Pesanan', staged.totals.orders, MORNING.orders)
  tell.check('Pcs', staged.totals.pieces, MORNING.pieces)
  tell.checkRupiah('Nilai barang', staged.totals.goodsValue, MORNING.goodsValue)
  tell.checkRupiah('Dibayar pembeli, sekali per pesanan', staged.totals.buyerPayment, MORNING.buyerPayment)
  const preview = await resultOf(client.channels.files.preview({ importId: staged.importId, shopId: shop.id }))
  const taken = await resultOf(client.channels.files.confirm({ importId: staged.importId, shopId: shop.id }))
  tell.check(
    'Pratinjau sama dengan hasilnya',
    JSON.stringify({ ...preview, importId: '' }) === JSON.stringify({ ...taken, importId: '' }),
    true,
  )
  tell.check('Pesanan baru', taken.added.orders, MORNING.orders)
  tell.check('Pcs menjadi Stok Dipesan', taken.reservedPieces, MORNING.reservedBeforeMapping)
  const again = await client.channels.files.stage({ file: new File([Buffer.from(morningFile())], MORNING.name) })
  const second = await resultOf(client.channels.files.confirm({ importId: again.importId, shopId: shop.id }))
  tell.check('Berkas yang sama sekali lagi: baru, berubah', second.added.orders + second.changed.orders, 0)
  tell.check('Berkas yang sama sekali lagi: jurnal', second.entries, 0)

  tell.step('Pemetaan SKU')
  const listing = (await client.catalog.listings.list({ query: MORNING.unknownSku })).rows[0]!
  tell.note(
    `${MORNING.unknownSku} belum dikenal. Saran: ${listing.suggestions.map(({ sku, score }) => `${sku} (${score})`).join(', ')}`,
  )
  const outer = (await client.catalog.variants.byCode({ code: 'OUT-SJG-L' }))!
  const mapped = await client.catalog.listings.map({ mappings: [{ listingId: listing.id, variantId: outer.id }] })
  tell.check('Pesanan yang langsung ikut dibukukan', mapped.ordersSettled, 1)
  tell.check(
    'Stok Dipesan OUT-SJG-L bertambah',
    (await client.catalog.variants.byCode({ code: 'OUT-SJG-L' }))!.reserved - outer.reserved,
    1,
  )

  tell.step('Kemas, dari scan ke serah kurir')
  const numbers = ['261122A1LUNGKW', '261122C3DASTER', '261122D4OUTERX', '261122E5KAINMK']
  const ids: string[] = []
  let caught = 0
  for (const number of numbers) {
    const { parcel } = await client.fulfilment.scan({ code: number, parcelId: null })
    ids.push(parcel!.orderId)
    if ((await client.fulfilment.scan({ code: 'BLS-TRT-S', parcelId: parcel!.orderId })).verdict === 'wrong item')
      caught++
    for (const item of parcel!.items)
      for (let n = 0; n < item.pieces; n++) await client.fulfilment.scan({ code: item.sku, parcelId: parcel!.orderId })
    await client.fulfilment.pack({ parcelId: parcel!.orderId })
  }
  tell.check('Barang keliru yang tertangkap', caught, numbers.length)
  tell.check(
    'Scan pesanan batal',
    (await client.fulfilment.scan({ code: '261122B2KEMBNG', parcelId: null })).verdict,
    'cancelled',
    (verdict) => (verdict === 'cancelled' ? 'dihentikan' : verdict),
  )
  const labels = await client.fulfilment.printLabels({ orderIds: ids, size: '100x150' })
  const labelFile = join(folder, 'label.pdf')
  await writeFile(labelFile, await labels.file.bytes())
  tell.check('Label tercetak', labels.labels, numbers.length)
  tell.note(labelFile)
  const expectedCost = await shelfCost(client, [
    ['KMJ-LUK-L', 1],
    ['KMJ-KWA-L', 2],
    ['DST-MGB-M', 1],
    ['OUT-SJG-L', 1],
    ['KAI-MCK', 1],
  ])
  const handover = await client.fulfilment.handover.finish({ parcelIds: ids })
  tell.check('Paket diserahkan', handover.handedOver, numbers.length)
  tell.checkRupiah('HPP barang yang keluar, rata-rata bergerak', handover.costOfGoods, expectedCost)

  tell.step('Kas hari ini: untuk toko dan untuk dapur')
  const profitBefore = (await client.ledger.labaRugi({ from: '2026-11-01', to: TODAY })).netProfit.amount
  await client.cash.record({
    id: newId(),
    day: TODAY,
    note: 'Lakban dan plastik',
    event: { what: 'business expense', wallet: '1101', account: '6207', amount: 187_500 },
  })
  await client.cash.record({
    id: newId(),
    day: TODAY,
    note: 'Belanja pasar',
    event: { what: 'private expense', wallet: '1120', householdAccount: '9501', amount: 350_000 },
  })
  const profitAfter = (await client.ledger.labaRugi({ from: '2026-11-01', to: TODAY })).netProfit.amount
  tell.checkRupiah('Laba berubah hanya oleh belanja toko', profitAfter - profitBefore, -187_500)

  tell.step('Neraca malam ini')
  const after = await client.ledger.neraca({ day: TODAY })
  tell.text(neracaText({ ...EVERYDAY, businessName: 'Batik Ratna' }, after))
  tell.checkRupiah('Selisih neraca', after.difference, 0)
  tell.checkRupiah('Kas berkurang oleh kedua belanja', cash(after) - cash(before), -187_500 - 350_000)
  tell.checkRupiah('Persediaan tetap sama: barang pindah ke perjalanan', inventory(after) - inventory(before), 0)
  const november = await client.ledger.labaRugi({ from: '2026-11-01', to: TODAY })
  tell.text(labaRugiText({ ...EVERYDAY, businessName: 'Batik Ratna' }, november))
  await proof(client, tell)
}

/** What the shelf itself says these pieces cost now. */
async function shelfCost(client: Client, goods: readonly (readonly [sku: string, pieces: number])[]): Promise<number> {
  let total = 0
  for (const [sku, pieces] of goods) {
    const variant = (await client.catalog.variants.byCode({ code: sku }))!
    const { value, onHand } = await client.inventory.level({ variantId: variant.id })
    total += Math.floor((2 * value * pieces + onHand) / (2 * onHand))
  }
  return total
}

const line = (section: Neraca['assets'], key: string) => section.lines.find((each) => each.key === key)?.amount ?? 0
const cash = (neraca: Neraca) => line(neraca.assets, 'cash')
const inventory = (neraca: Neraca) => line(neraca.assets, 'inventory')

/** The verifier's word on everything that was written. */
export async function proof(client: Client, tell: Narrator): Promise<void> {
  tell.step('Pemeriksaan: kedua buku besar dibandingkan dengan jumlahnya sendiri')
  const report = await client.ledger.verify()
  for (const { check, ok, counted } of report.findings)
    tell.check(`${check} (${formatNumber(counted)})`, ok, true, (value) => (value ? 'cocok' : 'selisih'))
}

export async function resultOf(stream: ReturnType<Client['channels']['files']['confirm']>): Promise<OrdersOutcome> {
  for await (const event of await stream)
    if (event.type === 'result' && event.outcome.kind === 'orders') return event.outcome
  throw new Error('the import ended without a result')
}
