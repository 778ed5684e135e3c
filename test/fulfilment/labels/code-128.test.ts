import fc from 'fast-check'
import { expect, test } from 'vitest'
import { code128, code128Bars, fitCode128 } from '../../../src-main/core/fulfilment/labels/drawing/code-128.ts'
import { DOT, pt } from '../../../src-main/core/fulfilment/labels/drawing/units.ts'
import { inGroups } from '../../../src-main/core/fulfilment/labels/label-head.ts'
import { maskName, maskPhone, showPhone } from '../../../src-shared/fulfilment/masking.ts'

const ascii = fc.string({
  minLength: 1,
  maxLength: 40,
  unit: fc.integer({ min: 32, max: 126 }).map((code) => String.fromCharCode(code)),
})

test('every bar is a whole number of eighths of a millimetre, and the white beside is ten modules or more', () => {
  fc.assert(
    fc.property(ascii, fc.integer({ min: 40, max: 110 }), (text, roomMm) => {
      const symbol = code128(text)!
      const fitted = fitCode128(symbol, pt(roomMm), pt(55))
      if (!fitted) {
        expect((symbol.modules + 20) * 2).toBeGreaterThan(roomMm * 8)
        return
      }
      expect(fitted.width + 2 * fitted.quiet).toBeLessThanOrEqual(pt(roomMm) + 1e-6)
      expect(fitted.quiet).toBeGreaterThanOrEqual(10 * fitted.moduleDots * DOT - 1e-6)
      for (const bar of code128Bars(symbol, fitted.moduleDots, 40).at(0, 0)) {
        if (bar.kind !== 'fill') throw new Error('bars are filled')
        for (const edge of [bar.x / DOT, bar.width / DOT]) expect(Math.abs(edge - Math.round(edge))).toBeLessThan(1e-6)
        expect(Math.round(bar.width / DOT)).toBeGreaterThanOrEqual(2)
      }
    }),
  )
})

test.each([
  ['SPXID051234567890', 3],
  ['003948215507', 5],
  ['JP1234567890', 4],
  ['8826112200041187', 4],
])('%s takes %i dots a module on 100 mm paper and is at least 55 mm wide', (number, dots) => {
  const fitted = fitCode128(code128(number)!, pt(98), pt(55))!
  expect(fitted.moduleDots).toBe(dots)
  expect(fitted.width).toBeGreaterThanOrEqual(pt(55))
})

test('text that Code 128 cannot carry has no bars', () => {
  expect(code128('RESI-é')).toBeNull()
  expect(code128('')).toBeNull()
})

test('a number is grouped in fours the way people read it aloud', () => {
  expect(inGroups('8826112200041187')).toBe('8826 1122 0004 1187')
  expect(inGroups('SPXID051234567890')).toBe('SPXID 0512 3456 7890')
  expect(inGroups('CM12345678901')).toBe('CM 1234 5678 901')
  expect(inGroups('SP1234567890123')).toBe('SP 1234 5678 90123')
  expect(inGroups('GK-11-1234567890')).toBe('GK-11-1234567890')
})

test('phone numbers and names are shown and masked as sellers know them', () => {
  expect(showPhone('+6281328705516')).toBe('0813-2870-5516')
  expect(showPhone('081328705516')).toBe('0813-2870-5516')
  expect(showPhone('(0291) 591-234')).toBe('(0291) 591-234')
  expect(maskPhone('+6281328705516')).toBe('0813****5516')
  expect(maskPhone('(+62)813*****16')).toBe('(+62)813*****16')
  expect(maskPhone('110')).toBe('****10')
  expect(maskName('Dewi Lestari')).toBe('De** L*****')
  expect(maskName('Bu Sri')).toBe('B* S**')
})
