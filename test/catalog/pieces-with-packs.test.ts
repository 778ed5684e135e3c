import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quantityAndGoods, readQuantity } from '../../src-renderer/catalog/pieces-with-packs.ts'

test('a dozen is twelve and a kodi is twenty, however they are written', () => {
  expect(['3', '2 lusin', '2lusin', '1 KODI', ' 12 '].map(readQuantity)).toEqual([3, 24, 24, 20, 12])
})

test('nothing, half a piece, zero and more than a warehouse are no quantity', () => {
  expect(['', '1,5', '0', '-2', 'lusin', '9999 kodi', '3 karung'].map(readQuantity)).toEqual(Array(7).fill(null))
})

test('a quantity may stand before the goods; without one it is a single piece', () => {
  expect(quantityAndGoods('2 lusin kawung')).toEqual({ pieces: 24, goods: 'kawung' })
  expect(quantityAndGoods('3 lung ukir')).toEqual({ pieces: 3, goods: 'lung ukir' })
  expect(quantityAndGoods('lung ukir')).toEqual({ pieces: 1, goods: 'lung ukir' })
  expect(quantityAndGoods('2 lusinan batik')).toEqual({ pieces: 2, goods: 'lusinan batik' })
  expect(quantityAndGoods('12345')).toEqual({ pieces: 1, goods: '12345' })
})

test('whatever is typed, the pieces are whole, at least one and never absurd', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const { pieces } = quantityAndGoods(typed)
      expect(Number.isInteger(pieces) && pieces >= 1 && pieces <= 100_000).toBe(true)
    }),
  )
})
