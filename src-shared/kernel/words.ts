import type { Language } from './business-day.ts'
import { oneNotMany } from './one-not-many.ts'

type Message = string | ((...args: never[]) => string)
/** Each language must answer every message with the same arguments; a missing one does not compile. */
export type Words<W extends Record<string, Message>> = Record<Language, W>

/**
 * One room's messages in both languages. Messages are plain strings and functions, so the compiler is the checker;
 * a message library would only add a second syntax.
 */
export const words = <W extends Record<string, Message>>(
  id: W,
  en: { [K in keyof W]: W[K] extends string ? string : W[K] },
) => ({ id, en: inEnglish(en) }) as unknown as Words<{ [K in keyof W]: W[K] extends string ? string : W[K] }>

/** Sentences that count say one of a thing as English does; Indonesian nouns stay as they are. */
const inEnglish = (messages: Record<string, Message>) =>
  Object.fromEntries(
    Object.entries(messages).map(([name, message]) => [
      name,
      typeof message === 'string' ? message : (...args: never[]) => oneNotMany(message(...args)),
    ]),
  )

/** English counts: `1 SKU`, `2 SKUs`. Indonesian nouns stay as they are. */
export const counted = (count: string, one: string, many = `${one}s`): string =>
  `${count} ${count === '1' ? one : many}`
