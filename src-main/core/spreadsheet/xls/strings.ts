import { PartsReader } from './parts-reader.ts'

const WIDE = 0x01
const PHONETIC = 0x04
const RICH = 0x08

/** A text with a length of two bytes and, maybe, formatting runs and phonetic data behind it ([MS-XLS] 2.5.293). */
export function richString(reader: PartsReader): string {
  const count = reader.uint16()
  const flags = reader.byte()
  const runs = flags & RICH ? reader.uint16() : 0
  const phoneticBytes = flags & PHONETIC ? reader.uint32() : 0
  const text = reader.characters(count, (flags & WIDE) !== 0)
  reader.skip(runs * 4 + phoneticBytes)
  return text
}

/** The texts of the whole workbook; cells point into them by position. */
export function sharedStrings(parts: readonly Buffer[]): string[] {
  const reader = new PartsReader(parts)
  reader.skip(4)
  const count = reader.uint32()
  const strings: string[] = []
  // Each text takes at least three bytes, so a count beyond the data ends in a RangeError and not in a full memory.
  while (strings.length < count) strings.push(richString(reader))
  return strings
}
