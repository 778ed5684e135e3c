import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconClockPause,
  IconEyeOff,
  IconGitCompare,
  IconLock,
  IconRefresh,
} from '@tabler/icons-react'
import type { ListingStockState } from '../../src-shared/channels/stock-out.ts'
import { stockOutWords } from '../../src-shared/channels/stock-out.words.ts'
import { Chip } from './Chip.tsx'
import { useWords } from './language.tsx'

const LOOK = {
  same: { icon: IconCircleCheck, tone: 'jolawe', word: 'same' },
  waits: { icon: IconClock, tone: 'kunyit', word: 'waiting' },
  'under way': { icon: IconRefresh, tone: 'langit', word: 'underWay' },
  refused: { icon: IconAlertTriangle, tone: 'mengkudu', word: 'refusedState' },
  'not told': { icon: IconClockPause, tone: 'abu', word: 'notTold' },
  locked: { icon: IconLock, tone: 'kunyit', word: 'locked' },
  'not on sale': { icon: IconEyeOff, tone: 'abu', word: 'notOnSale' },
  'not seen': { icon: IconEyeOff, tone: 'abu', word: 'notSeen' },
} as const satisfies Record<ListingStockState, object>

/** While nothing is told, what differs waits for nothing. */
const DIFFERS = { icon: IconGitCompare, tone: 'kunyit', word: 'differing' } as const

/** How a listing stands with its channel. */
export function ListingStockChip({ state, isOn }: { state: ListingStockState; isOn: boolean }) {
  const { icon, tone, word } = state === 'waits' && !isOn ? DIFFERS : LOOK[state]
  return (
    <Chip icon={icon} tone={tone}>
      {useWords(stockOutWords)[word]}
    </Chip>
  )
}
