import { Box, Flex } from '@mantine/core'
import type { Id } from '../../../src-shared/kernel/ids.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { ownSaleWords } from '../../../src-shared/orders/orders.words.ts'
import { Columns } from '../../design/Columns.tsx'
import { RupiahField } from '../../design/fields/RupiahField.tsx'
import { GoodsName } from '../../design/goods/GoodsName.tsx'
import { RemoveButton } from '../../design/IconButton.tsx'
import { useWords } from '../../design/language.tsx'
import { MoneyText } from '../../design/MoneyText.tsx'
import { QuantityField } from './QuantityField.tsx'
import { lineSum, type SaleLine } from './sale-form.ts'

/** Goods, how many, their price, what they come to, and the way out. */
export const SALE_COLUMNS = 'minmax(0, 1fr) 104px 132px 112px 28px'

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
      <Columns component="li" of={SALE_COLUMNS} gap={8} pb={4} className="label line-below" aria-hidden>
        <span>{w.goods}</span>
        <span className="right">{w.quantityShort}</span>
        <span className="right">{w.priceShort}</span>
        <span className="right">{w.sum}</span>
        <span />
      </Columns>
      {lines.map((line) => (
        <Columns
          key={line.goods.id}
          component="li"
          of={SALE_COLUMNS}
          gap={8}
          align="start"
          p="6px 0"
          className="line-below"
        >
          <Flex component="span" direction="column" miw={0}>
            <GoodsName goods={line.goods.goodsName} layout="stacked" />
            <Box
              component="small"
              {...((line.pieces ?? 0) > line.goods.available ? { fw: 600, className: 'bad' } : { className: 'quiet' })}
            >
              {w.moreThanStock(formatNumber(line.goods.available))}
            </Box>
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
          <Box component="span" lh="34px" className="right">
            <MoneyText amount={lineSum(line)} />
          </Box>
          <RemoveButton label={w.remove(line.goods.label)} onAct={() => onRemove(line.goods.id)} />
        </Columns>
      ))}
    </ul>
  )
}
