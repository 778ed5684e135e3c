import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { PracticePace } from '../../../src-shared/sync/practice.ts'

const Market = z.object({
  seed: z.number(),
  port: z.number(),
  isOpen: z.boolean(),
  shopId: z.string().nullable(),
  hasBegunAgain: z.boolean(),
})

const Book = z.object({
  /** How far Toko Latihan's clock is ahead of the laptop's, in milliseconds. */
  aheadMs: z.number().min(0),
  pace: PracticePace,
  markets: z.object({ shopee: Market.nullable(), tiktok: Market.nullable() }),
})
export type PracticeBook = z.infer<typeof Book>

const NOTHING: PracticeBook = { aheadMs: 0, pace: 'some', markets: { shopee: null, tiktok: null } }

/** What is remembered of practising beside Toko Latihan's file; small, because every start of it reads this. */
export function practiceBook(folder: string) {
  const file = join(folder, 'latihan.pasar.json')
  let book = readBook(file)
  return {
    read: (): PracticeBook => book,
    write(next: PracticeBook): void {
      writeFileSync(`${file}.new`, JSON.stringify(next), { mode: 0o600 })
      renameSync(`${file}.new`, file)
      book = next
    },
  }
}

function readBook(file: string): PracticeBook {
  try {
    return Book.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return NOTHING
  }
}
