import { Box } from '@mantine/core'
import type { ReactNode } from 'react'
import { RowButton } from './RowButton.tsx'

export interface EntryRow {
  id: string | number
  day: string
  text?: ReactNode
  amount: string
  /** What opening it does, read out where the row alone does not say it. */
  label?: string
  onOpen: () => void
}

/** Entries or payments of one document, each with its day and amount; each opens. */
export const EntryRows = ({ rows }: { rows: readonly EntryRow[] }) => (
  <ul>
    {rows.map(({ id, day, text, amount, label, onOpen }) => (
      <li key={id}>
        <RowButton aria-label={label} onClick={onOpen}>
          <Box component="span" flex="none" w={84} className="quiet">
            {day}
          </Box>
          <Box component="span" flex={1} className="cut">
            {text}
          </Box>
          <span>{amount}</span>
        </RowButton>
      </li>
    ))}
  </ul>
)
