import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { type Order, TAB_OF } from '../../../src-shared/orders/orders.ts'
import { ordersWords } from '../../../src-shared/orders/orders.words.ts'
import { api } from '../../base/api.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { useWords } from '../../design/language.tsx'
import { PanelPart } from '../../design/SidePanel.tsx'
import { ordersShortcuts } from '../orders.shortcuts.ts'

/** Goods that are still here cannot come back. */
const STILL_HERE = new Set(['to_ship', 'cancel_requested', 'unpaid', 'on_hold', 'unknown'])

/** What of the order comes back, and the way to Retur: there it is received, inspected, refunded and claimed. */
export function OrderReturn({ order, listens }: { order: Order; listens: boolean }) {
  const w = useWords(ordersWords)
  const [, go] = useLocation()
  const hasLeft = !STILL_HERE.has(TAB_OF[order.state]) && !order.isHistory
  const { data } = useQuery(
    api.returns.get.queryOptions({ input: { orderId: order.id }, enabled: hasLeft, retry: false }),
  )
  const isSold = order.channel === 'own' && order.state !== 'cancelled'
  if (!data || (data.why === null && !isSold)) return null
  return (
    <PanelPart title={w.returnPart}>
      {data.why !== null && (
        <p>
          {data.inspected === data.pieces
            ? w.returnDone(formatNumber(data.pieces))
            : w.returnWaits(formatNumber(data.inspected), formatNumber(data.pieces))}
        </p>
      )}
      <ActionButton
        label={data.why === null ? w.broughtBack : w.openReturn}
        size="small"
        shortcut={ordersShortcuts.panel.openReturn}
        hasKey={listens}
        onAct={() => go(`/retur?id=${order.id}`)}
      />
    </PanelPart>
  )
}
