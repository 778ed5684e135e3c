import { Box, Table } from '@mantine/core'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { MOST_STICKERS, type StickerGoods } from '../../src-shared/fulfilment/sticker.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { PiecesField } from '../design/fields/PiecesField.tsx'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { GoodsNames } from '../design/goods/GoodsNames.tsx'
import { useWords } from '../design/language.tsx'

export interface StickerRowsProps {
  rows: readonly StickerGoods[]
  piecesOf: (row: StickerGoods) => number
  onPieces: (variantId: string, pieces: number) => void
}

/** Each SKU with the number of its stickers; an empty field is none. */
export function StickerRows({ rows, piecesOf, onPieces }: StickerRowsProps) {
  const w = useWords(packWords)
  return (
    <Box component="section" h="100%" p="0 16px 16px" className="scrolls" tabIndex={0} aria-label={w.stickerGoods}>
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
                <Table.Td w="100%" maw={0}>
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
    </Box>
  )
}
