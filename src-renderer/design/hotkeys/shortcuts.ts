import type { Language } from '../../../src-shared/kernel/business-day.ts'
import type { Keys } from './key-combination.ts'

/**
 * A keyboard shortcut: the key and, in both languages, what it does. Buttons print it, F1 lists it and the palette offers
 * it, all from this one object. The shortcuts of a room stand in its `*.shortcuts.ts`; those that mean the same everywhere
 * in `standing.shortcuts.ts`. Nothing else makes `Keys`, so that no key is printed or listened to that is not listed.
 */
export interface Shortcut {
  readonly keys: Keys
  readonly label: Readonly<Record<Language, string>>
}

type Sentence<W> = { [Word in keyof W]: W[Word] extends string ? Word : never }[keyof W]

/** The shortcuts of one part of the screen, each named by the word that its button says: `shortcutsOf(w, { pay: 'P' })`. */
export function shortcutsOf<W, Word extends Sentence<W>>(
  words: Record<Language, W>,
  keys: Readonly<Record<Word, string>>,
): Readonly<Record<Word, Shortcut>> {
  const entries = Object.entries(keys) as [Word, string][]
  return Object.fromEntries(entries.map(([word, key]) => [word, shortcutOf(words, word, key)])) as Record<
    Word,
    Shortcut
  >
}

/** One shortcut; for a second key with the same meaning (`Up` and `Down` both move). */
export const shortcutOf = <W>(words: Record<Language, W>, word: Sentence<W>, keys: string): Shortcut => ({
  keys: keys as Keys,
  label: { id: String(words.id[word]), en: String(words.en[word]) },
})

/** `1` to `9` for the entries of a list that is drawn as it comes; `label` is the entry as it stands on screen. */
export const choiceAt = (index: number, label: string): Shortcut => ({
  keys: String(index + 1) as Keys,
  label: { id: label, en: label },
})
