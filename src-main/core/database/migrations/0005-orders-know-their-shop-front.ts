/** One channel may have several fronts: orders of TikTok Shop say whether their buyer came by Tokopedia. */
export const name = 'orders know their shop front'

export const sql = `
ALTER TABLE sales_order ADD COLUMN shop_front TEXT NOT NULL DEFAULT '';
`
