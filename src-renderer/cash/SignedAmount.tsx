import type { Direction } from '../../src-shared/cash/direction.ts'
import { formatRupiah, type Rupiah } from '../../src-shared/kernel/rupiah.ts'
import classes from './cash.module.css'

export interface SignedAmountProps {
  /** Without sign. */
  amount: Rupiah
  direction: Direction
  /** Counts in no book any more. */
  isCancelled?: boolean
}

const SIGNS: Readonly<Record<Direction, string>> = { in: '+', out: '-', moved: '' }

/** `+Rp25.000` came in, `-Rp25.000` went out; what only changed its place has no sign. */
export const SignedAmount = ({ amount, direction, isCancelled }: SignedAmountProps) => (
  <span className={classes.amount} data-direction={direction} data-cancelled={isCancelled || undefined}>
    {SIGNS[direction]}
    {formatRupiah(amount)}
  </span>
)
