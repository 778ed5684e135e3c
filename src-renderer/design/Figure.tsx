import { Group } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Rupiah } from '../../src-shared/kernel/rupiah.ts'
import classes from './Figure.module.css'
import { MoneyText } from './MoneyText.tsx'

export interface FigureProps {
  label: string
  amount: Rupiah
  /** `answer` is the 42 px figure a page exists for: one per page. */
  size?: 'figure' | 'answer'
  /** Small words beside: share, counts, date. */
  note?: ReactNode
  onOpen?: () => void
  /** The label stands elsewhere (a section title) and is only read out here. */
  isLabelHidden?: boolean
}

/** One big amount in serif. It opens the rows it is made of. */
export function Figure({ label, amount, size = 'figure', note, onOpen, isLabelHidden }: FigureProps) {
  return (
    <div>
      <div className={isLabelHidden ? 'hanya-terdengar' : 'label'}>{label}</div>
      <Group gap="2px 12px">
        <span className={classes.amount} data-size={size}>
          <MoneyText amount={amount} label={label} onOpen={onOpen} isBadWhenNegative />
        </span>
        {note && <span className="quiet small">{note}</span>}
      </Group>
    </div>
  )
}
