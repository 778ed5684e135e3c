import {
  type Icon,
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleOff,
  IconTriangleInvertedFilled,
} from '@tabler/icons-react'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import type { StockState } from '../../src-shared/inventory/inventory.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { Chip } from './Chip.tsx'
import { useWords } from './language.tsx'
import type { Tone } from './theme.ts'

const LOOK: Record<StockState, { icon: Icon; tone: Tone; isFilled: boolean }> = {
  enough: { icon: IconCircleCheck, tone: 'jolawe', isFilled: false },
  low: { icon: IconTriangleInvertedFilled, tone: 'kunyit', isFilled: false },
  out: { icon: IconCircleOff, tone: 'abu', isFilled: true },
  short: { icon: IconAlertTriangle, tone: 'mengkudu', isFilled: true },
}

export interface StockChipProps {
  state: StockState
  /** Missing pieces when `short`: a bare negative number is never shown. */
  short?: number
}

/** The state of one SKU's stock. */
export function StockChip({ state, short = 0 }: StockChipProps) {
  const w = useWords(partsWords)
  const word = { enough: w.stockFine, low: w.stockLow, out: w.stockOut, short: w.stockShort(formatNumber(short)) }
  return <Chip {...LOOK[state]}>{word[state]}</Chip>
}
