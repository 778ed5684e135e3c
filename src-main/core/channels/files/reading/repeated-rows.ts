import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'

/** Finds rows that stand in a file once more, cell by cell. Whether the second counts is for the kind of file to say. */
export function createRepeatedRows() {
  const seen = new Set<string>()
  return {
    /** True when a row like this one was seen before. */
    see({ cells }: SheetRow): boolean {
      const key = JSON.stringify(cells.map((cell) => String(contentOf(cell) ?? '').trim())).replace(/(?:,"")+]$/, ']')
      const isAgain = seen.has(key)
      seen.add(key)
      return isAgain
    },
  }
}
