import { createPortal } from 'react-dom'
import { wholeName } from '../../src-shared/catalog/goods-name.ts'
import { businessDay, formatDayLong } from '../../src-shared/kernel/business-day.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import type { Restock, RestockPlan } from '../../src-shared/purchasing/restock.ts'
import { restockWords } from '../../src-shared/purchasing/restock.words.ts'
import { useSettings } from '../base/use-settings.ts'
import { useNow } from '../design/clock.ts'
import { useLocale, useWords } from '../design/language.tsx'
import classes from './restock.module.css'
import type { WantedOf } from './restock-text.ts'

export interface PrintedRestockProps {
  groups: Restock['suppliers']
  wantedOf: WantedOf
  plan: RestockPlan
  total: number
}

/** The list on A4, to take to the market; seen only on paper. */
export function PrintedRestock({ groups, wantedOf, plan, total }: PrintedRestockProps) {
  const w = useWords(restockWords)
  const { language, zone } = useLocale()
  const settings = useSettings()
  const today = formatDayLong(businessDay(useNow(), zone), language)
  return createPortal(
    <div className={`printed ${classes.paper}`} aria-hidden>
      <h1>{[w.title, settings?.businessName].filter(Boolean).join(', ')}</h1>
      <p>{w.planned(String(plan.basis), String(plan.leadDays), String(plan.coverDays))}</p>
      {groups
        .filter((group) => wantedOf(group).length > 0)
        .map((group) => (
          <table key={group.supplier?.id ?? ''}>
            <thead>
              <tr>
                <th>{group.supplier?.name ?? w.neverBought}</th>
                <th>{w.buy}</th>
                <th>{w.price}</th>
                <th>{w.sum}</th>
              </tr>
            </thead>
            <tbody>
              {wantedOf(group).map(({ variantId, goodsName, sku, pieces, unit, price }) => (
                <tr key={variantId}>
                  <td>
                    {wholeName(goodsName)} <small>{sku}</small>
                  </td>
                  <td>
                    {formatNumber(pieces)} {unit}
                  </td>
                  <td>{price === null ? '' : formatRupiah(price)}</td>
                  <td>{price === null ? '' : formatRupiah(price * pieces)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      <p>
        {w.total} <strong>{formatRupiah(total)}</strong>
      </p>
      <small>{w.printedOn(today)}</small>
    </div>,
    document.body,
  )
}
