import { useLocation } from 'wouter'
import { formatDay } from '../../../src-shared/kernel/business-day.ts'
import { formatRupiah } from '../../../src-shared/kernel/rupiah.ts'
import type { Order } from '../../../src-shared/orders/orders.ts'
import { ordersWords } from '../../../src-shared/orders/orders.words.ts'
import { useLocale, useWords } from '../../design/language.tsx'
import { PanelPart } from '../../design/SidePanel.tsx'
import classes from './panel.module.css'

type Words = (typeof ordersWords)['id']

/** The journal entries that stand for this order; each opens in Pembukuan. */
export function OrderEntries({ order }: { order: Order }) {
  const w = useWords(ordersWords)
  const { language } = useLocale()
  const [, go] = useLocation()
  return (
    <PanelPart title={w.entries}>
      {order.entries.length === 0 && <p className={classes.quiet}>{w.noEntries}</p>}
      <ul>
        {order.entries.map((entry) => {
          const what = entry.isReversal ? w.reversalOf(effectName(entry.effect, w)) : effectName(entry.effect, w)
          return (
            <li key={entry.id}>
              <button
                type="button"
                className={classes.entry}
                aria-label={w.openEntry(`${what} ${formatRupiah(entry.amount)}`)}
                onClick={() => go(`/pembukuan/jurnal?entry=${entry.id}`)}
              >
                <span>{formatDay(entry.day, language)}</span>
                <span>{what}</span>
                <span>{formatRupiah(entry.amount)}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </PanelPart>
  )
}

function effectName(effect: string, w: Words): string {
  const named = `effect ${effect}`
  if (named in w) return w[named as 'effect sale']
  return effect.includes('goods') ? w['effect goods'] : w['effect other']
}
