import { Box, Table } from '@mantine/core'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { MOST_STICKERS, type StickerGoods } from '../../src-shared/fulfilment/sticker.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { PiecesField } from '../design/fields/PiecesField.tsx'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { GoodsNames } from '../design/goods/GoodsNames.tsx'
import { useWords } from '../design/language.tsx'
import classes from './desk.module.css'

export interface StickerRowsProps {
  rows: readonly StickerGoods[]
  piecesOf: (row: StickerGoods) => number
  onPieces: (variantId: string, pieces: number) => void
}

/** Each SKU with the number of its stickers; an empty field is none. */
export function StickerRows({ rows, piecesOf, onPieces }: StickerRowsProps) {
  const w = useWords(packWords)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section className={classes.stickerRows} tabIndex={0} aria-label={w.stickerGoods}>
      <GoodsNames products={rows.map(({ goodsName }) => goodsName.product)}>
        <Table verticalSpacing={6} fz={13}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{w.stickerGoods}</Table.Th>
              <Table.Th>{w.pickSku}</Table.Th>
              <Table.Th className="right nowrap">{w.pickOnHand}</Table.Th>
              <Table.Th className="right nowrap">{w.stickerPieces}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.variantId}>
                <Table.Td className={classes.stickerCell}>
                  <GoodsName goods={row.goodsName} />
                  {row.partOf.length > 0 && <div className="quiet small">{w.stickerPartOf(row.partOf.join(', '))}</div>}
                </Table.Td>
                <Table.Td className="kode nowrap">{row.sku}</Table.Td>
                <Table.Td className="right nowrap">{formatNumber(row.onHand)}</Table.Td>
                <Table.Td>
                  <Box w={72}>
                    <PiecesField
                      label={w.stickerPiecesOf(row.sku)}
                      isLabelHidden
                      value={piecesOf(row)}
                      most={MOST_STICKERS}
                      unit=""
                      onChange={(pieces, isReadable) => isReadable && onPieces(row.variantId, pieces ?? 0)}
                    />
                  </Box>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </GoodsNames>
    </section>
  )
}
