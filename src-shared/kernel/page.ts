import { z } from 'zod'

/** Keyset paging: `cursor` is the opaque key of the last row seen, absent on the first page. */
export const PageInput = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.number().int().min(1).max(500).default(100),
})

export const page = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), nextCursor: z.string().nullable() })

export const encodeCursor = (...key: (string | number | null)[]): string => JSON.stringify(key)
export const decodeCursor = (cursor: string): (string | number | null)[] => {
  const key: unknown = JSON.parse(cursor)
  if (!Array.isArray(key)) throw new TypeError('not a cursor')
  return key
}

/** Text as people type it: NFC, no control or bidi-override characters, trimmed. */
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
  (ALREADY_PLAIN.test(text) ? text : text.normalize('NFC').replace(UNWANTED, '')).trim()
