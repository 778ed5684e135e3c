import { Flex } from '@mantine/core'
import type { Id } from '../../../src-shared/kernel/ids.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { ownSaleWords } from '../../../src-shared/orders/orders.words.ts'
import { RupiahField } from '../../design/fields/RupiahField.tsx'
import { GoodsName } from '../../design/goods/GoodsName.tsx'
import { RemoveButton } from '../../design/IconButton.tsx'
import { useWords } from '../../design/language.tsx'
import { MoneyText } from '../../design/MoneyText.tsx'
import classes from './own-sale.module.css'
import { QuantityField } from './QuantityField.tsx'
import { lineSum, type SaleLine } from './sale-form.ts'

export interface SaleLinesProps {
  lines: readonly SaleLine[]
  onChange: (variantId: Id, change: Partial<SaleLine>) => void
  onRemove: (variantId: Id) => void
}

/** The chosen goods with quantity and price, both prefilled. */
export function SaleLines({ lines, onChange, onRemove }: SaleLinesProps) {
  const w = useWords(ownSaleWords)
  if (lines.length === 0) return null
  return (
    <ul aria-label={w.lines}>
      <li className={classes.lineHead} aria-hidden>
        <span>{w.goods}</span>
        <span>{w.quantityShort}</span>
        <span>{w.priceShort}</span>
        <span>{w.sum}</span>
        <span />
      </li>
      {lines.map((line) => (
        <li key={line.goods.id} className={classes.line}>
          <Flex component="span" direction="column" miw={0} className={classes.lineName}>
            <GoodsName goods={line.goods.goodsName} layout="stacked" />
            <small className="quiet" data-short={(line.pieces ?? 0) > line.goods.available || undefined}>
              {w.moreThanStock(formatNumber(line.goods.available))}
            </small>
          </Flex>
          <QuantityField
            label={w.quantity(line.goods.label)}
            value={line.pieces}
            onChange={(pieces) => onChange(line.goods.id, { pieces })}
          />
          <RupiahField
            label={w.price(line.goods.label)}
            isLabelHidden
            value={line.price}
            onChange={(price) => onChange(line.goods.id, { price })}
          />
          <span className={classes.lineSum}>
            <MoneyText amount={lineSum(line)} />
          </span>
          <RemoveButton label={w.remove(line.goods.label)} onAct={() => onRemove(line.goods.id)} />
        </li>
      ))}
    </ul>
  )
}
