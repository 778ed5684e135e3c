const APOSTROPHES = /['’‘`´ʼʹ]/g

/**
 * Words as people compare and search them: no case, no accents, no apostrophes, other signs become spaces.
 * `Kemeja "Lung Ukir"` is `kemeja lung ukir`, `Koko Jum’at` is `koko jumat`, `Crêpe` is `crepe`.
 */
export function folded(text: string): string {
  // nearly all text here is ASCII, and 20,000 labels are folded at once
  if (/^[\0-\x7F]*$/.test(text))
    return text
      .toLowerCase()
      .replace(APOSTROPHES, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(APOSTROPHES, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

export const wordsOf = (text: string): string[] => folded(text).split(' ').filter(Boolean)
