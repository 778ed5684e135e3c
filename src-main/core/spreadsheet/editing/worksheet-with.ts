import { columnLetter } from '../column-letter.ts'

/** A whole number for a cell, by its row as the spreadsheet numbers it and its column from 0. */
export interface CellEdit {
  row: number
  column: number
  value: number
}

const ROW = /<((?:\w+:)?)row\b([^>]*?)(\/>|>)/g
const reference = (row: number, column: number) => `${columnLetter(column)}${row}`

/**
 * The XML of a worksheet with some cells written anew and every other byte as it was. A cell keeps its style and stays text where it
 * was text. Null where the sheet does not number its rows and cells, so that nobody can point at one by its text.
 */
export function worksheetWith(xml: string, edits: readonly CellEdit[]): string | null {
  const byRow = Map.groupBy(edits, ({ row }) => row)
  let out = ''
  let from = 0
  const left = new Set(byRow.keys())
  ROW.lastIndex = 0
  for (let row = ROW.exec(xml); row; row = ROW.exec(xml)) {
    const [opening, prefix = '', attributes = '', closing] = row
    const number = Number(/\br="(\d+)"/.exec(attributes)?.[1])
    if (!Number.isInteger(number)) return null
    const wanted = byRow.get(number)
    if (!wanted || !left.has(number)) continue
    const begin = row.index + opening.length
    if (closing === '/>') {
      const cells = wanted.toSorted((a, b) => a.column - b.column).map((edit) => newCell(prefix, edit))
      out += `${xml.slice(from, row.index)}<${prefix}row${attributes}>${cells.join('')}</${prefix}row>`
      from = begin
    } else {
      const end = xml.indexOf(`</${prefix}row>`, begin)
      if (end < 0) return null
      const cells = cellsWith(xml.slice(begin, end), prefix, wanted)
      if (cells === null) return null
      out += xml.slice(from, begin) + cells
      from = end
    }
    left.delete(number)
  }
  return left.size === 0 ? out + xml.slice(from) : null
}

const CELL = /<((?:\w+:)?)c\b([^>]*?)(\/>|>)/g

function cellsWith(cells: string, prefix: string, edits: readonly CellEdit[]): string | null {
  const wanted = new Map(edits.map((edit) => [reference(edit.row, edit.column), edit]))
  const waiting = edits.toSorted((a, b) => a.column - b.column)
  let out = ''
  let from = 0
  CELL.lastIndex = 0
  for (let cell = CELL.exec(cells); cell; cell = CELL.exec(cells)) {
    const [opening, , attributes = '', closing] = cell
    const name = /\br="([A-Z]+)\d+"/.exec(attributes)?.[1]
    if (name === undefined) return null
    const column = columnOfLetters(name)
    // a cell that was not there stands before the first one to its right
    while (waiting[0] && waiting[0].column < column) {
      out += cells.slice(from, cell.index) + newCell(prefix, waiting.shift()!)
      from = cell.index
    }
    const end = closing === '/>' ? cell.index + opening.length : cells.indexOf(`</${prefix}c>`, cell.index)
    if (end < 0) return null
    const after = closing === '/>' ? end : end + `</${prefix}c>`.length
    const edit = waiting[0]?.column === column ? waiting.shift() : undefined
    if (edit && wanted.has(reference(edit.row, edit.column))) {
      out += cells.slice(from, cell.index) + editedCell(prefix, attributes, edit.value)
      from = after
    }
    CELL.lastIndex = after
  }
  return out + cells.slice(from) + waiting.map((edit) => newCell(prefix, edit)).join('')
}

const columnOfLetters = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1

function editedCell(prefix: string, attributes: string, value: number): string {
  const type = /\bt="(\w+)"/.exec(attributes)?.[1] ?? 'n'
  const others = attributes.replace(/\s*\bt="\w*"/, '').replace(/\s+$/, '')
  return type === 'n' || type === 'b' || type === 'e'
    ? numberCell(prefix, others, value)
    : textCell(prefix, others, value)
}

const numberCell = (prefix: string, attributes: string, value: number) =>
  `<${prefix}c${attributes}><${prefix}v>${value}</${prefix}v></${prefix}c>`
const textCell = (prefix: string, attributes: string, value: number) =>
  `<${prefix}c${attributes} t="inlineStr"><${prefix}is><${prefix}t>${value}</${prefix}t></${prefix}is></${prefix}c>`
const newCell = (prefix: string, { row, column, value }: CellEdit) =>
  numberCell(prefix, ` r="${reference(row, column)}"`, value)
