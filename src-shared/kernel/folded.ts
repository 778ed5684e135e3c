const APOSTROPHES = /['’‘`´ʼʹ]/g

/**
 * Words as people compare and search them: no case, no accents, no apostrophes, other signs become spaces.
 * `Kemeja "Lung Ukir"` is `kemeja lung ukir`, `Koko Jum’at` is `koko jumat`, `Crêpe` is `crepe`.
 */
export function folded(text: string): string {
  // nearly all text here is ASCII once its accents are off, and 20,000 labels are folded at once
  const bare = isAscii(text) ? text : text.replace(/[^\0-\x7F]+/g, withoutAccents)
  const words = bare.replace(APOSTROPHES, '').toLowerCase()
  return words.replace(isAscii(words) ? /[^a-z0-9]+/g : /[^\p{L}\p{N}]+/gu, ' ').trim()
}

const isAscii = (text: string) => /^[\0-\x7F]*$/.test(text)
const withoutAccents = (signs: string) =>
  signs
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u00C0-\u0167\u1E9E]/g, (letter) => LATIN[letter.toLowerCase()] ?? letter)

/** Letters that Unicode takes no accent off, as they are typed where a keyboard has none of them. */
const LATIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
}

/**
 * A text with everything by which it is found: folded, and what signs hold together also as one word. `T-Shirt KMJ-01` is
 * `t shirt kmj 01 tshirt kmj01`.
 */
export const searchable = (text: string): string => [folded(text), ...joinedWords(text)].join(' ')

/** What signs hold together, as one word each. */
const joinedWords = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}]+(?:[-_./][\p{L}\p{N}]+)+/gu) ?? []).map((word) => folded(word.replace(/[-_./]/g, '')))

export const wordsOf = (text: string): string[] => folded(text).split(' ').filter(Boolean)

const MOST_WORDS = 8
const MOST_LETTERS = 2

/**
 * The words of a search that count, in the order typed: at most eight, the longest, for they find the fewest; of these at most two
 * of one letter (the size L, pack 2), for each letter begins a word of nearly every row. The rest is not looked for, so a text
 * pasted into a search finds what says its eight longest words.
 */
export function soughtWords(words: readonly string[]): string[] {
  const each = [...new Set(words)]
  const [long, short] = [each.filter((word) => word.length > 1), each.filter((word) => word.length < 2)]
  const kept = new Set(
    [...long.toSorted((a, b) => b.length - a.length), ...short.slice(0, MOST_LETTERS)].slice(0, MOST_WORDS),
  )
  return each.filter((word) => kept.has(word))
}

/** What was typed to be found, part by part: `kmj-1 crêpe` is `kmj 1` and `crepe`. */
const partsOf = (query: string): string[] => soughtWords(query.trim().split(/\s+/).map(folded).filter(Boolean))

/**
 * How lists are searched: every part typed stands in the text, or begins what signs hold together there (`tshirt`, `T-Shirt`). Nothing
 * typed finds everything, signs alone find nothing.
 */
export function finder(query: string): (text: string) => boolean {
  const parts = partsOf(query)
  if (parts.length === 0) return () => query.trim() === ''
  return (text) => {
    const [said, joined] = [folded(text), joinedWords(text)]
    return parts.every((part) => said.includes(part) || joined.some((word) => word.startsWith(part)))
  }
}

/**
 * A text by which lists are sorted as people expect: É beside E, 2 before 10. Texts that differ in signs alone keep an order
 * of their own.
 */
export const naturalKey = (text: string): string =>
  `${folded(text).replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(12, '0'))} ${text.toLowerCase()}`
