import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Parcel } from '../../src-shared/fulfilment/fulfilment.ts'
import { type AppWindow, aWindow, complaints, complaintsInBothSchemes } from './a-window.ts'

let shop: AppWindow
beforeAll(async () => {
  shop = await aWindow({ sample: true })
})
afterAll(() => shop?.close())

const seen = (text: string | RegExp) => shop.page.getByText(text).first().waitFor()
/** In the card: beside it stands a sound of the name Selesai. */
const press = (name: string) =>
  shop.page.getByRole('region', { name: 'Alat scan' }).getByRole('button', { name }).click()
const fact = (label: string) => shop.page.locator('dl > div', { hasText: label }).first().locator('dd').innerText()
const learned = async () => (await shop.client.settings.get()).scanner
const openDesk = async () => {
  await shop.visit('/bantuan')
  await shop.visit('/kemas')
  await seen('Scan No. Resi atau No. Pesanan')
}
const openCard = async () => {
  await shop.visit('/bantuan')
  await shop.visit('/pengaturan')
  await seen('Alat scan')
}
/** The keys of a burst as the system sends them, without waiting in between: Tab moves the focus unless it is kept from it. */
const burst = async (code: string, end: 'Tab' | 'Enter') => {
  const { keyboard } = shop.page
  await shop.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))))
  await Promise.all([...code, end].flatMap((key) => [keyboard.down(key), keyboard.up(key)]))
}
/** A waiting parcel of several goods that all have a SKU, nothing of which lies in it yet. */
const aParcel = async (): Promise<Parcel> => {
  const { parcels } = await shop.client.fulfilment.queue()
  for (const { orderNumber } of parcels) {
    const { parcel } = await shop.client.fulfilment.scan({ code: orderNumber, parcelId: null })
    const missing =
      parcel?.items.filter(({ variantId, scanned, pieces }) => variantId !== null && scanned < pieces) ?? []
    if (parcel && missing.length > 1 && missing.length === parcel.items.length) return parcel
  }
  throw new Error('no such parcel in the sample shop')
}

describe('a scanner that closes with Tab', () => {
  test('is heard, learned and tried in Pengaturan', async () => {
    await openCard()
    await press('Ajari alat scan')
    await seen('Scan sembarang kode')
    await shop.scan('SPXID0617', { end: 'Tab', gapMs: 12 })
    await seen('SPXID0617')
    expect(await fact('Tanda akhir')).toBe('Tab, 12 milidetik setelah huruf terakhir')
    expect(await fact('Kecepatan')).toBe('12 milidetik per huruf, paling lama 12')
    expect(await fact('Dikenali sebagai')).toBe('alat scan cepat, ditutup Tab')
    expect(await complaints(shop.page)).toEqual([])
    await press('Simpan')
    await expect.poll(learned).toEqual({ end: 'Tab', gapMs: 12, endWaitMs: 12 })
    await expect.poll(() => fact('Dipakai sekarang')).toBe('alat scan cepat, ditutup Tab')

    await press('Uji')
    await shop.scan('KMJ-AL-M', { end: 'Tab', gapMs: 12 })
    await seen('KMJ-AL-M diterima utuh.')
    await shop.scan('KMJ-AL-M', { gapMs: 70 })
    await seen('KMJ-AL-M terdengar, tetapi belum dikenali.')
    await press('Selesai')
  })

  test('packs at the desk, and its Tab leaves the focus where it is', async () => {
    const parcel = await aParcel()
    const [first] = parcel.items
    await openDesk()
    await burst(parcel.orderNumber, 'Tab')
    await seen('Paket dibuka')
    const field = shop.page.getByRole('textbox', { name: 'Ketik kode bila tidak bisa discan' })
    await field.focus()
    await burst(first!.sku, 'Tab')
    await seen(/^(Benar|Lengkap)$/)
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await field.inputValue()).toBe('')
  })
})

describe('a slow scanner', () => {
  const slowly = { gapMs: 60 }
  test('is taken for a hand until it is learned; then it opens a parcel', async () => {
    await openCard()
    await press('Kembalikan ke semula')
    await expect.poll(learned).toBeNull()
    const { orderNumber } = await aParcel()
    await openDesk()
    await shop.scan(orderNumber, slowly)
    expect(await shop.page.getByText('Paket dibuka').count()).toBe(0)

    await openCard()
    await press('Ajari alat scan')
    await shop.scan(orderNumber, slowly)
    await expect.poll(() => fact('Dikenali sebagai')).toBe('alat scan lambat, ditutup Enter')
    await press('Simpan')
    await expect.poll(learned).toEqual({ end: 'Enter', gapMs: 60, endWaitMs: 60 })
    await expect.poll(() => fact('Dipakai sekarang')).toBe('alat scan lambat, ditutup Enter')
    await openDesk()
    await shop.scan(orderNumber, slowly)
    await seen('Paket dibuka')
  })

  test('what is typed by hand is not learned', async () => {
    await openCard()
    await press('Ajari alat scan')
    await shop.scan('SPXID0617', { gapMs: 140 })
    await seen('Terlalu lambat untuk alat scan.')
    expect(await fact('Dikenali sebagai')).toBe('ketikan tangan')
    expect(await shop.page.getByRole('button', { name: 'Simpan' }).count()).toBe(0)
    await shop.page.keyboard.press('Escape')
    await shop.page.getByRole('button', { name: 'Ajari alat scan' }).waitFor()
  })
})

test('a scanner that sends nothing after its code opens a parcel once that was learned', async () => {
  await openCard()
  await press('Ajari alat scan')
  await shop.scan('SPXID0617', { end: 'none', gapMs: 10 })
  await expect.poll(() => fact('Dikenali sebagai')).toBe('alat scan cepat, tanpa tanda akhir')
  await press('Simpan')
  await expect.poll(learned).toMatchObject({ end: 'none' })
  const { orderNumber } = await aParcel()
  await openDesk()
  await shop.scan(orderNumber, { end: 'none', gapMs: 10 })
  await seen('Paket dibuka')
})

test.each([
  ['typed by hand and Enter', 'A1', null, 'Enter', 90],
  ['from a scanner that closes with Tab', 'B2', { end: 'Tab', gapMs: 12, endWaitMs: 12 } as const, 'Tab', 0],
] as const)('a code of two letters reaches the desk from its field: %s', async (_, code, scanner, end, delay) => {
  await shop.client.settings.change({ scanner })
  const parcel = await aParcel()
  const [first] = parcel.items
  await shop.client.catalog.variants.pairBarcode({ variantId: first!.variantId!, barcode: code })
  await openDesk()
  await shop.scan(parcel.orderNumber)
  await seen('Paket dibuka')
  const field = shop.page.getByRole('textbox', { name: 'Ketik kode bila tidak bisa discan' })
  await shop.page.keyboard.press('/')
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
  await shop.page.keyboard.type(code, { delay })
  await shop.page.keyboard.press(end)
  await seen(/^(Benar|Lengkap)$/)
})

test.each([
  { width: 1366, height: 768 },
  { width: 1093, height: 614 },
])('the card has no complaint at $width in light and dark', async (size) => {
  await shop.client.settings.change({ scanner: { end: 'Tab', gapMs: 62, endWaitMs: 300 } })
  await shop.page.setViewportSize(size)
  await openCard()
  await press('Ajari alat scan')
  await shop.scan('KMJ-KWG-ALIT-M-BIRU-2026', { end: 'Tab', gapMs: 62, endWaitMs: 300 })
  await seen('KMJ-KWG-ALIT-M-BIRU-2026')
  expect(await complaintsInBothSchemes(shop)).toEqual([])
})

test('nothing in the page broke meanwhile', () => expect(shop.broken).toEqual([]))
