import { ORPCError } from '@orpc/client'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { useWords } from '../design/language.tsx'
import classes from './CellProblems.module.css'

interface CellProblem {
  row: number
  column: string
  value: string
  reason: string
}

const NAMING = new Set(['PRODUCT_FILE_ROWS', 'OPENING_FILE_ROWS'])

/** The cells of a file that need mending, one line each, where that is why it was refused. */
export function CellProblems({ error }: { error: unknown }) {
  const w = useWords(partsWords)
  if (!(error instanceof ORPCError) || !NAMING.has(error.code)) return null
  const { problems } = error.data as { problems: CellProblem[] }
  return (
    <ul className={`bullets ${classes.problems}`}>
      {problems.map(({ row, column, value, reason }) => (
        <li key={`${row}/${column}`}>
          <strong>{w.cellOfRow(formatNumber(row), column)}</strong> {value && <span className="kode">{value}</span>}{' '}
          {reason}
        </li>
      ))}
    </ul>
  )
}
