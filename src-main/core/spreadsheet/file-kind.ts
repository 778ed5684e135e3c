import type { FileContents } from '../../../src-shared/channels/file-contents.ts'

export type FileKind = { read: 'zip' | 'cfb' | 'text' } | { read: null; looksLike: FileContents }

const refused = (looksLike: FileContents): FileKind => ({ read: null, looksLike })

const MAGIC: [bytes: string, kind: FileKind][] = [
  ['504b0304', { read: 'zip' }],
  ['504b0506', { read: 'zip' }],
  ['d0cf11e0a1b11ae1', { read: 'cfb' }],
  ['25504446', refused('pdf')],
  ['89504e47', refused('image')],
  ['ffd8ff', refused('image')],
  ['47494638', refused('image')],
  ['424d', refused('image')],
  ['49492a00', refused('image')],
  ['4d4d002a', refused('image')],
  ['526172211a07', refused('archive')],
  ['377abcaf271c', refused('archive')],
  ['1f8b', refused('archive')],
  ['0908', refused('old workbook')],
]

const isWebp = (head: Buffer) => head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP'

/** NUL and most other control characters do not occur in text of one byte per letter. */
function holdsBinary(head: Buffer): boolean {
  return head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))
}

/** What a file is, by its first bytes. Extensions lie: return reports called `.xls` are XLSX archives. */
export function fileKind(bytes: Uint8Array): FileKind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096))
  const hex = head.toString('hex', 0, 8)
  const known = MAGIC.find(([magic]) => hex.startsWith(magic))
  // `BM` also opens a CSV whose first heading does: a real bitmap is binary further on.
  if (known && !(known[0] === '424d' && !holdsBinary(head))) return known[1]
  if (isWebp(head)) return refused('image')
  const isUtf16 = hex.startsWith('fffe') || hex.startsWith('feff')
  if (!isUtf16 && holdsBinary(head)) return refused('unknown')
  const start = head
    .toString(isUtf16 ? 'utf16le' : 'utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
    .slice(0, 200)
    .toLowerCase()
  if (/^<(!doctype html|html|head|body|table|script|meta|!--)/.test(start)) return refused('html')
  if (/^<\?xml/.test(start)) return refused('xml')
  return { read: 'text' }
}
