import { Box, Flex } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api } from '../base/api.ts'
import { wayToCostOf } from '../base/use-way-to-cost.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Columns } from '../design/Columns.tsx'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { GoodsNames } from '../design/goods/GoodsNames.tsx'
import { useWords } from '../design/language.tsx'

/** HPP belum diisi: goods already sold whose cost is not known. Each leads to its row below, or to the goods that must come. */
export function MissingCost({ onFill }: { onFill: (variantId: Id) => void }) {
  const w = useWords(stockWords)
  const [, go] = useLocation()
  const { data } = useQuery(api.inventory.missingCost.queryOptions())
  if (!data || data.length === 0) return null
  return (
    <Box
      component="section"
      m="12px 14px 0"
      bd="1px solid var(--lb-kunyit)"
      bdrs={10}
      className="paper clips keeps-size"
      aria-label={w.missingCost}
    >
      <Flex gap={8} align="center" p="8px 14px" bg="var(--lb-kunyit-lunak)" className="doubtful">
        <IconAlertTriangle size={16} aria-hidden />
        <strong>{w.missingCost}</strong>
        <span>{w.missingCostExplained}</span>
      </Flex>
      <GoodsNames products={data.map(({ goodsName }) => goodsName.product)}>
        {/* half a row shows at the end: there are more below */}
        <Columns component="ul" of="minmax(0, 1fr) repeat(3, auto)" gap="0 14px" mah={162} className="scrolls">
          {data.map((row) => {
            const { comesWith, path } = wayToCostOf(row)
            const sum = [formatNumber(row.pieces), formatNumber(row.documents)] as const
            return (
              <Columns
                key={row.variantId}
                component="li"
                of="subgrid"
                style={{ gridColumn: '1 / -1' }}
                align="center"
                mih={36}
                p="2px 8px 2px 14px"
                className="line-above"
              >
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
              </Columns>
            )
          })}
        </Columns>
      </GoodsNames>
    </Box>
  )
}
