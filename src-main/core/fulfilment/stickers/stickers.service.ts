import { join } from 'node:path'
import { goodsNameOf } from '../../../../src-shared/catalog/goods-name.ts'
import { MOST_STICKERS, type StickerGoods, type StickersWanted } from '../../../../src-shared/fulfilment/sticker.ts'
import { DomainError } from '../../../../src-shared/kernel/refusal.ts'
import { variantsByIds, variantsOfProducts } from '../../catalog/catalog-views.repository.ts'
import type { RoomNeeds } from '../../room-needs.ts'
import { settingsOf } from '../../settings/settings.repository.ts'
import { once, printedSheet } from '../printed-sheet.ts'
import type { BadgeCard } from './command-cards.ts'

/** Stickers for goods that come without a barcode, and the cards of the pack desk. */
export const createStickers = ({ read, now, resourcesFolder }: RoomNeeds & { resourcesFolder: string }) => {
  // what draws PDFs and bars is megabytes of code that most starts never need
  const printer = once(async () =>
    (await import('./sticker-printer.ts')).createStickerPrinter({ fontsFolder: join(resourcesFolder, 'fonts') }),
  )
  return {
    async goods({ products, variants: ids }: { products: readonly string[]; variants: readonly string[] }) {
      const ofProducts = await variantsOfProducts(read, products)
      const named = [...products.flatMap((id) => ofProducts.get(id) ?? []), ...(await variantsByIds(read, ids))]
      const sets = named.filter(({ components }) => components.length > 0)
      const parts = await variantsByIds(
        read,
        sets.flatMap(({ components }) => components.map(({ variantId }) => variantId)),
      )
      const goods = new Map([...named, ...parts].map((variant) => [variant.id, variant]))
      return [...goods.values()].flatMap((variant): StickerGoods[] => {
        const { id, sku, onHand, components, archived } = variant
        if (components.length > 0 || archived) return []
        const holding = sets.filter((set) => set.components.some(({ variantId }) => variantId === id))
        const partOf = holding.map((set) => set.sku)
        return [{ variantId: id, sku, goodsName: goodsNameOf(variant), onHand, partOf }]
      })
    },

    /** @throws NO_STICKERS when none of the SKUs exists; TOO_MANY_STICKERS beyond what one print holds. */
    async stickers({ items, size, symbol }: StickersWanted) {
      const asked = items.reduce((sum, { pieces }) => sum + pieces, 0)
      if (asked > MOST_STICKERS) throw new DomainError('TOO_MANY_STICKERS', { asked, most: MOST_STICKERS })
      const ids = items.map(({ variantId }) => variantId)
      const variants = new Map((await variantsByIds(read, ids)).map((variant) => [variant.id, variant]))
      const stickers = items.flatMap(({ variantId, pieces }) => {
        const variant = variants.get(variantId)
        return variant ? Array(pieces).fill({ sku: variant.sku, goods: goodsNameOf(variant) }) : []
      })
      if (stickers.length === 0) throw new DomainError('NO_STICKERS', { asked })
      const { zone, language } = await settingsOf(read)
      const printedAt = now()
      const lacking = new Set<string>()
      const { pdf, squares } = await (await printer()).renderStickers(
        stickers,
        { size, symbol, language, printedAt },
        lacking,
      )
      return { ...printedSheet('stiker', printedAt, zone, pdf, lacking), stickers: stickers.length, squares }
    },

    async commandCards() {
      const { zone, language } = await settingsOf(read)
      const printedAt = now()
      const pdf = await (await printer()).renderCommandCards({ language, printedAt })
      return printedSheet('kartu-perintah', printedAt, zone, pdf, new Set())
    },

    async badge(card: BadgeCard) {
      const { zone, language } = await settingsOf(read)
      const printedAt = now()
      const lacking = new Set<string>()
      const pdf = await (await printer()).renderBadge(card, { language, printedAt }, lacking)
      return printedSheet('kartu-nama', printedAt, zone, pdf, lacking)
    },
  }
}
