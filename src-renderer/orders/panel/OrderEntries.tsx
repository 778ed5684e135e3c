import { useLocation } from 'wouter'
import { formatDay } from '../../../src-shared/kernel/business-day.ts'
import { formatRupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { Order } from '../../../src-shared/orders/orders.ts'
import { ordersWords } from '../../../src-shared/orders/orders.words.ts'
import { EntryRows } from '../../design/EntryRows.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { PanelPart } from '../../design/SidePanel.tsx'

type Words = (typeof ordersWords)['id']

/** The journal entries that stand for this order; each opens in Pembukuan. */
export function OrderEntries({ order }: { order: Order }) {
  const w = useWords(ordersWords)
  const { language } = useLocale()
  const [, go] = useLocation()
  return (
    <PanelPart title={w.entries}>
      {order.entries.length === 0 && <p className="quiet small">{w.noEntries}</p>}
      <EntryRows
        rows={order.entries.map((entry) => {
          const what = entry.isReversal ? w.reversalOf(effectName(entry.effect, w)) : effectName(entry.effect, w)
          const amount = formatRupiah(entry.amount)
          return {
            id: entry.id,
            day: formatDay(entry.day, language),
            text: what,
            amount,
            label: w.openEntry(`${what} ${amount}`),
            onOpen: () => go(`/pembukuan/jurnal?entry=${entry.id}`),
          }
        })}
      />
    </PanelPart>
  )
}

function effectName(effect: string, w: Words): string {
  const named = `effect ${effect.split(/[/~]/)[0]}`
  if (named in w) return w[named as 'effect sale']
  return effect.includes('goods') ? w['effect goods'] : w['effect other']
}
