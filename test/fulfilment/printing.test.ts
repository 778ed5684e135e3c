import { describe, expect, test } from 'vitest'
import { headsOf } from '../../src-main/core/database/heads.ts'
import { parcelLabel } from '../../src-main/core/fulfilment/parcel-label.ts'
import { pickRows } from '../../src-main/core/fulfilment/pieces-to-fetch.ts'
import type { ParcelItem } from '../../src-shared/fulfilment/fulfilment.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { LabelSize } from '../../src-shared/settings/settings.ts'
import { aCore, SUNDAY } from '../builders/a-core.ts'
import { aPackingDesk } from '../builders/a-packing-desk.ts'
import { anOrder } from '../builders/an-order.ts'
import { anOrderDocument } from '../builders/an-order-document.ts'
import { hasPoppler, textOf, withPoppler } from './labels/print-shop.ts'

const WISHES = { size: '100x150', showItems: true, showNote: true, maskPhone: false } as const
const SHOP = {
  businessName: 'Batik Ratna',
  phone: '081229014477',
  city: 'Jepara',
  zone: 'WIB',
  language: 'id',
} as const

describe('Daftar Ambil', () => {
  test('what all waiting parcels need, by shelf, with the orders it is for and what the shelf holds', async () => {
    const { client, takeIn, pack } = await aPackingDesk()
    const [a, b, packed, cancelled] = [
      anOrder().withLine('BLS-TRT-M').withLine('KMJ-LUK-M', 2),
      anOrder().withLine('SET-LUK-TRT').withLine('', 1, { productName: 'Selendang Sogan' }),
      anOrder().withLine('KMJ-KWA-L'),
      anOrder().withLine('KMJ-KWA-L').cancelled(SUNDAY),
    ]
    await takeIn(a, b, packed, cancelled)
    await pack(packed)
    const list = await client.fulfilment.pickList({})
    expect(list).toMatchObject({ orders: 2, pieces: 6 })
    expect(
      list.rows.map(({ shelf, sku, pieces, onHand, orderNumbers }) => [shelf, sku, pieces, onHand, orderNumbers]),
    ).toEqual([
      ['B-04', 'KMJ-LUK-L', 1, 20, [b.number]],
      ['B-04', 'KMJ-LUK-M', 2, 20, [a.number]],
      ['C-03', 'BLS-TRT-M', 2, 20, [a.number, b.number]],
      ['', '', 1, null, [b.number]],
    ])
  })

  test('for chosen orders it leaves out what must not be picked any more', async () => {
    const { client, takeIn, idOf } = await aPackingDesk()
    const [chosen, other, gone] = [
      anOrder().withLine('KMJ-KWA-L'),
      anOrder().withLine('KMJ-KWA-L'),
      anOrder().withLine('KMJ-KWA-L').inTransit(SUNDAY),
    ]
    await takeIn(chosen, other, gone)
    const orderIds = [await idOf(chosen.number), await idOf(gone.number), await idOf(chosen.number)]
    expect(await client.fulfilment.pickList({ orderIds })).toMatchObject({ orders: 1, pieces: 1 })
  })

  test('shelves stand as one walks: B-2 before B-11, goods without a shelf last', () => {
    const item = (shelf: string, sku: string): ParcelItem => ({
      variantId: sku,
      key: sku,
      name: sku,
      productName: sku,
      motif: '',
      colour: '',
      size: '',
      sku,
      shelf,
      photoId: null,
      category: '',
      pieces: 1,
      scanned: 0,
    })
    const items = [item('', 'A'), item('B-11', 'B'), item('b-2', 'D10'), item('B-2', 'D9'), item('A-1', 'E')]
    expect(pickRows([{ orderNumber: '1', items }], new Map()).map(({ sku }) => sku)).toEqual([
      'E',
      'D9',
      'D10',
      'B',
      'A',
    ])
  })

  test(`its sheet can be printed${withPoppler}`, async () => {
    const { client, takeIn } = await aPackingDesk()
    const order = anOrder().withLine('KMJ-LUK-M', 2)
    await takeIn(order)
    const { file, pages } = await client.fulfilment.pickListSheet({})
    expect({ name: file.name, pages }).toEqual({ name: 'daftar-ambil-22-nov-2026.pdf', pages: 1 })
    if (hasPoppler) expect(textOf(Buffer.from(await file.bytes()))).toContain('KMJ-LUK-M')
  })
})

describe('Daftar Belanja', () => {
  test(`is a paper by supplier with the wanted pieces and their sums${withPoppler}`, async () => {
    const { client, ids } = await aPackingDesk()
    const line = (sku: keyof typeof ids, pieces: number, price: number | null) => ({
      variantId: ids[sku],
      pieces,
      price,
    })
    const { file, pages, lacking } = await client.fulfilment.shoppingListSheet({
      plan: 'Dari penjualan 30 hari.',
      suppliers: [
        { name: 'Bu Sri Konveksi', phone: '0813-2870-5516', lines: [line('KMJ-LUK-M', 12, 60_000)] },
        { name: '', phone: '', lines: [line('BLS-TRT-M', 1_500, null)] },
      ],
    })
    expect({ name: file.name, pages, lacking }).toEqual({
      name: 'daftar-belanja-22-nov-2026.pdf',
      pages: 1,
      lacking: [],
    })
    if (!hasPoppler) return
    const text = textOf(Buffer.from(await file.bytes()))
    for (const said of ['Daftar Belanja', 'Bu Sri Konveksi', '12 pcs', 'Rp720.000', '1.500 pcs', 'Belum pernah dibeli'])
      expect(text).toContain(said)
  })

  test('goods that nobody knows are refused by name', async () => {
    const { client } = await aPackingDesk()
    const variantId = newId()
    await expect(
      client.fulfilment.shoppingListSheet({
        plan: '',
        suppliers: [{ name: 'A', phone: '', lines: [{ variantId, pieces: 1, price: null }] }],
      }),
    ).rejects.toMatchObject({ code: 'PRODUCT_NOT_FOUND', data: { id: variantId } })
  })
})

describe('Cetak Label', () => {
  test(`labels are printed, counted and marked; the order then shows "label tercetak"${withPoppler}`, async () => {
    const { client, takeIn, idOf } = await aPackingDesk()
    const orders = [1, 2, 3].map(() => anOrder().withLine('KMJ-LUK-M', 2))
    await takeIn(...orders)
    const orderIds = await Promise.all(orders.map(({ number }) => idOf(number)))
    const printed = await client.fulfilment.printLabels({ ...WISHES, orderIds: [...orderIds, orderIds[0]!] })
    expect(printed).toMatchObject({ file: { name: 'label-22-nov-2026.pdf' }, labels: 3, pages: 3, skipped: [] })
    if (hasPoppler) expect(textOf(Buffer.from(await printed.file.bytes()))).toContain(orders[0]!.number)
    const order = await client.orders.get({ id: orderIds[0]! })
    expect(order.state).toBe('printed')
    expect(order.timeline.at(-1)).toMatchObject({ what: 'label printed', source: '', actor: 'Ratna' })
  })

  test('a look before printing marks nothing', async () => {
    const { client, takeIn, idOf } = await aPackingDesk()
    const order = anOrder().withLine('KMJ-LUK-M')
    await takeIn(order)
    const id = await idOf(order.number)
    await client.fulfilment.printLabels({ ...WISHES, orderIds: [id], mark: false })
    expect((await client.orders.get({ id })).state).toBe('arranged')
  })

  test('four labels of ordinary paper share a sheet', async () => {
    const { client, takeIn, idOf } = await aPackingDesk()
    const orders = Array.from({ length: 5 }, () => anOrder().withLine('KMJ-LUK-M'))
    await takeIn(...orders)
    const orderIds = await Promise.all(orders.map(({ number }) => idOf(number)))
    expect(await client.fulfilment.printLabels({ ...WISHES, size: 'A4x4', orderIds })).toMatchObject({
      labels: 5,
      pages: 2,
    })
  })

  test('cancelled orders and orders without an address are left out, each with its reason', async () => {
    const { client, takeIn, idOf } = await aPackingDesk()
    const good = anOrder().withLine('KMJ-LUK-M')
    const cancelled = anOrder().withLine('KMJ-LUK-M').cancelled(SUNDAY)
    const recipient = { ...good.snapshot().recipient, address: '' }
    const nowhere = anOrder().withLine('KMJ-LUK-M').with({ recipient })
    await takeIn(good, cancelled, nowhere)
    const idsOf = (...orders: { number: string }[]) => Promise.all(orders.map(({ number }) => idOf(number)))
    expect(
      await client.fulfilment.printLabels({ ...WISHES, orderIds: await idsOf(good, cancelled, nowhere) }),
    ).toMatchObject({
      labels: 1,
      skipped: [
        { orderNumber: cancelled.number, reason: 'cancelled' },
        { orderNumber: nowhere.number, reason: 'no address' },
      ],
    })
    await expect(
      client.fulfilment.printLabels({ ...WISHES, orderIds: await idsOf(cancelled, nowhere) }),
    ).rejects.toMatchObject({ code: 'NO_LABELS' })
  })

  const label = (facts: Parameters<typeof anOrderDocument>[0]) =>
    parcelLabel(
      anOrderDocument(facts),
      anOrderDocument(facts).parcels[0]!,
      new Map([[1, { name: 'Kemeja Lung Ukir', variation: 'M', sku: 'KMJ-LUK-M', pieces: 2, weightGrams: 250 }]]),
      SHOP,
      SUNDAY,
    )

  test('the label of an own sale carries sender, weight, deadline and what the courier must collect', () => {
    const own = label({
      channel: 'own',
      courier: 'JNE',
      shippingService: 'REG',
      isCod: true,
      buyerPayment: 182_000,
      buyerNote: 'Bungkus terpisah',
      shipBy: SUNDAY,
    })
    expect(own).toMatchObject({
      courier: 'JNE',
      service: 'REG',
      cod: { amount: 182_000 },
      sender: { name: 'Batik Ratna', phone: '081229014477', city: 'Jepara' },
      weightGrams: 500,
      shipBy: '2026-11-22',
      items: [{ name: 'Kemeja Lung Ukir', variation: 'M', sku: 'KMJ-LUK-M', pieces: 2 }],
      note: 'Bungkus terpisah',
    })
  })

  test("the slip on a channel's parcel says that it is not the channel's label; the note stays the buyer's own", () => {
    expect(label({ buyerNote: 'Cepat ya' })).toMatchObject({ note: 'Cepat ya', remark: 'Bukan label resmi Shopee.' })
    expect(label({ channel: 'tiktok' })).toMatchObject({ note: '', remark: 'Bukan label resmi TikTok Shop.' })
    expect(label({ channel: 'own' }).remark).toBe('')
  })

  test(`a test label can be printed on every paper, without any order${withPoppler}`, async () => {
    const { client } = await aCore()
    for (const size of LabelSize.options) {
      const { file, pages } = await client.fulfilment.testLabel({ size })
      expect({ name: file.name, pages }).toEqual({ name: 'label-coba-22-nov-2026.pdf', pages: 1 })
      if (hasPoppler) expect(textOf(Buffer.from(await file.bytes()))).toContain('LABEL COBA, jangan dikirim')
    }
    expect(await client.orders.tabs()).toEqual([])
  })

  test('a service without a courier stands in the place of the courier', () => {
    expect(label({ courier: '', shippingService: 'Reguler (Cashless)' })).toMatchObject({
      courier: 'Reguler (Cashless)',
      service: '',
    })
  })
})

test(`Daftar Serah Kurir has one part a courier and leaves out what was cancelled${withPoppler}`, async () => {
  const { client, takeIn, pack, idOf, doors } = await aPackingDesk()
  const [spx, jnt, cancelled] = [
    anOrder().withLine('KMJ-LUK-M'),
    anOrder().withLine('KMJ-LUK-L').with({ courier: 'J&T Express' }),
    anOrder().withLine('KMJ-LUK-M'),
  ]
  await takeIn(spx, jnt, cancelled)
  for (const order of [spx, jnt, cancelled]) await pack(order)
  await takeIn(cancelled.cancelled(SUNDAY))
  const orderIds = await Promise.all([spx, jnt, cancelled].map(({ number }) => idOf(number)))
  const { file, pages } = await client.fulfilment.handover.sheet({ parcelIds: orderIds })
  const { entry, movement } = await headsOf(doors.read, SUNDAY)
  expect({ name: file.name, pages }).toEqual({ name: 'daftar-serah-22-nov-2026.pdf', pages: 2 })
  if (!hasPoppler) return
  const text = textOf(Buffer.from(await file.bytes()))
  expect(text).toContain('J&T Express')
  expect(text).toContain(spx.number)
  expect(text).not.toContain(cancelled.number)
  // who signs it takes along how far the books reached
  expect(text).toContain(
    `Sidik catatan j${entry!.id} ${entry!.hash.slice(0, 10)} · s${movement!.id} ${movement!.hash.slice(0, 10)}`,
  )
})

test('letters that the fonts lack are named with the paper: of each label, of the pick list, of the hand-over list', async () => {
  const { client, takeIn, pack, idOf } = await aPackingDesk()
  const foreign = anOrder().withLine('', 1, { productName: '连衣裙 Sogan' })
  const recipient = { ...foreign.snapshot().recipient, name: '张伟 Sári 👗', address: 'Jl. Mawar 5, 张家, ꦗꦮ' }
  const plain = anOrder().withLine('BLS-TRT-M')
  await takeIn(foreign.with({ recipient }), plain)
  const [foreignId, plainId] = [await idOf(foreign.number), await idOf(plain.number)]
  const lackingOf = async (orderIds: string[], showItems: boolean) =>
    (await client.fulfilment.printLabels({ ...WISHES, showItems, orderIds, mark: false })).lacking.toSorted()
  const ofTheRecipient = [...'张伟家', '👗', 'ꦗ', 'ꦮ'].toSorted()
  expect(await lackingOf([foreignId], false)).toEqual(ofTheRecipient)
  expect(await lackingOf([plainId, foreignId], true)).toEqual([...ofTheRecipient, ...'连衣裙'].toSorted())
  expect(await lackingOf([plainId], true)).toEqual([])
  expect((await client.fulfilment.pickListSheet({})).lacking.toSorted()).toEqual([...'连衣裙'].toSorted())
  await pack(foreign)
  expect((await client.fulfilment.handover.sheet({ parcelIds: [foreignId] })).lacking).toContain('张')
})
