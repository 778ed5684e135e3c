import { Flex } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { channelMarkWords } from '../../src-shared/channels/channel-marks.words.ts'
import type { ListingAtShop } from '../../src-shared/channels/stock-out.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { api } from '../base/api.ts'
import { useMay } from '../base/use-me.ts'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { ListingStockChip } from '../design/ListingStockChip.tsx'
import { useWords } from '../design/language.tsx'
import { RowButton } from '../design/RowButton.tsx'
import { PanelPart } from '../design/SidePanel.tsx'

/** Where a SKU is sold: what each shop shows of it, what it shall show, and whether that was told. */
export function AtChannels({ variantId }: { variantId: string }) {
  const w = useWords(channelMarkWords)
  const { data } = useQuery(api.sync.stock.ofVariant.queryOptions({ input: { variantId } }))
  if (data === undefined || data.length === 0) return null
  return (
    <PanelPart title={w.at}>
      <ul className="ruled" aria-label={w.at}>
        {data.toSorted(connectedFirst).map((listing) => (
          <li key={listing.listingId}>
            <Listing listing={listing} />
          </li>
        ))}
      </ul>
    </PanelPart>
  )
}

const connectedFirst = (one: ListingAtShop, other: ListingAtShop) =>
  Number(other.stock !== null) - Number(one.stock !== null)

function Listing({ listing }: { listing: ListingAtShop }) {
  const w = useWords(channelMarkWords)
  const [, go] = useLocation()
  const mayLook = useMay('sync.stock.list')
  const { stock, shopId, shopName, channel, listingId, isTold } = listing
  const facts = (
    <Flex component="span" direction="column" flex={1} miw={0} p="4px 2px" fz="13px" ta="left">
      <Flex component="span" align="center" gap={6}>
        <ChannelTile channel={channel} />
        <span className="cut strong">{shopName}</span>
        {stock && (
          <Flex component="span" ml="auto">
            <ListingStockChip state={stock.state} isOn={isTold} />
          </Flex>
        )}
      </Flex>
      <span className="quiet small">{stock ? standing(stock, w) : w.notConnected}</span>
      {stock && stock.reason !== '' && <span className="bad small">{stock.reason}</span>}
    </Flex>
  )
  if (!stock || !mayLook) return facts
  return (
    <RowButton
      aria-label={`${w.open(shopName)}: ${standing(stock, w)}`}
      onClick={() => go(`/toko/sinkron?shop=${shopId}&listing=${listingId}`)}
    >
      {facts}
    </RowButton>
  )
}

function standing(
  { there, desired, rule, price, priceThere }: NonNullable<ListingAtShop['stock']>,
  w: (typeof channelMarkWords)['id'],
): string {
  const isOtherPrice = priceThere !== undefined && priceThere !== null && price > 0 && priceThere !== price
  return [
    there === null ? w.showsUnknown : w.shows(formatNumber(there)),
    rule.isTold && there !== desired.pieces ? w.shouldShow(formatNumber(desired.pieces)) : '',
    isOtherPrice ? w.priceThere(formatRupiah(priceThere)) : '',
  ]
    .filter(Boolean)
    .join(', ')
}
