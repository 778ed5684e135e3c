import { client } from './api.ts'

const LONGEST = 128

/** The page that shows what was scanned: goods by SKU or barcode, an order by its number or resi; null for unknown codes. */
export async function pageOfCode(code: string): Promise<string | null> {
  if (code.length > LONGEST) return null
  const [goods, order] = await Promise.all([client.catalog.variants.byCode({ code }), client.orders.byCode({ code })])
  return goods ? `/stok/${goods.id}` : order ? `/pesanan/${order.id}` : null
}
