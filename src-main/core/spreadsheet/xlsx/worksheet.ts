import { columnOf } from '../column-letter.ts'
import { dateText } from '../date-cells.ts'
import { filledRow } from '../filled-row.ts'
import { LIMITS } from '../limits.ts'
import { damaged } from '../refuse.ts'
import type { Cell, PlainCell, SheetRow, SourceFile } from '../sheet.ts'
import { unescaped } from './shared-strings.ts'
import { createXmlReader } from './xml-reader.ts'

export interface SheetContext {
  strings: readonly string[]
  dateStyles: readonly boolean[]
  from1904: boolean
}

/**
 * The rows of one sheet as its bytes are unpacked. The sheet's own `dimension` is not read: Seller Centre writes `A1`
 * there whatever follows.
 */
export async function* readWorksheet(
  file: SourceFile,
  pieces: AsyncIterable<Buffer>,
  context: SheetContext,
): AsyncGenerator<SheetRow[]> {
  let batch: SheetRow[] = []
  const reader = createXmlReader(
    file,
    rowListener(file, context, (row) => batch.push(row)),
  )
  for await (const piece of pieces) {
    reader.write(piece)
    if (batch.length === 0) continue
    yield batch
    batch = []
  }
  reader.end()
}

function rowListener(file: SourceFile, context: SheetContext, emit: (row: SheetRow) => void) {
  let rowNumber = 0
  let cells: Cell[] = []
  let column = -1
  let type = ''
  let style = 0
  let text = ''
  let isFormula = false
  let isText = false
  let phonetic = 0

  return {
    open(name: string, attributes: Record<string, string>) {
      switch (name) {
        case 'row':
          rowNumber = numberedRow(attributes.r, rowNumber)
          cells = []
          column = -1
          break
        case 'c':
          column = attributes.r === undefined ? column + 1 : columnOf(attributes.r)
          type = attributes.t ?? 'n'
          style = Number(attributes.s ?? 0)
          text = ''
          isFormula = false
          break
        case 'v':
          isText = true
          break
        case 't':
          isText = type === 'inlineStr' && phonetic === 0
          break
        case 'rPh':
          phonetic++
          break
        case 'f':
          isFormula = true
          break
      }
    },
    text(piece: string) {
      if (!isText) return
      text += piece
      if (text.length > LIMITS.cellCharacters) throw damaged(file.name, 'cell too long')
    },
    close(name: string) {
      switch (name) {
        case 'v':
        case 't':
          isText = false
          break
        case 'rPh':
          phonetic--
          break
        case 'c': {
          if (column < 0 || column >= LIMITS.columns) break
          const value = cellValue(file, context, type, style, text)
          // An error value like `#REF!` is what a formula left behind.
          cells[column] = isFormula || type === 'e' ? { formula: true, value } : value
          break
        }
        case 'row': {
          const row = filledRow(rowNumber, cells)
          if (row) emit(row)
          break
        }
      }
    },
  }
}

function numberedRow(reference: string | undefined, previous: number): number {
  const number = Number(reference)
  return Number.isSafeInteger(number) && number > 0 ? number : previous + 1
}

/** A number as workbooks write it (xsd:double); JavaScript would also take `0x1F`, `0b11` and a blank for one. */
const DECIMAL = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i

function cellValue(file: SourceFile, context: SheetContext, type: string, style: number, text: string): PlainCell {
  if (text === '') return null
  switch (type) {
    case 's': {
      const string = context.strings[Number(text)]
      if (string === undefined) throw damaged(file.name, 'structure')
      return string
    }
    case 'b':
      return text === '1'
    case 'n': {
      const number = DECIMAL.test(text) ? Number(text) : Number.NaN
      if (!Number.isFinite(number)) return text
      return context.dateStyles[style] ? (dateText(number, context.from1904) ?? number) : number
    }
    default:
      return unescaped(text)
  }
}
