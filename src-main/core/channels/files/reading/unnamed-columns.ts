import { columnLetter } from '../../../spreadsheet/column-letter.ts'
import { contentOf, type SheetRow } from '../../../spreadsheet/sheet.ts'
import type { Layout } from './recognise.ts'

/** Just behind the last heading; further to the right people keep notes. */
const BEHIND = 3

/** Columns without a heading in which something stands: nobody can know what it is, so it is said. */
export function createUnnamedColumns({ blank, lastColumn }: Pick<Layout<string>, 'blank' | 'lastColumn'>) {
  const looked = [...blank, ...Array.from({ length: BEHIND }, (_, at) => lastColumn + 1 + at)]
  const filled = new Set<number>()
  return {
    see({ cells }: SheetRow): void {
      for (const index of looked)
        if (index < cells.length && !filled.has(index) && String(contentOf(cells[index]) ?? '').trim() !== '')
          filled.add(index)
    },
    /** By their letter, `(AQ)`. */
    names: (): string[] => [...filled].sort((a, b) => a - b).map((index) => `(${columnLetter(index)})`),
  }
}
