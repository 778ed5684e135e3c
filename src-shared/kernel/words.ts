import type { Language } from './business-day.ts'

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
) => ({ id, en }) as unknown as Words<{ [K in keyof W]: W[K] extends string ? string : W[K] }>

/** English counts: `1 SKU`, `2 SKUs`. Indonesian nouns stay as they are. */
export const counted = (count: string, one: string, many = `${one}s`): string =>
  `${count} ${count === '1' ? one : many}`
