import type { RowProblem } from '../../../src-shared/channels/channel-file.ts'
import { problemParts, problemsFileWords } from '../../../src-shared/channels/channels.words.ts'
import type { Language } from '../../../src-shared/kernel/business-day.ts'
import { writeCsv } from '../spreadsheet/writing/write-csv.ts'

/** The problems of a file as a table to mend it by in Excel, one row a problem, in the order of the file's rows. */
export function problemsFile(fileName: string, problems: readonly RowProblem[], language: Language) {
  const w = problemsFileWords[language]
  const headings = [w.row, w.letter, w.column, w.order, w.value, w.what, w.todo, w.outcome]
  const bytes = writeCsv(
    {
      name: w.name,
      columns: headings.map((heading) => ({ heading, width: 20 })),
      rows: problems.map((problem) => {
        const { what, todo } = problemParts(problem, language)
        const { row, columnLetter, column, orderNumber, value } = problem
        return [row, columnLetter, column, orderNumber, value, what, todo, problem.blocks ? w.blocks : w.remark]
      }),
    },
    ';',
  )
  return {
    name: `${w.name}-${fileName.replace(/\.[^.]*$/, '')}.csv`,
    mediaType: 'text/csv;charset=utf-8',
    base64: Buffer.from(bytes).toString('base64'),
    rows: problems.length,
  }
}
