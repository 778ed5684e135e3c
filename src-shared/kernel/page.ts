import { z } from 'zod'

type Key = (string | number | null)[]

/** Keyset paging: `cursor` is the opaque key of the last row seen, absent on the first page. */
const Cursor = z
  .string()
  .max(400)
  .refine((cursor) => keyIn(cursor) !== null)
  .meta({ description: '`nextCursor` of the page before.', examples: ['["2026-11-22",0]'] })

export const PageInput = z.object({
  cursor: Cursor.optional(),
  limit: z.number().int().min(1).max(500).default(100),
})

export const page = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), nextCursor: z.string().nullable() })

export const encodeCursor = (...key: Key): string => JSON.stringify(key)

/** The parts of a cursor; a part that another list's cursor lacks is null, which no row comes after. */
export const decodeCursor = (cursor: string): Key => [...(keyIn(cursor) ?? []), ...LACKING]
const LACKING: Key = Array(8).fill(null)

/** Whoever asks over HTTP may send anything as a cursor. */
function keyIn(cursor: string): Key | null {
  try {
    const key: unknown = JSON.parse(cursor)
    const isKey = Array.isArray(key) && key.every((part) => part === null || ['string', 'number'].includes(typeof part))
    return isKey ? key : null
  } catch {
    return null
  }
}

/** How long a text is wherever a limit is held to: in code points, as Zod counts them, not in halves of a pair. */
export const letterCount = (text: string): number => Array.from(text).length

export const firstLetters = (text: string, count: number): string =>
  text.length <= count ? text : Array.from(text).slice(0, count).join('')

/** Text as people type it: NFC, no control or bidi-override characters, no half of a pair (SQLite would keep another sign), trimmed. */
export const PlainText = (max: number) =>
  z
    .string()
    .max(max * 2)
    .transform((text) => plain(text))
    .pipe(z.string().max(max))

// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
const UNWANTED = /[\u0000-\u0008\u000B-\u001F\u007F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
const ALREADY_PLAIN = /^[ -~]*$/
export const plain = (text: string): string =>
  (ALREADY_PLAIN.test(text) ? text : text.toWellFormed().normalize('NFC').replace(UNWANTED, '')).trim()
