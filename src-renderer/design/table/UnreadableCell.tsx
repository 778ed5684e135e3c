import { IconAlertTriangle } from '@tabler/icons-react'
import { partsWords } from '../../../src-shared/app/parts.words.ts'
import { useWords } from '../language.tsx'
import classes from './DataTable.module.css'

/** The whole of a row that nobody could make sense of, by what it is still called. */
export function UnreadableCell({ name }: { name: string }) {
  const w = useWords(partsWords)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a cell of an ARIA grid of plain boxes
    // biome-ignore lint/a11y/useFocusableInteractive: the row holds the focus
    <div role="gridcell" className={classes.cell} data-unreadable title={w.rowUnreadableHint}>
      <IconAlertTriangle size={14} aria-hidden />
      <span>
        {name} {w.rowUnreadable}
      </span>
    </div>
  )
}
