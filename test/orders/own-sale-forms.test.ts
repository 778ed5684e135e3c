import { expect, test } from 'vitest'
import {
  changedTotal,
  changeOf,
  formOf,
  withBuyerFields,
  wrongIn,
} from '../../src-renderer/orders/own-sale/change-form.ts'
import {
  asDraft,
  emptySale,
  missingIn,
  momentOn,
  withBuyer,
  withGoods,
} from '../../src-renderer/orders/own-sale/sale-form.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aPackingDesk } from '../builders/a-packing-desk.ts'

const DAY = 24 * 3_600_000

async function aSale() {
  const { client, ids } = await aPackingDesk()
  const sale = await client.orders.recordOwnSale({
    id: newId(),
    lines: [{ variantId: ids['BLS-TRT-M'], pieces: 2, price: 75_000 }],
    payment: 'transfer',
    discount: 5_000,
    buyerName: 'Dewi Lestari',
    soldAt: SUNDAY,
    shipTo: null,
    note: '',
  })
  return { client, sale }
}

test('a form that was opened and saved again changes nothing', async () => {
  const { sale } = await aSale()
  const form = formOf(sale, 'WIB')
  expect(changedTotal(form)).toBe(sale.buyerPayment)
  expect(changeOf(sale, form, SUNDAY, 'WIB')).toEqual({ id: sale.id })
  expect(changeOf(sale, { ...form, soldOn: null }, SUNDAY + 60_000, 'WIB')).toEqual({ id: sale.id })
})

test('only what was changed is sent, and is what the core then says', async () => {
  const { client, sale } = await aSale()
  const form = withBuyerFields(formOf(sale, 'WIB'), { phone: '0812', city: 'Jepara' })
  const change = changeOf(
    sale,
    { ...form, soldOn: '2026-11-21', lines: [{ ...form.lines[0]!, price: 70_000 }], paidInto: '1111' },
    SUNDAY,
    'WIB',
  )
  expect(change).toEqual({
    id: sale.id,
    phone: '0812',
    city: 'Jepara',
    paidInto: '1111',
    prices: [{ line: 1, price: 70_000 }],
    soldAt: SUNDAY - DAY,
  })
  const changed = await client.orders.changeOwnSale(change)
  expect(changeOf(changed, formOf(changed, 'WIB'), SUNDAY, 'WIB')).toEqual({ id: sale.id })
  expect(changed.buyerPayment).toBe(135_000)
})

test('a price or discount that is no amount, or more than the goods, is not saved', async () => {
  const { sale } = await aSale()
  const form = formOf(sale, 'WIB')
  expect(wrongIn(form)).toBeNull()
  expect(wrongIn({ ...form, discount: null })).toBe('discount')
  expect(wrongIn({ ...form, discount: 150_001 })).toBe('discount')
  expect(wrongIn({ ...form, lines: [{ ...form.lines[0]!, price: null }] })).toBe('lines')
  expect(wrongIn({ ...form, lines: [] })).toBe('goods')
})

test('a known buyer or a pasted address sends a parcel; a name alone does not', () => {
  const goods = {
    id: newId(),
    sku: 'A',
    label: 'Kemeja',
    goodsName: { product: 'Kemeja', motif: '', colour: '', size: '' },
    available: 3,
    price: 50_000,
  }
  const form = withGoods(emptySale(), goods, 2)
  expect(withBuyer(form, { buyerName: 'Rina' }).shipTo).toBeNull()
  expect(withBuyer(form, { buyerName: 'Rina', phone: '', address: '' }).shipTo).toBeNull()
  const sent = withBuyer(form, { buyerName: 'Rina', address: 'Jl. Kartini 4', city: 'Jepara' })
  expect(sent).toMatchObject({ buyerName: 'Rina', shipTo: { address: 'Jl. Kartini 4', city: 'Jepara' } })
  expect(missingIn({ ...sent, discount: 100_001 })).toBe('discount')
  expect(asDraft({ ...sent, soldOn: '2026-11-21', discount: 1_000 }, SUNDAY, 'WIB')).toMatchObject({
    soldAt: SUNDAY - DAY,
    discount: 1_000,
  })
  expect(momentOn(null, SUNDAY, 'WIB')).toBe(SUNDAY)
})
