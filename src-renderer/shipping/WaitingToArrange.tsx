import { IconTruckDelivery } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { orderActsWords } from '../../src-shared/sync/order-acts.words.ts'
import { api } from '../base/api.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { useWords } from '../design/language.tsx'
import { Note } from '../design/Note.tsx'
import { ArrangeDialog } from './ArrangeDialog.tsx'
import { shippingShortcuts } from './shipping.shortcuts.ts'

/** At the desk: orders of connected shops that no courier was asked for yet. */
export function WaitingToArrange() {
  const w = useWords(orderActsWords)
  const { data } = useQuery(api.orderActs.toArrange.queryOptions())
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  if (!chosen && (data?.orderIds.length ?? 0) === 0) return null
  return (
    <>
      <Note
        tone="kunyit"
        icon={IconTruckDelivery}
        action={
          <ActionButton
            size="small"
            shortcut={shippingShortcuts.desk.arrange}
            onAct={() => setChosen(data?.orderIds ?? [])}
          />
        }
      >
        {w.toArrange(formatNumber(data?.orderIds.length ?? 0))}
      </Note>
      {chosen && <ArrangeDialog orderIds={chosen} onClose={() => setChosen(null)} />}
    </>
  )
}
