import { plain } from '../../../../../src-shared/kernel/page.ts'
import { ownText } from '../../../spreadsheet/own-text.ts'

/** Longest texts that are kept; what marketplaces allow for a product name is 255. */
const LONGEST = { name: 300, note: 2_000, address: 500 }
export type TextLength = keyof typeof LONGEST

/** Turns what stands in a cell into the text we keep: no control or bidi characters, not endless, in its own memory. */
export interface TextKeeper {
  /** A text that few orders share. */
  own(text: string, length?: TextLength): string
  /** A text that many orders share, held once. */
  shared(text: string): string
}

export function createTextKeeper(): TextKeeper {
  const held = new Map<string, string>()
  const own = (text: string, length: TextLength = 'name') => {
    if (text === '') return text
    const clean = plain(text.slice(0, LONGEST[length] * 2))
      .slice(0, LONGEST[length])
      .toWellFormed()
    return ownText(clean)
  }
  return {
    own,
    shared(text) {
      const known = held.get(text)
      if (known !== undefined) return known
      const kept = own(text)
      held.set(ownText(text), kept)
      return kept
    },
  }
}
