import { Flex } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api } from '../base/api.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { GoodsNames } from '../design/goods/GoodsNames.tsx'
import { useWords } from '../design/language.tsx'
import classes from './opening.module.css'

/** HPP belum diisi: goods already sold whose cost is not known. Each leads to its row below. */
export function MissingCost({ onFill }: { onFill: (sku: string) => void }) {
  const w = useWords(stockWords)
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
          {data.map((row) => (
            <li key={row.variantId}>
              <Flex component="span" align="center" gap={10} miw={0}>
                <GoodsName goods={row.goodsName} />
                <span className="kode">{row.sku}</span>
              </Flex>
              <span>{w.missingCostRow(formatNumber(row.pieces), formatNumber(row.documents))}</span>
              <ActionButton
                label={w.fillThis}
                title={`${w.fillThis} ${row.label}`}
                size="small"
                onAct={() => onFill(row.sku)}
              />
            </li>
          ))}
        </ul>
      </GoodsNames>
    </section>
  )
}
