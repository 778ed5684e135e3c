import { damaged } from '../refuse.ts'
import type { SourceFile } from '../sheet.ts'

/** Record types of BIFF8 that carry what we read ([MS-XLS] 2.3.1). */
export const RECORD = {
  formula: 0x0006,
  eof: 0x000a,
  date1904: 0x0022,
  filePass: 0x002f,
  continue: 0x003c,
  boundSheet: 0x0085,
  mulRk: 0x00bd,
  rString: 0x00d6,
  xf: 0x00e0,
  sst: 0x00fc,
  labelSst: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  boolErr: 0x0205,
  string: 0x0207,
  rk: 0x027e,
  format: 0x041e,
  bof: 0x0809,
} as const

export interface BiffRecord {
  type: number
  /** What the record holds; the pieces of its CONTINUE records follow, since text may be cut anywhere. */
  parts: [Buffer, ...Buffer[]]
}

/**
 * The records from `offset` to the end of that substream.
 * @throws FILE_DAMAGED when they break off.
 */
export function* recordsFrom(file: SourceFile, stream: Buffer, offset: number): Generator<BiffRecord> {
  let at = offset
  let depth = 0
  const next = () => {
    if (at < 0 || at + 4 > stream.length) throw damaged(file.name, 'cut short')
    const end = at + 4 + stream.readUInt16LE(at + 2)
    if (end > stream.length) throw damaged(file.name, 'cut short')
    const record = { type: stream.readUInt16LE(at), data: stream.subarray(at + 4, end) }
    at = end
    return record
  }
  do {
    const { type, data } = next()
    const parts: [Buffer, ...Buffer[]] = [data]
    while (at + 4 <= stream.length && stream.readUInt16LE(at) === RECORD.continue) parts.push(next().data)
    if (type === RECORD.bof) depth++
    else if (type === RECORD.eof) depth--
    // Charts are substreams of their own inside a sheet; their cells are not the sheet's.
    if (depth <= 1) yield { type, parts }
  } while (depth > 0)
}
