import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api } from '../base/api.ts'
import { wayToCostOf } from '../base/use-way-to-cost.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { GoodsNames } from '../design/goods/GoodsNames.tsx'
import { useWords } from '../design/language.tsx'
import classes from './opening.module.css'

/** HPP belum diisi: goods already sold whose cost is not known. Each leads to its row below, or to the goods that must come. */
export function MissingCost({ onFill }: { onFill: (variantId: Id) => void }) {
  const w = useWords(stockWords)
  const [, go] = useLocation()
  const { data } = useQuery(api.inventory.missingCost.queryOptions())
  if (!data || data.length === 0) return null
  return (
    <section className={classes.missing} aria-label={w.missingCost}>
      <div className={classes.missingHead}>
        <IconAlertTriangle size={16} aria-hidden />
        <strong>{w.missingCost}</strong>
        <span>{w.missingCostExplained}</span>
      </div>
      <GoodsNames products={data.map(({ goodsName }) => goodsName.product)}>
        <ul className={classes.missingRows}>
          {data.map((row) => {
            const { comesWith, path } = wayToCostOf(row)
            const sum = [formatNumber(row.pieces), formatNumber(row.documents)] as const
            return (
              <li key={row.variantId}>
                <GoodsName goods={row.goodsName} />
                <span className="kode">{row.sku}</span>
                <span>{comesWith === 'goods' ? w.costWithGoods(...sum) : w.missingCostRow(...sum)}</span>
                {comesWith === 'goods' ? (
                  <ActionButton
                    label={w.receive}
                    title={`${w.receive} ${row.label}`}
                    size="small"
                    onAct={() => go(path)}
                  />
                ) : (
                  <ActionButton
                    label={w.fillThis}
                    title={`${w.fillThis} ${row.label}`}
                    size="small"
                    onAct={() => onFill(row.variantId)}
                  />
                )}
              </li>
            )
          })}
        </ul>
      </GoodsNames>
    </section>
  )
}
