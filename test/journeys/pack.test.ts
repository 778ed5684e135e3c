import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Parcel } from '../../src-shared/fulfilment/fulfilment.ts'
import { type AppWindow, aWindow, complaints } from './a-window.ts'

let shop: AppWindow
beforeAll(async () => {
  shop = await aWindow({ sample: true })
})
afterAll(() => shop?.close())

/** A scanner: a burst of keys and Enter, wherever focus is, sent without waiting so that a busy machine keeps it a burst. */
const scan = async (code: string) => {
  const { keyboard } = shop.page
  await shop.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))))
  await Promise.all([...code, 'Enter'].flatMap((key) => [keyboard.down(key), keyboard.up(key)]))
}
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

/** A waiting parcel of several kinds of goods that all have a SKU. */
const aParcel = async (): Promise<Parcel> => {
  const queue = await shop.client.fulfilment.queue()
  return queue.find(({ items }) => items.length > 1 && items.every(({ variantId }) => variantId !== null))!
}

describe('Meja Kemas with a scanner alone', () => {
  test('wrong size, right goods, one too many, all goods, and the command code closes the parcel', async () => {
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
    await seen('Lengkap')
    await scan('LB-SELESAI')
    await seen(`Paket ${parcel.trackingNumber || parcel.orderNumber} selesai.`)
    expect(await timelineOf(parcel.orderId)).toContain('packed')
    const after = await shop.client.fulfilment.progress()
    expect(after).toMatchObject({ packed: before.packed + 1, waiting: before.waiting - 1 })
  })

  test('scans that come faster than the answers are judged one after another', async () => {
    const parcel = (await shop.client.fulfilment.queue()).find(
      ({ pieces, items }) => pieces === 1 && items[0]!.variantId !== null,
    )!
    await openDesk()
    await scan(parcel.orderNumber)
    await scan(parcel.items[0]!.sku)
    await scan('LB-SELESAI')
    await seen(`Paket ${parcel.trackingNumber || parcel.orderNumber} selesai.`)
    expect(await timelineOf(parcel.orderId)).toContain('packed')
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

test('at the door only scanned parcels go with F8, and their goods leave stock', async () => {
  const [group] = await shop.client.fulfilment.handover.list()
  const [parcel] = group!.parcels
  await shop.visit('/kemas/serah')
  await seen(parcel!.trackingNumber || parcel!.orderNumber)
  await shop.page.keyboard.press('F8')
  expect(await timelineOf(parcel!.orderId)).not.toContain('handed over')

  await scan(parcel!.trackingNumber || parcel!.orderNumber)
  await shop.page.getByRole('button', { name: 'Serahkan 1 paket' }).waitFor()
  await shop.page.keyboard.press('F8')
  await seen('1 paket diserahkan ke kurir.')
  await expectNoPrice()
  expect(await timelineOf(parcel!.orderId)).toContain('handed over')
})

test('labels are shown at their proportion, change with the choices, and Ctrl+S keeps one PDF', async () => {
  const [first, second] = await shop.client.fulfilment.queue()
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

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  test.each([
    { width: 1366, height: 768 },
    { width: 1280, height: 650 },
  ])('pick, pack, hand over and labels have no complaint at $width', async (size) => {
    await shop.client.settings.change({ scheme })
    await shop.page.setViewportSize(size)
    const parcel = await aParcel()
    for (const [address, sign] of [
      ['/kemas/ambil', 'Ambil'],
      ['/kemas', 'Berikutnya'],
      [`/kemas?code=${parcel.orderNumber}`, 'Paket dibuka'],
      ['/kemas/serah', 'Scan paket yang dibawa kurir'],
      [`/label?orders=${parcel.orderId}`, 'Penerima'],
    ] as const) {
      await shop.visit('/bantuan')
      await shop.visit(address)
      await seen(sign)
      await shop.page.locator(`[data-mantine-color-scheme="${scheme}"]`).waitFor()
      expect(await complaints(shop.page), `${address} in ${scheme}`).toEqual([])
    }
  })
})

test('nothing in the page broke meanwhile', () => expect(shop.broken).toEqual([]))
