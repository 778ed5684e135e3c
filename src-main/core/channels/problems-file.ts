import type { RowProblem } from '../../../src-shared/channels/channel-file.ts'
import { problemParts, problemsFileWords } from '../../../src-shared/channels/channels.words.ts'
import type { Language } from '../../../src-shared/kernel/business-day.ts'
import type { DoApart } from '../apart.ts'
import { handedFile } from '../handed-file.ts'
import { allOf } from '../packed-parts.ts'
import { writeCsv } from '../spreadsheet/writing/write-csv.ts'

/** The problems of a file as a table to mend it by in Excel, one row a problem, in the order of the file's rows. */
export async function problemsFile(doApart: DoApart, fileName: string, problems: Uint8Array[], language: Language) {
  const bytes = await doApart('problems file', { problems, language })
  const name = `${problemsFileWords[language].name}-${fileName.replace(/\.[^.]*$/, '')}.csv`
  return handedFile(name, 'text/csv;charset=utf-8', bytes)
}

/** @param problems packed parts of `RowProblem`; hundreds of thousands of them take a moment. */
export async function writeProblems({ problems, language }: { problems: Uint8Array[]; language: Language }) {
  const w = problemsFileWords[language]
  const headings = [w.row, w.letter, w.column, w.order, w.value, w.what, w.todo, w.outcome]
  const all = await allOf<RowProblem>(problems)
  return writeCsv(
    {
      name: w.name,
      columns: headings.map((heading) => ({ heading, width: 20 })),
      rows: all.map((problem) => {
        const { what, todo } = problemParts(problem, language)
        const { row, columnLetter, column, orderNumber, value } = problem
        return [row, columnLetter, column, orderNumber, value, what, todo, problem.blocks ? w.blocks : w.remark]
      }),
    },
    ';',
  )
}
