import { orderStateWords } from '../../src-shared/app/parts.words.ts'
import type { OrderState } from '../../src-shared/orders/order.ts'
import { Chip } from './Chip.tsx'
import { useWords } from './language.tsx'
import { orderStateLook } from './status-look.ts'

export interface StatusChipProps {
  state: OrderState
  /** Always filled, as in the head of a panel. */
  isFilled?: boolean
}

/** The state of an order: one icon, one word, the same on every screen. */
export function StatusChip({ state, isFilled }: StatusChipProps) {
  const w = useWords(orderStateWords)
  // what a later version wrote is a state that this one does not know
  const known = state in orderStateLook ? state : 'unknown'
  const look = orderStateLook[known]
  return (
    <Chip icon={look.icon} tone={look.tone} isFilled={isFilled ?? look.isFilled}>
      {w[known]}
    </Chip>
  )
}
