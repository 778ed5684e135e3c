import { channelWords } from '../../../src-shared/app/parts.words.ts'
import { wholeName } from '../../../src-shared/catalog/goods-name.ts'
import { type ListingStock, type StockOutShop, WHOLE } from '../../../src-shared/channels/stock-out.ts'
import { stockOutWords } from '../../../src-shared/channels/stock-out.words.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { type KeyValueRow, KeyValueRows } from '../../design/KeyValueRows.tsx'
import { useWords } from '../../design/language.tsx'
import { PanelPart, SidePanel } from '../../design/SidePanel.tsx'
import { LiveLockPart } from './LiveLockPart.tsx'
import { RuleForm } from './RuleForm.tsx'

type Words = (typeof stockOutWords)['id']

const SCOPE_WORD = {
  none: 'ruleOfNone',
  shop: 'ruleOfShop',
  product: 'ruleOfProduct',
  listing: 'ruleOfListing',
} as const

/** One listing at its channel: how its number comes about, term by term, and the rule that counts for it. */
export function ListingStockPanel({
  shop,
  listing,
  onClose,
}: {
  shop: StockOutShop
  listing: ListingStock
  onClose: () => void
}) {
  const w = useWords(stockOutWords)
  const channel = useWords(channelWords)[shop.channel]
  const { listingId, productId, rule, ruleOf, reason, liveLock } = listing
  return (
    <SidePanel title={wholeName(listing.goodsName)} subtitle={`${listing.sku}, ${shop.shopName}`} onClose={onClose}>
      {reason !== '' && <PanelPart title={w.whyRefused}>{reason}</PanelPart>}
      <PanelPart title={w.why}>
        <KeyValueRows rows={rowsOf(listing, channel, w)} />
        <p className="quiet small">
          {w.ruleFrom}: {w[SCOPE_WORD[ruleOf]]}
        </p>
      </PanelPart>
      <LiveLockPart
        key={liveLock?.id ?? 'none'}
        shopId={shop.shopId}
        variantId={listing.variantId}
        liveLock={liveLock}
      />
      <RuleForm
        shopId={shop.shopId}
        standing={{ rule, ruleOf }}
        subjects={[
          { is: 'listing', listingId },
          { is: 'product', productId },
        ]}
      />
    </SidePanel>
  )
}

/** Terms that take nothing away are left out. */
function rowsOf({ terms, rule, desired }: ListingStock, channel: string, w: Words): KeyValueRow[] {
  const less = (key: string, pieces: number): KeyValueRow[] =>
    pieces === 0 ? [] : [{ key, value: `−${formatNumber(pieces)}` }]
  const shared = desired.isLast ? 0 : desired.shared
  const isBounded = rule.atMost !== null && rule.atMost < shared
  return [
    { key: terms.isBundle ? w.bundles : w.onHand, value: formatNumber(terms.onHand), isStrong: true },
    ...less(w.reserved, terms.reserved),
    ...less(w.unpaid, terms.unpaid),
    ...less(w.lockedHere, desired.locked),
    ...less(w.lockedElsewhere, terms.lockedElsewhere),
    ...less(w.safety, terms.safetyStock),
    { key: w.sellable, value: formatNumber(desired.sellable), kind: 'sum' },
    ...less(w.keptBack, Math.min(rule.keptBack, desired.sellable)),
    ...(desired.isLast ? [{ key: w.lastPieces(formatNumber(rule.lastPieces)), value: '0' }] : []),
    ...(rule.share < WHOLE && !desired.isLast
      ? [{ key: w.share(formatNumber(rule.share / 100)), value: formatNumber(desired.shared) }]
      : []),
    ...(isBounded ? [{ key: w.atMost(formatNumber(rule.atMost!)), value: formatNumber(rule.atMost!) }] : []),
    ...(desired.locked > 0 ? [{ key: `+ ${w.lockedHere}`, value: `+${formatNumber(desired.locked)}` }] : []),
    { key: w.shown(channel), value: formatNumber(desired.pieces), kind: 'total' },
  ]
}
