import type { Content, Market, Product } from './book.ts'
import { UNSURE } from './unsure.ts'

/** Words that no listing may carry; so that a refusal after the fact can be seen. */
const FORBIDDEN = /\b(palsu|kw super|replika)\b/i

/** A product or an edit of one goes to the people who look at them. */
export function submit(market: Market, product: Product) {
  product.audit = 'AUDITING'
  product.updatedAt = market.now()
  market.ground.time.after(UNSURE.auditSeconds * 1000, { kind: 'audit', id: product.id })
}

export function audited(market: Market, product: Product) {
  if (product.audit !== 'AUDITING') return
  const content = product.underReview ?? product
  const isFine = !FORBIDDEN.test(content.title) && !FORBIDDEN.test(content.description)
  product.audit = isFine ? 'APPROVED' : 'FAILED'
  product.failedReasons = isFine ? [] : ['Judul atau deskripsi memuat kata yang dilarang.']
  product.updatedAt = market.now()
  if (product.underReview) {
    if (isFine) become(product, product.underReview)
    product.underReview = null
  } else product.status = isFine ? 'ACTIVATE' : 'FAILED'
  market.notify(5, 'PRODUCT_STATUS_CHANGE', {
    product_id: product.id,
    status: isFine ? 'PRODUCT_AUDIT_SUCCESS' : 'PRODUCT_AUDIT_FAILED',
    suspended_reason: '',
    update_time: product.updatedAt,
  })
}

/** The edit takes effect; pieces sold while it was looked at stay sold. */
export function become(product: Product, content: Content) {
  const skus = content.skus.map((sku) => {
    const now = product.skus.find((each) => each.id === sku.id)
    return now ? { ...sku, available: now.available, committed: now.committed, price: now.price } : sku
  })
  Object.assign(product, content, { skus })
}
