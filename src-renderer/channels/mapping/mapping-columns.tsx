import { Flex, Text } from '@mantine/core'
import type { ListingRow } from '../../../src-shared/catalog/catalog.ts'
import type { mappingWords } from '../../../src-shared/channels/import.words.ts'
import { ChannelTile } from '../../design/ChannelTile.tsx'
import { GoodsName } from '../../design/goods/GoodsName.tsx'
import type { Column } from '../../design/table/columns.ts'
import { listingName } from './use-mapping.ts'

/** A listing as the channel names it, what it sold, and the SKU it is or could be. */
export const mappingColumns = (w: (typeof mappingWords)['id']): Column<ListingRow>[] => [
  {
    id: 'name',
    head: w.listing,
    kind: 'text',
    width: { share: 3, least: 240 },
    value: listingName,
    product: (listing) => listing.productName,
    cell: (listing) => (
      <Flex component="span" align="center" gap={8} miw={0} maw="100%">
        <ChannelTile channel={listing.channel} />
        <GoodsName goods={listing.goodsName} title={listingName(listing)} />
      </Flex>
    ),
  },
  {
    id: 'sku',
    head: w.channelSku,
    kind: 'code',
    width: 136,
    value: (listing) => listing.sku || '–',
  },
  { id: 'orders', head: w.orders, kind: 'number', width: 80, value: (listing) => listing.orders },
  { id: 'pieces', head: w.pieces, kind: 'number', width: 64, value: (listing) => listing.pieces, hideBelow: 780 },
  {
    id: 'ours',
    head: w.ours,
    kind: 'code',
    width: 196,
    value: (listing) => listing.variant?.sku ?? '',
    cell: (listing) => <Ours listing={listing} none={w.none} reasons={w} />,
  },
]

interface OursProps {
  listing: ListingRow
  none: string
  reasons: (typeof mappingWords)['id']
}

function Ours({ listing, none, reasons }: OursProps) {
  if (listing.variant) return <span className="kode">{listing.variant.sku}</span>
  const first = listing.suggestions[0]
  if (!first)
    return (
      <Text span inherit c="var(--lb-tinta3)">
        {none}
      </Text>
    )
  return (
    <Text span inherit c="var(--lb-tinta3)" title={reasons[first.reason]}>
      <span className="kode">{first.sku}</span>?
    </Text>
  )
}
