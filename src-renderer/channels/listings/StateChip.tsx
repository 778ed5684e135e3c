import {
  type Icon,
  IconAlertTriangle,
  IconCheck,
  IconCircleDashed,
  IconClock,
  IconEyeOff,
  IconGitCompare,
  IconHourglass,
} from '@tabler/icons-react'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import type { MasterRow, PublicationState } from '../../../src-shared/listings/listings.ts'
import { listingsWords } from '../../../src-shared/listings/listings.words.ts'
import { Chip } from '../../design/Chip.tsx'
import { useWords } from '../../design/language.tsx'
import type { Tone } from '../../design/theme.ts'

const LOOK: Record<PublicationState, { icon: Icon; tone: Tone; isFilled?: boolean }> = {
  unlisted: { icon: IconCircleDashed, tone: 'abu' },
  same: { icon: IconCheck, tone: 'jolawe' },
  different: { icon: IconGitCompare, tone: 'kunyit', isFilled: true },
  waiting: { icon: IconClock, tone: 'nila' },
  refused: { icon: IconAlertTriangle, tone: 'mengkudu', isFilled: true },
  reviewing: { icon: IconHourglass, tone: 'nila' },
}

/** How a product stands in one shop. */
export function StateChip({
  state,
  itemState,
  differences,
}: Pick<MasterRow['shops'][number], 'state' | 'itemState' | 'differences'>) {
  const w = useWords(listingsWords)
  if (state === 'same' && itemState === 'hidden')
    return (
      <Chip icon={IconEyeOff} tone="abu">
        {w.hidden}
      </Chip>
    )
  const said: Record<PublicationState, string> = {
    unlisted: w.stateUnlisted,
    same: w.stateSame,
    different: w.stateDifferent(formatNumber(differences)),
    waiting: w.stateWaiting,
    refused: w.stateRefused,
    reviewing: w.stateReviewing,
  }
  return <Chip {...LOOK[state]}>{said[state]}</Chip>
}
