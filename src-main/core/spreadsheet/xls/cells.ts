import { dateText } from '../date-cells.ts'
import { LIMITS } from '../limits.ts'
import { damaged } from '../refuse.ts'
import type { Cell, PlainCell, SourceFile } from '../sheet.ts'
import type { XlsGlobals } from './globals.ts'
import { rkNumber } from './numbers.ts'
import { PartsReader } from './parts-reader.ts'
import { RECORD, recordsFrom } from './records.ts'
import { richString } from './strings.ts'

/** All cells of one sheet by row (from 0) and column. A sheet of this format ends at row 65,536. */
export function readCells(file: SourceFile, stream: Buffer, offset: number, globals: XlsGlobals): Map<number, Cell[]> {
  const rows = new Map<number, Cell[]>()
  let awaitsText: { formula: true; value: PlainCell } | null = null

  const put = (row: number, column: number, cell: Cell) => {
    if (column >= LIMITS.columns) return
    const cells = rows.get(row) ?? []
    cells[column] = cell
    rows.set(row, cells)
  }
  const shown = (number: number, style: number): PlainCell =>
    globals.dateStyles[style] ? (dateText(number, globals.from1904) ?? number) : number

  for (const { type, parts } of recordsFrom(file, stream, offset)) {
    const [data] = parts
    switch (type) {
      case RECORD.labelSst: {
        const text = globals.strings[data.readUInt32LE(6)]
        if (text === undefined) throw damaged(file.name, 'structure')
        put(data.readUInt16LE(0), data.readUInt16LE(2), text)
        break
      }
      case RECORD.label:
      case RECORD.rString:
        put(
          data.readUInt16LE(0),
          data.readUInt16LE(2),
          richString(new PartsReader([data.subarray(6), ...parts.slice(1)])),
        )
        break
      case RECORD.number:
        put(data.readUInt16LE(0), data.readUInt16LE(2), shown(data.readDoubleLE(6), data.readUInt16LE(4)))
        break
      case RECORD.rk:
        put(data.readUInt16LE(0), data.readUInt16LE(2), shown(rkNumber(data.readInt32LE(6)), data.readUInt16LE(4)))
        break
      case RECORD.mulRk:
        for (let at = 4, column = data.readUInt16LE(2); at + 6 <= data.length - 2; at += 6, column++) {
          put(data.readUInt16LE(0), column, shown(rkNumber(data.readInt32LE(at + 2)), data.readUInt16LE(at)))
        }
        break
      case RECORD.boolErr: {
        const isError = data.readUInt8(7) === 1
        put(
          data.readUInt16LE(0),
          data.readUInt16LE(2),
          isError ? { formula: true, value: null } : data.readUInt8(6) === 1,
        )
        break
      }
      case RECORD.formula: {
        const cell = { formula: true as const, value: formulaValue(data) }
        awaitsText = cell
        put(data.readUInt16LE(0), data.readUInt16LE(2), cell)
        break
      }
      case RECORD.string:
        if (awaitsText) awaitsText.value = richString(new PartsReader(parts))
        awaitsText = null
        break
    }
  }
  return rows
}

/** A computed number stands in the record itself; of other results it says only which kind they are. */
function formulaValue(data: Buffer): PlainCell {
  if (data.readUInt16LE(12) !== 0xffff) return data.readDoubleLE(6)
  return data.readUInt8(6) === 1 ? data.readUInt8(8) === 1 : null
}
