import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Parcel } from '../../src-shared/fulfilment/fulfilment.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { type AppWindow, aWindow, complaints, complaintsInBothSchemes, SUNDAY } from './a-window.ts'

let shop: AppWindow
beforeAll(async () => {
  shop = await aWindow({ sample: true })
})
afterAll(() => shop?.close())

const scan = (code: string) => shop.scan(code)
const seen = (text: string | RegExp) => shop.page.getByText(text).first().waitFor()
const heading = (text: string) => shop.page.getByRole('heading', { name: text }).waitFor()
/** The desk as a packer finds it, nothing on it. */
const openDesk = async () => {
  await shop.visit('/bantuan')
  await shop.visit('/kemas')
  await seen('Scan No. Resi atau No. Pesanan')
}
const expectNoPrice = async () => expect(await shop.page.locator('body').innerText()).not.toMatch(/Rp\s?\d/)
const timelineOf = async (id: string) => (await shop.client.orders.get({ id })).timeline.map(({ what }) => what)

/** The waiting parcels with all that must lie in them. */
const waiting = async (): Promise<Parcel[]> => {
  const { parcels } = await shop.client.fulfilment.queue()
  const opened = await Promise.all(
    parcels.map(({ orderNumber }) => shop.client.fulfilment.scan({ code: orderNumber, parcelId: null })),
  )
  return opened.map(({ parcel }) => parcel!)
}

/** A waiting parcel of several kinds of goods that all have a SKU. */
const aParcel = async (): Promise<Parcel> => {
  return (await waiting()).find(({ items }) => items.length > 1 && items.every(({ variantId }) => variantId !== null))!
}

/** A sale of our own that is to be sent: one that we can cancel behind the packer's back. */
const anOwnParcel = async () => {
  const [goods] = await shop.client.catalog.variants.search({ query: 'kawung', limit: 1 })
  const sale = await shop.client.orders.recordOwnSale({
    id: newId(),
    lines: [{ variantId: goods!.id, pieces: 2, price: goods!.price }],
    payment: 'transfer',
    buyerName: 'Ibu Sari',
    soldAt: SUNDAY,
    note: '',
    shipTo: {
      phone: '081328705516',
      address: 'Jl. Kartini 4',
      city: 'Jepara',
      province: 'Jawa Tengah',
      courier: 'JNE',
      trackingNumber: `JNE${Date.now()}`,
      shippingPaid: 0,
      shipBy: null,
    },
  })
  return { id: sale.id, number: sale.number, resi: sale.trackingNumber, sku: goods!.sku }
}
const type = (text: string) => shop.page.keyboard.type(text, { delay: 70 })

describe('Meja Kemas with a scanner alone', () => {
  test('wrong size, right goods, one too many, all goods: the last one closes the parcel, the card ULANG opens it again', async () => {
    const parcel = await aParcel()
    const [first] = parcel.items
    const { rows } = await shop.client.fulfilment.pickList({})
    const sizes = rows.filter(({ name, size }) => name === first!.name && size !== first!.size)
    const strange = sizes.find(({ sku }) => parcel.items.every((item) => item.sku !== sku))!
    const before = await shop.client.fulfilment.progress()

    await openDesk()
    await expectNoPrice()
    await scan(parcel.trackingNumber || parcel.orderNumber)
    await seen('Paket dibuka')

    await scan(strange.sku)
    await seen(`Ukuran keliru: ini ${strange.size}, pesanan minta ${first!.size}.`)
    await scan('LB-SELESAI')
    expect(await timelineOf(parcel.orderId)).not.toContain('packed')

    for (let piece = 0; piece < first!.pieces; piece++) await scan(first!.sku)
    await seen('Benar')
    await scan(first!.sku)
    await seen('Kelebihan')
    await expectNoPrice()

    for (const { sku, pieces } of parcel.items.slice(1)) for (let piece = 0; piece < pieces; piece++) await scan(sku)
    await seen(`Paket ${parcel.trackingNumber || parcel.orderNumber} selesai.`)
    expect(await timelineOf(parcel.orderId)).toContain('packed')
    expect(await shop.page.getByRole('button', { name: 'Selesai' }).count()).toBe(0)

    await scan('LB-ULANG')
    await seen(`${parcel.pieces} barang, mulai scan.`)
    for (const { sku, pieces } of parcel.items) for (let piece = 0; piece < pieces; piece++) await scan(sku)
    await seen(`Paket ${parcel.trackingNumber || parcel.orderNumber} selesai.`)
    const after = await shop.client.fulfilment.progress()
    expect(after).toMatchObject({ packed: before.packed + 1, waiting: before.waiting - 1 })
    await seen(`${after.packedToday} dikemas hari ini, ${after.packed} menunggu kurir`)
  })

  test('without a scanner a row is looked at once more, then ticked by its key; the row does not move meanwhile', async () => {
    const own = await anOwnParcel()
    await openDesk()
    await scan(own.number)
    await seen('Paket dibuka')
    const row = shop.page.getByRole('listitem').filter({ hasText: own.sku })
    const before = await row.boundingBox()
    await shop.page.keyboard.press('1')
    await seen('Cocok?')
    await shop.page.keyboard.press('1')
    await seen('Benar')
    expect(await row.boundingBox()).toEqual(before)
    await shop.page.keyboard.press('1')
    await seen(`Paket ${own.resi} selesai.`)
    expect(await row.boundingBox()).toEqual(before)
  })

  test('scans that come faster than the answers are judged one after another, over two parcels', async () => {
    const [first, second] = (await waiting()).filter(
      ({ pieces, items }) => pieces === 1 && items[0]!.variantId !== null,
    )
    await openDesk()
    for (const parcel of [first!, second!]) {
      await scan(parcel.orderNumber)
      await scan(parcel.items[0]!.sku)
    }
    await seen(`Paket ${second!.trackingNumber || second!.orderNumber} selesai.`)
    for (const { orderId } of [first!, second!]) expect(await timelineOf(orderId)).toContain('packed')
  })

  test('a cancelled order fills the screen: neither Enter nor Esc nor another parcel leads on, the card SISIHKAN does', async () => {
    const [order, other] = (await shop.client.orders.list({ tab: 'cancelled', limit: 2 })).rows
    await openDesk()
    await scan(order!.number)
    await heading('Berhenti')
    await expectNoPrice()
    expect(await complaints(shop.page)).toEqual([])

    await shop.page.keyboard.press('Enter')
    await shop.page.keyboard.press('Escape')
    await scan((await aParcel()).orderNumber)
    await heading('Berhenti')
    await scan('LB-SISIHKAN')
    await seen('Scan No. Resi atau No. Pesanan')
    expect(await timelineOf(order!.id)).toContain('set aside')

    await scan(other!.number)
    await heading('Berhenti')
    await shop.page.keyboard.press('F8')
    await seen('Scan No. Resi atau No. Pesanan')
    expect(await timelineOf(other!.id)).toContain('set aside')
  })

  test('LB-TAHAN asks why; the desk says that it is held, then why, and F8 releases it', async () => {
    const parcel = await aParcel()
    await openDesk()
    await scan(parcel.orderNumber)
    await seen('Paket dibuka')
    await scan('LB-TAHAN')
    await seen('Kenapa ditahan?')
    await scan(parcel.items[0]!.sku)
    await seen('Jawab dulu kenapa ditahan')
    await shop.page.keyboard.press('5')
    await shop.page.locator('input:focus').waitFor()
    await type('jahitan lepas')
    await shop.page.keyboard.press('Enter')
    await seen(`Paket ${parcel.trackingNumber || parcel.orderNumber} ditahan.`)
    expect((await shop.client.orders.get({ id: parcel.orderId })).isHeld).toBe(true)

    await scan(parcel.orderNumber)
    await seen('Paket ini ditahan: jahitan lepas. F8 melepaskannya.')
    await shop.page.keyboard.press('F8')
    await seen('Paket dibuka')
    expect((await shop.client.orders.get({ id: parcel.orderId })).isHeld).toBe(false)
  })

  test('LB-CETAK prints the label of the parcel on the desk, and it counts as printed', async () => {
    const parcel = (await shop.client.fulfilment.queue()).parcels.find(({ state }) => state === 'to_arrange')!
    await openDesk()
    await scan(parcel.orderNumber)
    await seen('Paket dibuka')
    const paper = shop.page.context().waitForEvent('page')
    await scan('LB-CETAK')
    await (await paper).close()
    await expect.poll(() => timelineOf(parcel.orderId)).toContain('label printed')
  })

  test('an unknown code, the same label twice and the label of another parcel are told apart', async () => {
    const parcel = await aParcel()
    const other = (await shop.client.fulfilment.queue()).parcels.find(({ orderId }) => orderId !== parcel.orderId)!
    await openDesk()
    await scan('SPXID000000000000')
    await seen('Kode SPXID000000000000 tidak ada di pesanan maupun di barang.')
    await scan(parcel.orderNumber)
    await seen('Paket dibuka')
    await scan(parcel.orderNumber)
    await seen('Paket dibuka')
    await scan(parcel.items[0]!.sku)
    await seen('Benar')
    await scan(other.orderNumber)
    await seen('Selesaikan paket ini dulu')
    expect((await shop.client.fulfilment.scan({ code: parcel.orderNumber, parcelId: null })).parcel?.scanned).toBe(1)
  })

  test('a code that will not scan is typed after /, for the parcel and for its goods', async () => {
    const own = await anOwnParcel()
    await openDesk()
    await shop.page.keyboard.press('/')
    await shop.page.locator('input:focus').waitFor()
    await type(own.number)
    await shop.page.keyboard.press('Enter')
    await seen('Paket dibuka')
    await shop.page.keyboard.press('/')
    await shop.page.locator('input:focus').waitFor()
    await type(own.sku)
    await shop.page.keyboard.press('Enter')
    await seen('Benar')
  })

  test('an order cancelled while it is half packed stops the very next scan', async () => {
    const own = await anOwnParcel()
    await openDesk()
    await scan(own.number)
    await seen('Paket dibuka')
    await scan(own.sku)
    await seen('Benar')
    await shop.client.orders.cancelOwnSale({ id: own.id, reason: 'Pembeli berubah pikiran' })
    await scan(own.sku)
    await heading('Berhenti')
    await seen('Pembeli berubah pikiran')
    await scan('LB-SISIHKAN')
    await seen('Scan No. Resi atau No. Pesanan')
    expect(await timelineOf(own.id)).toContain('set aside')
    expect(await timelineOf(own.id)).not.toContain('packed')
  })

  test('Esc puts the parcel back, then leaves the desk', async () => {
    await openDesk()
    await scan((await aParcel()).orderNumber)
    await seen('Paket dibuka')
    await shop.page.keyboard.press('Escape')
    await seen('Scan No. Resi atau No. Pesanan')
    await shop.page.keyboard.press('Escape')
    await shop.page.waitForURL(/#\/$/)
  })
})

/** What the question that is open says, and the answer to it. */
const asked = (title: string | RegExp) => shop.page.getByRole('dialog', { name: title })
const courierTab = (courier: string) =>
  shop.page.getByRole('navigation', { name: 'Kurir' }).getByRole('button', { name: courier })
const agree = () => shop.page.keyboard.press('Control+Enter')

test('at the door only scanned parcels go, after a question with their number, and their goods leave stock', async () => {
  const group = (await shop.client.fulfilment.handover.list()).find(({ parcels }) => parcels.length > 0)!
  const [parcel] = group.parcels
  await shop.visit('/kemas/serah')
  await seen(group.courier)
  await scan(parcel!.trackingNumber || parcel!.orderNumber)
  await shop.page.getByRole('button', { name: 'Serahkan 1 paket' }).waitFor()
  await shop.page.keyboard.press('F8')
  await shop.page.keyboard.press('Enter')
  await asked(`Serahkan 1 paket ke ${group.courier}?`).waitFor()
  expect(await timelineOf(parcel!.orderId)).not.toContain('handed over')
  await agree()
  await seen(`1 paket diserahkan ke ${group.courier}.`)
  await expectNoPrice()
  expect(await timelineOf(parcel!.orderId)).toContain('handed over')
})

describe('at the door', () => {
  const packedOwn = async () => {
    const own = await anOwnParcel()
    const { parcel } = await shop.client.fulfilment.scan({ code: own.number, parcelId: null })
    for (let piece = 0; piece < 2; piece++)
      await shop.client.fulfilment.confirmPiece({ parcelId: own.id, key: parcel!.items[0]!.key })
    await shop.client.fulfilment.pack({ parcelId: own.id })
    return own
  }
  const openDoor = async () => {
    await shop.visit('/bantuan')
    await shop.visit('/kemas/serah')
    await seen('Scan paket yang dibawa kurir')
  }

  test('a parcel scanned twice, one that is not packed and an unknown code are told apart', async () => {
    const own = await packedOwn()
    const open = await aParcel()
    await openDoor()
    await scan(own.resi)
    await seen('Boleh dibawa: Ibu Sari. 1 dari')
    await scan(own.resi)
    await seen('Sudah dicek tadi: Ibu Sari.')
    await scan(open.orderNumber)
    await seen('Paket ini belum dikemas. Kemas dulu dengan F3.')
    await scan('XX-ENTAH-1')
    await seen('Barcode XX-ENTAH-1 belum dikenal.')
    await shop.page.getByRole('button', { name: 'Serahkan 1 paket' }).waitFor()
  })

  test('one courier at a time: the parcel of another is kept apart until it is scanned once more', async () => {
    const own = await packedOwn()
    const other = (await shop.client.fulfilment.handover.list()).find(
      ({ courier, parcels }) => courier !== 'JNE' && parcels.length > 0,
    )!
    await openDoor()
    await scan(own.resi)
    await seen('Boleh dibawa: Ibu Sari.')
    const { trackingNumber, orderNumber } = other.parcels[0]!
    await scan(trackingNumber || orderNumber)
    await seen(`Ini paket ${other.courier}, bukan JNE.`)
    await scan(trackingNumber || orderNumber)
    await courierTab(other.courier).and(shop.page.locator('[aria-current]')).waitFor()
    await shop.page.getByRole('button', { name: 'Serahkan 1 paket' }).waitFor()
  })

  test('an order cancelled between packing and hand-over is left out by Ctrl+A and fills the screen when scanned', async () => {
    // another beside it, not marked yet: of a pile that is marked whole Ctrl+A takes the marks away
    await packedOwn()
    const own = await packedOwn()
    await shop.client.orders.cancelOwnSale({ id: own.id, reason: 'Pembeli berubah pikiran' })
    const ofJne = (await shop.client.fulfilment.handover.list()).find(({ courier }) => courier === 'JNE')!
    await openDoor()
    await courierTab('JNE').click()
    await seen('Dibatalkan, sisihkan')
    await shop.page.keyboard.press('Control+a')
    await shop.page.getByRole('button', { name: `Serahkan ${ofJne.parcels.length} paket` }).waitFor()
    await scan(own.resi)
    await heading('Berhenti')
    await shop.page.keyboard.press('F8')
    await seen('Scan paket yang dibawa kurir')
    await expect.poll(() => timelineOf(own.id)).toContain('set aside')
    expect(await timelineOf(own.id)).not.toContain('handed over')
  })

  test('F9 prints what went, and the history prints it again on its day', async () => {
    await openDoor()
    const paper = shop.page.context().waitForEvent('page')
    await shop.page.keyboard.press('F9')
    await (await paper).close()
    await shop.page.keyboard.press('Alt+r')
    const again = shop.page.context().waitForEvent('page')
    await shop.page
      .getByRole('button', { name: /^Cetak Daftar Serah/ })
      .first()
      .click()
    await (await again).close()
    await shop.page.keyboard.press('Escape')
    await seen('Scan paket yang dibawa kurir')
  })
})

test('a printer that refuses is told in place, and nothing counts as printed', async () => {
  const parcel = (await shop.client.fulfilment.queue()).parcels.find(({ state }) => state === 'to_arrange')!
  await shop.visit('/bantuan')
  await shop.visit(`/label?orders=${parcel.orderId}`)
  await shop.page.locator('article').waitFor()
  await shop.page.evaluate(() => {
    const printPdf = async () => ({ outcome: 'failed', reason: 'kertas habis' })
    Object.assign(window, { lumbung: { kind: 'electron', printPdf } })
  })
  await shop.page.keyboard.press('F9')
  await seen('Printer menolak: kertas habis.')
  expect(await timelineOf(parcel.orderId)).not.toContain('label printed')
  // the printer that was put into the page goes with it
  await shop.page.reload()
})

test('a test label needs no order', async () => {
  await shop.visit('/bantuan')
  await shop.visit('/label')
  await seen('Pilih pesanan di Pesanan')
  const paper = shop.page.context().waitForEvent('page')
  await shop.page.keyboard.press('F7')
  await (await paper).close()
})

test('labels are shown at their proportion, change with the choices, and Ctrl+S keeps one PDF', async () => {
  const [first, second] = (await shop.client.fulfilment.queue()).parcels
  await shop.visit(`/label?orders=${first!.orderId},${second!.orderId}`)
  const labels = shop.page.locator('article')
  await labels.nth(1).waitFor()
  const { width, height } = (await labels.first().boundingBox())!
  expect(height / width).toBeCloseTo(150 / 100, 2)
  await shop.page.getByLabel('Pendek, 78 × 100 mm').check()
  await expect.poll(async () => Math.round((await labels.first().boundingBox())!.height / 3.8)).toBe(100)
  await labels.getByText('Isi paket').first().waitFor()
  await shop.page.getByLabel('Isi paket').uncheck()
  expect(await labels.getByText('Isi paket').count()).toBe(0)

  const [download] = await Promise.all([shop.page.waitForEvent('download'), shop.page.keyboard.press('Control+s')])
  expect(download.suggestedFilename()).toMatch(/^label-.*\.pdf$/)
  await seen('Ditandai Label Tercetak')
  expect(await timelineOf(first!.orderId)).toContain('label printed')
})

test('a hand-over of parcels nobody scanned is not agreed to by the Enter of a scan; pressed too early, it is taken back', async () => {
  const own = await anOwnParcel()
  const { parcel } = await shop.client.fulfilment.scan({ code: own.number, parcelId: null })
  const { parcelId, items } = parcel!
  for (const { key, pieces } of items)
    for (let piece = 0; piece < pieces; piece++) await shop.client.fulfilment.confirmPiece({ parcelId, key })
  await shop.client.fulfilment.pack({ parcelId })
  const stateOf = async () => (await shop.client.orders.get({ id: own.id })).state

  await shop.visit('/bantuan')
  await shop.visit('/kemas/serah')
  await courierTab('JNE').click()
  await shop.page.getByRole('button', { name: `Tandai ${own.resi}` }).click()
  await shop.page.keyboard.press('Tab')
  await shop.page.getByRole('button', { name: /^Serahkan \d+ paket/ }).click()
  await asked(/ke JNE/)
    .getByText(/ditandai tanpa discan/)
    .waitFor()
  await shop.page.keyboard.press('Enter')
  await asked(/ke JNE/).waitFor({ state: 'hidden' })
  expect(await stateOf()).toBe('packed')

  await shop.page.getByRole('button', { name: /^Serahkan \d+ paket/ }).click()
  await asked(/ke JNE/).waitFor()
  await agree()
  await seen(/paket diserahkan ke JNE/)
  expect(await stateOf()).not.toBe('packed')
  await shop.page.keyboard.press('Control+z')
  await shop.page.getByRole('dialog').getByRole('textbox').fill('Kurirnya belum datang')
  await agree()
  await seen(/diurungkan. Barangnya kembali ke stok/)
  expect(await stateOf()).toBe('packed')
})

test('pick, pack, hand over and labels have no complaint in light and dark, in two sizes', async () => {
  const parcel = await aParcel()
  for (const [address, sign] of [
    ['/kemas/ambil', 'Ambil'],
    ['/kemas', 'Berikutnya'],
    [`/kemas?code=${parcel.orderNumber}`, 'Paket dibuka'],
    ['/kemas/serah', 'Scan paket yang dibawa kurir'],
    ['/kemas/serah/riwayat', 'Kembali ke Serah Kurir'],
    [`/label?orders=${parcel.orderId}`, 'Penerima'],
  ] as const) {
    await shop.visit('/bantuan')
    await shop.visit(address)
    await seen(sign)
    for (const [width, height] of [
      [1366, 768],
      [1280, 650],
    ] as const) {
      await shop.page.setViewportSize({ width, height })
      expect(await complaintsInBothSchemes(shop), `${address} at ${width}`).toEqual([])
    }
  }
})

test('nothing in the page broke meanwhile', () => expect(shop.broken).toEqual([]))
