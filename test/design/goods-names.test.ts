import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NO_WORDS, rankedWords, wordsInView } from '../../src-renderer/design/goods/common-words.ts'
import { shortName } from '../../src-renderer/design/goods/short-name.ts'

const SHIRTS = [
  'Celana Tactical Panjang Pria RIPSTOP',
  'Kemeja Tactical Pria Lengan Panjang M-TAC RIPSTOP Baju Kerja Lapangan',
  'Kemeja Tactical Pria Lengan Panjang W-TAC RIPSTOP Baju Kerja Lapangan',
  'Kemeja Tactical Pria Lengan Pendek M-TAC AMERICAN DRILL Baju Kerja Lapangan',
  'Kemeja Tactical Pria Lengan Pendek W-TAC RIPSTOP Baju Kerja Lapangan',
]
/** As if each letter were ten wide. */
const widthOf = (text: string) => text.length * 10
const shown = (name: string, names: readonly string[], room: number) => {
  const words = rankedWords(name, names.length > 0 ? wordsInView(names) : NO_WORDS)
  const short = shortName(words, room, widthOf)
  return { ...short, text: words.filter((_, place) => short.isShown[place]).map(({ text }) => text) }
}

/** What stays of a name in the least room. */
const least = (name: string, names: readonly string[]) =>
  rankedWords(name, wordsInView(names))
    .filter(({ worth }) => worth === 'tells')
    .map(({ text }) => text)
    .join(' ')

test('what tells a row from its neighbours has room first, then what kind of goods it is, then what few have, then the rest', () => {
  const inRoomOf = (letters: number) => shown(SHIRTS[3]!, SHIRTS, letters * 10).text.join(' ')
  expect(least(SHIRTS[3]!, SHIRTS)).toBe('AMERICAN')
  expect(inRoomOf(8)).toBe('AMERICAN')
  expect(inRoomOf(15)).toBe('Kemeja AMERICAN')
  expect(inRoomOf(28)).toBe('Kemeja Pendek M-TAC AMERICAN')
  expect(inRoomOf(33)).toBe('Kemeja Pendek M-TAC AMERICAN')
  expect(inRoomOf(90)).toBe(SHIRTS[3])
  const two = SHIRTS.slice(1, 3)
  expect(shown(two[0]!, two, 120).text).toEqual(['Kemeja', 'M-TAC'])
})

test('no word of a name is cut through but one by itself, and more room only ever adds words', () => {
  const word = fc.constantFrom('Kemeja', 'Kaos', 'Panjang', 'Pendek', 'M-TAC', 'W-TAC', '-', 'Ripstop')
  const names = fc.array(
    fc.array(word, { minLength: 1 }).map((words) => words.join(' ')),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(names, fc.nat(700), fc.nat(300), (all, room, more) => {
      for (const name of all) {
        const here = shown(name, all, room)
        expect(here.isCut ? here.text.length === 1 : widthOf(here.text.join(' ')) <= room + 1).toBe(true)
        // what follows the name moves by this: no gap stays where words have no place
        const drawn = widthOf(here.text.join(' '))
        const left = here.text.length === 0 ? room : here.isCut ? 0 : Math.max(0, room - drawn)
        expect(here.unused).toBe(here.isShown.includes(false) ? Math.floor(left) : 0)
        const wider = shown(name, all, room + more)
        for (const [place, isShown] of here.isShown.entries()) if (isShown) expect(wider.isShown[place]).toBe(true)
        if (widthOf(name) <= room) expect(here.text.join(' ')).toBe(name)
      }
    }),
  )
})

test('two goods that have room for what tells them apart are never called the same', () => {
  const word = fc.constantFrom('Kemeja', 'Kaos', 'Panjang', 'Pendek', 'M-TAC', 'W-TAC', 'Pria')
  const names = fc.uniqueArray(
    fc.uniqueArray(word, { minLength: 1 }).map((words) => words.toSorted().join(' ')),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(names, fc.nat(500), (all, room) => {
      const within = (one: string, other: string) => one.split(' ').every((each) => other.split(' ').includes(each))
      for (const one of all)
        for (const other of all) {
          if (one === other || within(one, other) || within(other, one)) continue
          const [a, b] = [shown(one, all, room), shown(other, all, room)]
          if (!a.lacksTelling && !b.lacksTelling) expect(a.text).not.toEqual(b.text)
        }
    }),
  )
})

test('a name that no neighbour shares keeps its beginning, and one too long for its room ends in dots', () => {
  expect(shown('Kaos Polos Pria', [], 110).text).toEqual(['Kaos', 'Polos'])
  expect(shown('Kaos Polos Pria', ['Kaos Polos Pria', 'Kaos Polos Pria'], 110).text).toEqual(['Kaos', 'Polos'])
  expect(shown('KemejaPriaLenganPanjang', [], 110)).toMatchObject({ isCut: true, isShown: [true] })
  expect(shown('KemejaPriaLenganPanjang', [], 60)).toMatchObject({ isCut: false, isShown: [false] })
})

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
  expect(least('Kaos Polos Pria', names)).toBe('Pria')
  expect(least('Kaos Polos Pria Tebal', names)).toBe('Tebal')
})
