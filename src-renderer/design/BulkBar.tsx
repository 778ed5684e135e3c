import { Flex } from '@mantine/core'
import type { ReactNode } from 'react'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { ActionButton } from './ActionButton.tsx'
import classes from './BulkBar.module.css'
import { standingShortcuts } from './hotkeys/standing.shortcuts.ts'
import { useWords } from './language.tsx'

export interface BulkBarProps {
  count: number
  /** What the chosen rows add up to: `5 pcs, Rp705.000`. */
  detail?: ReactNode
  /** Only acts that are valid for every chosen row; the main one first. */
  children: ReactNode
  onClear: () => void
}

/** Floats above the totals while rows are chosen. Esc lets go of them. */
export function BulkBar({ count, detail, children, onClear }: BulkBarProps) {
  const w = useWords(partsWords)
  return (
    <section className={classes.bar} aria-label={w.selected(formatNumber(count))}>
      <span className="strong nowrap" role="status">
        {w.selected(formatNumber(count))}
      </span>
      {detail && <span className="quiet small">{detail}</span>}
      <Flex component="span" gap={6} ml="auto" wrap="wrap" justify="flex-end">
        {children}
        <ActionButton
          label={w.clearSelection}
          kind="quiet"
          shortcut={standingShortcuts.back}
          listens={false}
          onAct={onClear}
        />
      </Flex>
    </section>
  )
}
