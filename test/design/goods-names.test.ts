import fc from 'fast-check'
import { expect, test } from 'vitest'
import { headAndTail, nameRuns, roomOf, wordsInView } from '../../src-renderer/design/goods/common-words.ts'

const SHIRTS = [
  'Celana Tactical Panjang Pria RIPSTOP',
  'Kemeja Tactical Pria Lengan Panjang M-TAC RIPSTOP Baju Kerja Lapangan',
  'Kemeja Tactical Pria Lengan Panjang W-TAC RIPSTOP Baju Kerja Lapangan',
  'Kemeja Tactical Pria Lengan Pendek M-TAC AMERICAN DRILL Baju Kerja Lapangan',
  'Kemeja Tactical Pria Lengan Pendek W-TAC RIPSTOP Baju Kerja Lapangan',
]
const telling = (name: string, names: readonly string[]) =>
  nameRuns(name, wordsInView(names))
    .filter(({ worth }) => worth !== 'common')
    .map(({ text }) => text.trim())

test('what tells a row from its neighbours are the words that few of them have', () => {
  expect(telling(SHIRTS[3]!, SHIRTS)).toEqual(['Pendek M-TAC', 'AMERICAN', 'DRILL'])
  expect(telling(SHIRTS[0]!, SHIRTS)).toEqual(['Celana'])
  const two = SHIRTS.slice(1, 3)
  expect(telling(two[0]!, two)).toEqual(['M-TAC'])
})

/** What stays of a name in the least room. */
const least = (name: string, names: readonly string[]) =>
  nameRuns(name, wordsInView(names))
    .filter(({ worth }) => worth === 'tells')
    .map(({ text }) => text.trim())
    .join(' ')

test('what stays of two names in the least room is never the same', () => {
  const shirts = [...SHIRTS, 'Kemeja Tactical Pria Lengan Pendek M-TAC RIPSTOP Baju Kerja Lapangan']
  expect(least(shirts[5]!, shirts)).toBe('Pendek M-TAC RIPSTOP')
  expect(least(shirts[1]!, shirts)).toBe('Panjang M-TAC')
  const word = fc.constantFrom('Kemeja', 'Kaos', 'Panjang', 'Pendek', 'M-TAC', 'W-TAC', 'Ripstop', 'Pria')
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(word, { minLength: 1 }), { minLength: 2, maxLength: 8 }), (lists) => {
      const names = lists.map((words) => words.join(' '))
      const isWithin = (one: string, other: string) => one.split(' ').every((each) => other.split(' ').includes(each))
      for (const one of names)
        for (const other of names) if (!isWithin(one, other)) expect(isWithin(least(one, names), other)).toBe(false)
    }),
  )
})

test('a name whose words most of the others have is told by those that some lack', () => {
  const names = ['Kaos Polos', 'Kaos Polos Pria', 'Kaos Polos Pria Tebal']
  expect(telling('Kaos Polos Pria', names)).toEqual(['Pria'])
  expect(telling('Kaos Polos Pria Tebal', names)).toEqual(['Tebal'])
})

test('a name that stands in every row tells nothing, and one that stands alone everything', () => {
  expect(telling('Kaos Polos', ['Kaos Polos', 'Kaos Polos'])).toEqual([])
  expect(telling('Kaos Polos', ['Kaos Polos'])).toEqual(['Kaos Polos'])
})

test('a name reads on as it was written, however it is parted', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.constantFrom('Kaos', '-', 'M-TAC', 'S'), { minLength: 1 })), (lists) => {
      const names = lists.map((words) => words.join(' '))
      for (const name of names) {
        const runs = nameRuns(name, wordsInView(names))
        expect(runs.map(({ text }) => text).join('')).toBe(name)
        for (const { text } of runs) expect(headAndTail(text).join('')).toBe(text)
      }
    }),
  )
})

test('what stays longest asks for its room, and words that the neighbours have too for none', () => {
  const runs = nameRuns(SHIRTS[4]!, wordsInView(SHIRTS))
  expect(roomOf(runs.filter(({ worth }) => worth === 'common'))).toBe(0)
  const needed = runs.filter(({ worth }) => worth !== 'common')
  expect(roomOf(runs)).toBe(roomOf(needed))
  const letters = needed.reduce((sum, { text }) => sum + text.trim().length, 0)
  expect(roomOf(runs)).toBeGreaterThan(letters * 0.5)
  expect(roomOf(runs)).toBeLessThan(letters)
})
