import { describe, expect, test } from 'vitest'
import { mistakenFor } from '../../src-main/core/fulfilment/mistaken-goods.ts'

const SHIRT = 'Kemeja Tactical Pria Lengan Panjang M-TAC RIPSTOP Baju Kerja Lapangan'
const goods = (colour: string, size: string, { productName = SHIRT, motif = '' } = {}) => ({
  key: [productName, motif, colour, size].join('/'),
  name: productName,
  productName,
  motif,
  colour,
  size,
  shelf: 'B-04',
  photoId: null,
  category: '',
})

describe('wrong goods in the hand', () => {
  test('the same goods in another colour say the colour', () => {
    const wanted = goods('Putih', 'M')
    expect(mistakenFor(goods('Navy', 'M'), [wanted])).toMatchObject({
      wanted: { key: wanted.key },
      differsIn: ['colour'],
    })
  })

  test('another size says the size, another motif the motif, both colour and size say both', () => {
    expect(mistakenFor(goods('Putih', 'L'), [goods('Putih', 'M')])?.differsIn).toEqual(['size'])
    expect(mistakenFor(goods('', 'M', { motif: 'Kawung' }), [goods('', 'M', { motif: 'Truntum' })])?.differsIn).toEqual(
      ['motif'],
    )
    expect(mistakenFor(goods('Navy', 'L'), [goods('Putih', 'M')])?.differsIn).toEqual(['colour', 'size'])
  })

  test('of several sisters still missing the nearest was meant', () => {
    const near = goods('Putih', 'L')
    expect(mistakenFor(goods('Navy', 'L'), [goods('Putih', 'M'), near])).toMatchObject({
      wanted: { key: near.key },
      differsIn: ['colour'],
    })
  })

  test('case and accents make no other colour', () => {
    expect(mistakenFor(goods('HITAM', 'L'), [goods('Hitam', 'M')])?.differsIn).toEqual(['size'])
  })

  test('another product, a variation that is not said, or the very same one is nobody’s sister', () => {
    expect(mistakenFor(goods('Navy', 'M', { productName: 'Celana Cargo' }), [goods('Putih', 'M')])).toBeNull()
    expect(mistakenFor(goods('', 'M'), [goods('Putih', 'M')])).toBeNull()
    expect(mistakenFor(goods('Navy', 'M'), [goods('', 'M')])).toBeNull()
    expect(mistakenFor(goods('Putih', 'M'), [goods('Putih', 'M')])).toBeNull()
    expect(mistakenFor(goods('Putih', 'M'), [])).toBeNull()
  })
})
