import { isUtf8 } from 'node:buffer'
import { damaged } from '../refuse.ts'
import type { SourceFile } from '../sheet.ts'

/**
 * The encoding of a text file: its byte order mark, else UTF-8 where every byte fits, else the Windows-1252 that
 * spreadsheet programs write on Windows.
 */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** Small enough that one piece is read in a few hundredths of a second. */
const PIECE = 64 * 1024

/** The text of the file piece by piece, without its byte order mark. @throws FILE_DAMAGED */
export function* decoded(file: SourceFile): Generator<string> {
  const decoder = new TextDecoder(encodingOf(file.bytes), { fatal: true })
  for (let at = 0; at < file.bytes.length; at += PIECE) {
    const isLast = at + PIECE >= file.bytes.length
    const text = decodedPiece(file, decoder, file.bytes.subarray(at, at + PIECE), isLast)
    // a program that wrote the mark before a text which had one
    yield at === 0 ? text.replace(/^\uFEFF+/, '') : text
  }
}

/**
 * What two downloads of different encodings come to when they are pasted together: an end of a line in single bytes is no letter of
 * any script when two bytes make a letter, nor is the mark of the other byte order.
 */
const OTHER_ENCODING = /[\u0A0D\uFFFE]/

function decodedPiece(file: SourceFile, decoder: TextDecoder, piece: Uint8Array, isLast: boolean): string {
  try {
    const text = decoder.decode(piece, { stream: !isLast })
    if (decoder.encoding.startsWith('utf-16') && OTHER_ENCODING.test(text)) throw damaged(file.name, 'encoding')
    return text
  } catch {
    throw damaged(file.name, 'encoding')
  }
}
