import { Box } from '@mantine/core'
import type { Direction } from '../../src-shared/cash/direction.ts'
import { formatRupiah, type Rupiah } from '../../src-shared/kernel/rupiah.ts'

export interface SignedAmountProps {
  /** Without sign. */
  amount: Rupiah
  direction: Direction
  /** Counts in no book any more. */
  isCancelled?: boolean
}

const SIGNS: Readonly<Record<Direction, string>> = { in: '+', out: '-', moved: '' }
const LOOKS: Readonly<Record<Direction, string>> = { in: 'good nowrap', out: 'nowrap', moved: 'quiet nowrap' }

/** `+Rp25.000` came in, `-Rp25.000` went out; what only changed its place has no sign. */
export const SignedAmount = ({ amount, direction, isCancelled }: SignedAmountProps) => (
  <Box
    component="span"
    className={isCancelled ? 'quiet nowrap' : LOOKS[direction]}
    {...(isCancelled ? { fw: 400, td: 'line-through' } : {})}
  >
    {SIGNS[direction]}
    {formatRupiah(amount)}
  </Box>
)
