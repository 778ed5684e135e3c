import { useContext } from 'react'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import type { Rupiah } from '../../src-shared/kernel/rupiah.ts'
import { useWords } from './language.tsx'
import classes from './MoneyText.module.css'
import { formatMoney, type MoneyStyle } from './money.ts'
import { InsideGrid } from './table/inside-grid.ts'

export interface MoneyTextProps {
  amount: Rupiah
  style?: MoneyStyle
  /** Opens the rows the figure is made of; with it the figure is a button. */
  onOpen?: () => void
  /** What the figure is, for its accessible name: `Piutang Marketplace`. Needed with `onOpen`. */
  label?: string
  /** A negative amount that is bad news (loss, over budget) is red; a mere deduction stays ink. */
  isBadWhenNegative?: boolean
  isGoodWhenPositive?: boolean
  isStrong?: boolean
}

/** An amount of money, tabular and never broken over lines. Every figure opens. */
export function MoneyText(props: MoneyTextProps) {
  const { amount, style = 'list', onOpen, label, isBadWhenNegative, isGoodWhenPositive, isStrong } = props
  const w = useWords(partsWords)
  const isInGrid = useContext(InsideGrid)
  const text = formatMoney(amount, style)
  const tone = (isBadWhenNegative && amount < 0 && 'bad') || (isGoodWhenPositive && amount > 0 && 'good') || undefined
  const look = [tone, isStrong && 'strong', onOpen ? classes.opens : 'nowrap'].filter(Boolean).join(' ')
  if (!onOpen) return <span className={look}>{text}</span>
  return (
    <button
      type="button"
      className={look}
      tabIndex={isInGrid ? -1 : undefined}
      aria-label={w.openRows(label ? `${label} ${text}` : text)}
      onClick={(event) => {
        event.stopPropagation()
        onOpen()
      }}
    >
      {text}
    </button>
  )
}
