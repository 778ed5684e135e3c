import { dice } from '../../sample-shop/dice.ts'
import { sampleProducts } from '../../sample-shop/goods.ts'

/** What a sandbox's shop has on sale when it opens: the goods of the practice shop, under its SKUs. Prices in rupiah. */
export interface ListedGoods {
  name: string
  code: string
  description: string
  category: string
  weightGrams: number
  /** How often it is bought, beside the others. */
  share: number
  /** Name of the one variation, or '' when there is only one variant. */
  variation: string
  variants: { sku: string; option: string; price: number; stock: number; share: number }[]
}

const SIZED = 'Ukuran'

/** Goods with at least `skus` variants: the practice shop's own, then more editions of the same. */
export function listedGoods({
  skus = 0,
  stock = 100,
}: {
  skus?: number | undefined
  stock?: number | undefined
} = {}): ListedGoods[] {
  const goods: ListedGoods[] = []
  let variants = 0
  for (let edition = 1; edition === 1 || variants < skus; edition++)
    for (const product of sampleProducts(dice(7))) {
      if (edition > 1 && variants >= skus) break
      const [suffix, mark] = edition === 1 ? ['', ''] : [` Edisi ${edition}`, `${edition}`]
      goods.push({
        name: `${product.name}${suffix}`,
        code: `${product.code}${mark}`,
        description: `${product.category} batik motif ${product.motif}, warna ${product.colour}. Dibuat di Jepara. Cuci dengan tangan, jemur di tempat teduh.`,
        category: product.category,
        weightGrams: product.variants[0]!.weightGrams,
        share: product.share,
        variation: product.variants.length > 1 ? SIZED : '',
        variants: product.variants.map((variant) => ({
          sku: variant.sku.replace(product.code, `${product.code}${mark}`),
          option: variant.size,
          price: variant.price,
          stock,
          share: variant.share,
        })),
      })
      variants += product.variants.length
    }
  return goods
}
