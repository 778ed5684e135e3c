import { expect, test } from 'vitest'
import { goodsKind } from '../../src-renderer/design/photos/goods-kind.ts'
import { lengthOf, REPEAT_EVERY_MS, SCORE, type SoundName } from '../../src-renderer/design/sounds/score.ts'
import { defectCode } from '../../src-shared/kernel/defect.ts'

const names = Object.keys(SCORE) as SoundName[]

test('the sounds differ in rhythm, so that they are told apart on a poor speaker', () => {
  const rhythms = names.map((name) => SCORE[name].map(({ at, lengthMs }) => `${at}/${lengthMs}`).join(' '))
  expect(new Set(rhythms).size).toBe(names.length)
})

test('right is short, a cancelled parcel takes 900 ms and falls, done rises', () => {
  expect(lengthOf('benar')).toBe(90)
  expect(lengthOf('batal')).toBe(900)
  const falling = SCORE.batal.map(({ hertz }) => hertz)
  expect(falling).toEqual([...falling].sort((a, b) => b - a))
  const [first, second] = SCORE.selesai
  // A major third, four semitones.
  expect(second!.hertz / first!.hertz).toBeCloseTo(2 ** (4 / 12), 2)
})

test('a repeated sound has ended before it starts anew', () => {
  for (const name of names) expect(lengthOf(name)).toBeLessThan(REPEAT_EVERY_MS)
})

test.each([
  ['Kemeja Lung Ukir', '', 'shirt'],
  ['Lung Ukir', 'Kemeja', 'shirt'],
  ['Daster Mega Biru', '', 'dress'],
  ['Kain Macan Kurung 2 m', '', 'cloth'],
  ['Outer Sekar Jagad', '', 'outer'],
  ['Kopi Muria 250 g', '', 'jar'],
  ['Ukiran Jepara', '', 'box'],
])('%s %s is drawn as a %s', (name, category, kind) => expect(goodsKind(name, category)).toBe(kind))

test('a defect has the same code each time, whatever row it met', () => {
  const broken = (row: string) => {
    const error = new TypeError(`no price for ${row}`)
    error.stack = 'TypeError\n    at priceOf (orders-3f2a.js:12:7)'
    return error
  }
  expect(defectCode(broken('0197a1b2-0000-7000-8000-000000000001'))).toBe(
    defectCode(broken('0197a1b2-0000-7000-8000-0000000000ff')),
  )
  expect(defectCode(broken('1'))).toMatch(/^LB-[0-9A-F]{4}$/)
  expect(defectCode(new Error('another'))).not.toBe(defectCode(broken('1')))
})
