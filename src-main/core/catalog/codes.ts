/**
 * The form in which SKU codes and barcodes are compared. Only ASCII letters lose their case, exactly as SQLite's
 * `lower()` does it, so that a comparison here and one in a query never disagree.
 */
export const codeKey = (code: string): string => code.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/** Words as people compare them: no case, no accents, signs become spaces. `Kemeja "Lung Ukir"` is `kemeja lung ukir`. */
export function folded(text: string): string {
  // nearly all text here is ASCII, and 20,000 labels are folded at once
  if (/^[\0-\x7F]*$/.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

export const wordsOf = (text: string): string[] => folded(text).split(' ').filter(Boolean)
