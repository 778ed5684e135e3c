import { isDateFormat } from '../date-cells.ts'
import { LIMITS } from '../limits.ts'
import { damaged, notASpreadsheet } from '../refuse.ts'
import type { SourceFile } from '../sheet.ts'
import { PartsReader } from './parts-reader.ts'
import { RECORD, recordsFrom } from './records.ts'
import { richString, sharedStrings } from './strings.ts'

export interface XlsGlobals {
  sheets: { name: string; hidden: boolean; offset: number }[]
  strings: string[]
  /** By format record number of a cell. */
  dateStyles: boolean[]
  from1904: boolean
}

const BIFF8 = 0x0600
const WORKSHEET = 0

/** What the workbook says once for all its sheets. @throws FILE_DAMAGED, FILE_NOT_A_SPREADSHEET */
export function readGlobals(file: SourceFile, stream: Buffer): XlsGlobals {
  const globals: XlsGlobals = { sheets: [], strings: [], dateStyles: [], from1904: false }
  const codeById = new Map<number, string>()
  const formatIds: number[] = []
  for (const { type, parts } of recordsFrom(file, stream, 0)) {
    const [data] = parts
    switch (type) {
      case RECORD.bof:
        if (data.readUInt16LE(0) !== BIFF8) throw notASpreadsheet(file.name, 'old workbook')
        break
      case RECORD.filePass:
        throw notASpreadsheet(file.name, 'locked workbook')
      case RECORD.date1904:
        globals.from1904 = data.readUInt16LE(0) === 1
        break
      case RECORD.format:
        codeById.set(data.readUInt16LE(0), richString(new PartsReader([data.subarray(2)])))
        break
      case RECORD.xf:
        formatIds.push(data.readUInt16LE(2))
        break
      case RECORD.boundSheet:
        if (globals.sheets.length >= LIMITS.sheets) throw damaged(file.name, 'structure')
        if (data.readUInt8(5) === WORKSHEET) globals.sheets.push(boundSheet(data))
        break
      case RECORD.sst:
        globals.strings = sharedStrings(parts)
        break
    }
  }
  globals.dateStyles = formatIds.map((id) => isDateFormat(id, codeById.get(id)))
  return globals
}

function boundSheet(data: Buffer) {
  const isWide = (data.readUInt8(7) & 1) === 1
  const name = new PartsReader([data.subarray(8)]).characters(data.readUInt8(6), isWide)
  return { name, hidden: (data.readUInt8(4) & 3) !== 0, offset: data.readUInt32LE(0) }
}
