import type { RowProblem } from '../../../src-shared/channels/channel-file.ts'
import { problemParts, problemsFileWords } from '../../../src-shared/channels/channels.words.ts'
import type { Language } from '../../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import type { DoApart } from '../apart.ts'
import { handedFile } from '../handed-file.ts'
import { allOf } from '../packed-parts.ts'
import type { Table } from '../spreadsheet/writing/table.ts'
import { writeCsv } from '../spreadsheet/writing/write-csv.ts'

export interface EveryProblem {
  fileName: string
  /** Packed parts of `RowProblem`, as many as can be listed. */
  problems: Uint8Array[]
  /** How many there are. */
  problemCount: number
}

/** The problems of a file as a table to mend it by in Excel, one row a problem, in the order of the file's rows. */
export async function problemsFile(doApart: DoApart, { fileName, ...every }: EveryProblem, language: Language) {
  const bytes = await doApart('problems file', { ...every, language })
  const name = `${problemsFileWords[language].name}-${fileName.replace(/\.[^.]*$/, '')}.csv`
  return handedFile(name, 'text/csv;charset=utf-8', bytes)
}

/** Hundreds of thousands of problems take a moment. Those that are not listed are counted in a last row. */
export async function writeProblems({
  problems,
  problemCount,
  language,
}: Omit<EveryProblem, 'fileName'> & { language: Language }) {
  const w = problemsFileWords[language]
  const headings = [w.row, w.letter, w.column, w.order, w.value, w.what, w.todo, w.outcome]
  const all = await allOf<RowProblem>(problems)
  const rows: Table['rows'] = all.map((problem) => {
    const { what, todo } = problemParts(problem, language)
    const { row, columnLetter, column, orderNumber, value } = problem
    return [row, columnLetter, column, orderNumber, value, what, todo, problem.blocks ? w.blocks : w.remark]
  })
  const more = problemCount - all.length
  if (more > 0) rows.push([null, null, null, null, null, w.more(formatNumber(more)), null, null])
  return writeCsv({ name: w.name, columns: headings.map((heading) => ({ heading, width: 20 })), rows }, ';')
}
