import { crc32, deflateRawSync } from 'node:zlib'

interface CentralEntry {
  name: Buffer
  /** The whole record of the central directory, as it stands. */
  record: Buffer
  localOffset: number
  packedSize: number
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const DEFLATED = 8
/** Sizes stand behind the part and not before it. */
const SIZES_BEHIND = 0x0008

/**
 * The same ZIP archive with one part written anew: all other parts keep their packed bytes, names, times and order. Only archives
 * that `openZip` has opened may be given (APPNOTE 6.3.10, 4.3.7 to 4.3.16); null for one of more than 4 GB parts or sizes.
 */
export function archiveWith(bytes: Uint8Array, path: string, contents: Uint8Array): Uint8Array | null {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = entriesOf(archive)
  if (!entries) return null
  const packed = deflateRawSync(contents)
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const isEdited = entry.name.toString('utf8') === path
    const local = archive.subarray(entry.localOffset)
    if (local.length < 30 || local.readUInt32LE(0) !== LOCAL) return null
    const record = Buffer.from(entry.record)
    if (isEdited) {
      record.writeUInt16LE(DEFLATED, 10)
      record.writeUInt32LE(crc32(contents), 16)
      record.writeUInt32LE(packed.length, 20)
      record.writeUInt32LE(contents.length, 24)
    }
    record.writeUInt16LE(record.readUInt16LE(8) & ~SIZES_BEHIND, 8)
    record.writeUInt32LE(offset, 42)
    const nameLength = local.readUInt16LE(26)
    const headLength = 30 + nameLength + local.readUInt16LE(28)
    const head = Buffer.from(local.subarray(0, headLength))
    // what the directory says of a part also stands before it, so that nothing need stand behind it
    record.copy(head, 6, 8, 28)
    const body = isEdited ? packed : local.subarray(headLength, headLength + entry.packedSize)
    bodies.push(head, Buffer.from(body))
    directory.push(record)
    offset += head.length + body.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, central, end])
}

function entriesOf(archive: Buffer): CentralEntry[] | null {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > archive.length) return null
  const count = archive.readUInt16LE(end + 10)
  let at = archive.readUInt32LE(end + 16)
  // these mark sizes that stand elsewhere, in archives far larger than any workbook we take
  if (count === 0xffff || at === 0xffffffff) return null
  const entries: CentralEntry[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== CENTRAL) return null
    const nameLength = archive.readUInt16LE(at + 28)
    const length = 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
    entries.push({
      name: archive.subarray(at + 46, at + 46 + nameLength),
      record: archive.subarray(at, at + length),
      localOffset: archive.readUInt32LE(at + 42),
      packedSize: archive.readUInt32LE(at + 20),
    })
    at += length
  }
  return entries
}
