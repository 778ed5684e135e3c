import { Flex } from '@mantine/core'
import { useMemo } from 'react'
import type { ProductRow } from '../../src-shared/catalog/catalog.ts'
import { nameOfProduct } from '../../src-shared/catalog/goods-name.ts'
import { type ProductsWords, productsWords } from '../../src-shared/catalog/products.words.ts'
import { channelMarkWords } from '../../src-shared/channels/channel-marks.words.ts'
import type { ChannelMark } from '../../src-shared/channels/stock-out.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { usePhoto } from '../base/use-photo.ts'
import { ChannelMarks } from '../design/ChannelMarks.tsx'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { useWords } from '../design/language.tsx'
import { GoodsPhoto } from '../design/photos/GoodsPhoto.tsx'
import type { Column } from '../design/table/columns.ts'

/** The columns of Produk. */
export function useProductColumns(marksOf: MarksOf): Column<ProductRow>[] {
  const w = useWords(productsWords)
  const { column } = useWords(channelMarkWords)
  return useMemo(() => productColumns(w, column, marksOf), [w, column, marksOf])
}

type MarksOf = (productId: string) => readonly ChannelMark[]

const productColumns = (w: ProductsWords, channels: string, marksOf: MarksOf): Column<ProductRow>[] => [
  {
    id: 'name',
    head: w.product,
    kind: 'text',
    width: { share: 4, least: 190 },
    value: (row) => row.name,
    product: (row) => row.name,
    cell: (row) => <Name row={row} />,
    isStrong: true,
  },
  { id: 'category', head: w.category, kind: 'text', width: { share: 1, least: 72 }, value: (row) => row.category },
  {
    id: 'channels',
    head: channels,
    kind: 'status',
    width: 72,
    hideBelow: 900,
    cell: (row) => <ChannelMarks marks={marksOf(row.id)} />,
  },
  { id: 'skus', head: w.skus, kind: 'number', width: 60, value: (row) => row.skus },
  {
    id: 'price',
    head: w.price,
    kind: 'money',
    width: 210,
    value: (row) => row.lowestPrice,
    cell: (row) =>
      row.lowestPrice === row.highestPrice
        ? formatRupiah(row.lowestPrice)
        : w.priceRange(formatRupiah(row.lowestPrice), formatRupiah(row.highestPrice)),
  },
  {
    id: 'onHand',
    head: w.onHand,
    kind: 'number',
    width: 136,
    value: (row) => row.onHand - row.gone,
    // below zero means that more went out than the books had, which a bare minus does not say
    cell: (row) =>
      row.gone > 0 ? w.onHandShort(formatNumber(row.onHand), formatNumber(row.gone)) : formatNumber(row.onHand),
  },
  { id: 'available', head: w.available, kind: 'number', width: 84, value: (row) => row.available, isStrong: true },
  { id: 'value', head: w.value, kind: 'money', width: 128, value: (row) => row.value },
]

function Name({ row }: { row: ProductRow }) {
  const photo = usePhoto(row.photoId)
  return (
    <Flex component="span" align="center" gap={10} miw={0}>
      <GoodsPhoto name={row.name} category={row.category} src={photo} />
      <GoodsName goods={nameOfProduct(row.name)} />
    </Flex>
  )
}
