import { openingCellWords } from '../../src-shared/inventory/opening.words.ts'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'
import type { OpeningColumn } from './opening-draft.ts'
import type { FillProblem } from './opening-fill.ts'

const SHOWN = 100

/** Cells of a fill or a paste that were not understood, row by row; nothing of it was saved. */
export function OpeningProblems({ problems, onClose }: { problems: readonly FillProblem[]; onClose: () => void }) {
  const w = useWords(stockWords)
  const words = useWords(openingCellWords)
  const heads: Record<OpeningColumn | 'sku', string> = { pieces: w.openingPieces, cost: w.openingCost, sku: w.sku }
  const reason = ({ why, twice }: FillProblem) => (why === 'twice' ? words.twice(formatNumber(twice)) : words[why])
  return (
    <Dialog
      title={w.problemsTitle(formatNumber(problems.length))}
      isOpen={problems.length > 0}
      onClose={onClose}
      width="wide"
      actions={<ActionButton label={w.understood} kind="primary" shortcut={standingShortcuts.main} onAct={onClose} />}
    >
      <p className="quiet">{w.problemsIntro}</p>
      <ul className="bullets">
        {problems.slice(0, SHOWN).map((problem, index) => (
          <li key={index}>
            <strong>
              {problem.row === null ? problem.sku : w.problemRow(formatNumber(problem.row))}, {heads[problem.column]}
            </strong>{' '}
            {problem.value && <span className="kode">{problem.value}</span>} {reason(problem)}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
