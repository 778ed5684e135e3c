import { SaxesParser } from 'saxes'
import { DomainError } from '../../../../src-shared/kernel/refusal.ts'
import { damaged } from '../refuse.ts'
import type { SourceFile } from '../sheet.ts'

export type XmlAttributes = Record<string, string>

/** Names come without their namespace prefix: writers choose prefixes freely. */
export interface XmlListener {
  open?(name: string, attributes: XmlAttributes): void
  text?(text: string): void
  close?(name: string): void
}

export interface XmlReader {
  write(piece: Buffer): void
  end(): void
}

/** Far beyond any workbook, and small enough that a hostile one cannot fill the memory with tags. */
const DEEPEST = 64
const MOST_ATTRIBUTES = 256

const withoutPrefix = (name: string) => name.slice(name.indexOf(':') + 1)

/**
 * Reads XML as its bytes arrive. Only the five built-in entities exist; a document type declaration is refused, so
 * nothing can be defined, fetched or expanded.
 * @throws FILE_DAMAGED from `write` and `end`.
 */
export function createXmlReader(file: SourceFile, listener: XmlListener): XmlReader {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let decoder: TextDecoder | undefined
  let depth = 0
  let attributes = 0

  parser.on('doctype', () => {
    throw damaged(file.name, 'doctype')
  })
  parser.on('opentagstart', () => {
    attributes = 0
  })
  parser.on('attribute', () => {
    if (++attributes > MOST_ATTRIBUTES) throw damaged(file.name, 'xml')
  })
  parser.on('opentag', (tag) => {
    if (++depth > DEEPEST) throw damaged(file.name, 'xml')
    listener.open?.(withoutPrefix(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    depth--
    listener.close?.(withoutPrefix(tag.name))
  })
  if (listener.text) {
    parser.on('text', listener.text)
    parser.on('cdata', listener.text)
  }

  return {
    write: (piece) =>
      guarded(file, () => {
        decoder ??= new TextDecoder(encodingOf(piece), { fatal: true })
        parser.write(decoder.decode(piece, { stream: true }))
      }),
    end: () =>
      guarded(file, () => {
        parser.write(decoder?.decode() ?? '')
        parser.close()
      }),
  }
}

/** Reads one whole part. */
export async function readXml(file: SourceFile, pieces: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  const reader = createXmlReader(file, listener)
  for await (const piece of pieces) reader.write(piece)
  reader.end()
}

/** XML is UTF-8 unless it starts with the mark of UTF-16 (XML 1.0, 4.3.3). */
function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : 'utf-8'
}

function guarded(file: SourceFile, read: () => void): void {
  try {
    read()
  } catch (error) {
    throw error instanceof DomainError ? error : damaged(file.name, 'xml')
  }
}
