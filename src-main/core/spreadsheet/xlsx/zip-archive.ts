import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { UnpackLimit } from '../../../../src-shared/channels/file-contents.ts'
import type { Instant } from '../../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../../src-shared/kernel/refusal.ts'
import { LIMITS } from '../limits.ts'
import { damaged, notASpreadsheet } from '../refuse.ts'
import type { SourceFile } from '../sheet.ts'

export interface ZipEntry {
  path: string
  /** Unpacked, as the archive declares it. */
  size: number
  modifiedAt: Instant
}

export interface ZipArchive {
  has(path: string): boolean
  entries(): ZipEntry[]
  /** Unpacks one part piece by piece; its length and checksum are proved at the end. */
  unpack(path: string): AsyncGenerator<Buffer>
}

const unpacksTooLarge = (name: string, passed: UnpackLimit, part: string) =>
  new DomainError('FILE_UNPACKS_TOO_LARGE', { name, passed, part: part.slice(0, 80) })

/** @throws FILE_DAMAGED, FILE_UNPACKS_TOO_LARGE; FILE_NOT_A_SPREADSHEET when it is locked with a password. */
export async function openZip(file: SourceFile): Promise<ZipArchive> {
  const zip = await openDirectory(file)
  const parts = await listParts(file, zip)
  let unpackedInAll = 0
  return {
    has: (path) => parts.has(path),
    entries: () =>
      [...parts.values()].map((entry) => ({
        path: entry.fileName,
        size: entry.uncompressedSize,
        modifiedAt: entry.getLastModDate().getTime(),
      })),
    async *unpack(path) {
      const entry = parts.get(path)
      if (!entry) throw damaged(file.name, 'structure')
      let unpacked = 0
      let checksum = 0
      for await (const piece of intact(file, piecesOf(zip, entry))) {
        unpacked += piece.length
        unpackedInAll += piece.length
        checksum = crc32(piece, checksum)
        if (unpackedInAll > LIMITS.unpackedBytes) throw unpacksTooLarge(file.name, 'size', path)
        if (swells(unpacked, entry.compressedSize)) throw unpacksTooLarge(file.name, 'ratio', path)
        yield piece
      }
      if (unpacked !== entry.uncompressedSize || checksum !== entry.crc32) throw damaged(file.name, 'checksum')
    },
  }
}

async function openDirectory(file: SourceFile): Promise<ZipFile> {
  const buffer = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
  try {
    // Sizes are proved by our own count, so that an archive which lies about them is named for what it is.
    return await fromBufferPromise(buffer, { lazyEntries: true, autoClose: false, validateEntrySizes: false })
  } catch {
    // The directory stands at the end of an archive; without it the download broke off.
    throw damaged(file.name, 'cut short')
  }
}

async function listParts(file: SourceFile, zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > LIMITS.archiveParts) throw unpacksTooLarge(file.name, 'parts', '')
  const parts = new Map<string, Entry>()
  let declared = 0
  for await (const entry of intact(file, zip.eachEntry())) {
    if (entry.isEncrypted()) throw notASpreadsheet(file.name, 'locked workbook')
    if (parts.has(entry.fileName)) throw damaged(file.name, 'structure')
    declared += entry.uncompressedSize
    if (declared > LIMITS.unpackedBytes) throw unpacksTooLarge(file.name, 'size', entry.fileName)
    if (swells(entry.uncompressedSize, entry.compressedSize)) throw unpacksTooLarge(file.name, 'ratio', entry.fileName)
    parts.set(entry.fileName, entry)
  }
  return parts
}

const swells = (unpacked: number, packed: number) =>
  unpacked > LIMITS.unpackRatioFloorBytes && unpacked > packed * LIMITS.unpackRatio

async function* piecesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>
}

async function* intact<Item>(file: SourceFile, items: AsyncIterable<Item>): AsyncGenerator<Item> {
  try {
    yield* items
  } catch {
    throw damaged(file.name, 'structure')
  }
}
