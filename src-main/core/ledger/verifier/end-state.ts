import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Reader } from '../../database/open.ts'

/**
 * SHA-256 over what the shop's figures come to: balances by day, stock by SKU, order and sales totals, sorted, nothing
 * that is zero. Two shops that reached the same state on different ways have the same digest.
 */
export async function endStateDigest(reader: Reader): Promise<string> {
  const { rows } = await sql<{ line: string }>`
    select book || '|' || account || '|' || day || '|' || (debit - credit) as line
      from account_day where debit <> credit
    union all
    select 'stock|' || sku || '|' || on_hand || '|' || reserved || '|' || costed || '|' || value
      from stock_level join variant on variant.id = variant_id
      where on_hand <> 0 or reserved <> 0 or costed <> 0 or value <> 0
    union all
    select 'orders|' || tab || '|' || state || '|' || channel || '|' || shop.name || '|' || orders || '|' || pieces
        || '|' || gross_sales
      from order_tab_total join shop on shop.id = shop_id where orders <> 0
    union all
    select 'sales|' || day || '|' || channel || '|' || shop.name || '|' || orders || '|' || pieces || '|' || gross_sales
        || '|' || seller_cuts
      from sales_day join shop on shop.id = shop_id where orders <> 0
    order by 1`.execute(reader)
  const hash = createHash('sha256')
  for (const { line } of rows) hash.update(`${line}\n`)
  return hash.digest('hex')
}
