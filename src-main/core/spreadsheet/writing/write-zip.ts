import { crc32, deflateRawSync } from 'node:zlib'

/** 1 January 1980: archives of the same parts are the same bytes, whenever they are written. */
const DOS_DATE = 0x21
const DEFLATED = 8
const UTF8_NAMES = 0x0800

/** A part of an archive: text, or bytes as they are. */
export type ZipPart = { path: string } & ({ text: string } | { bytes: Uint8Array })

/** A ZIP archive (APPNOTE 6.3.10, 4.3.7 to 4.3.16). No part may pass 4 GB. */
export function writeZip(parts: readonly ZipPart[]): Uint8Array {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const name = Buffer.from(part.path)
    const whole = Buffer.from('text' in part ? part.text : part.bytes)
    const packed = deflateRawSync(whole)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(UTF8_NAMES, 2)
    facts.writeUInt16LE(DEFLATED, 4)
    facts.writeUInt16LE(DOS_DATE, 8)
    facts.writeUInt32LE(crc32(whole), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(whole.length, 18)
    facts.writeUInt16LE(name.length, 22)
    const body = Buffer.concat([signature(0x04034b50), facts, name, packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(signature(0x02014b50), version(20), facts, place, name)
    bodies.push(body)
    offset += body.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, central, signature(0x06054b50), end])
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function version(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}
