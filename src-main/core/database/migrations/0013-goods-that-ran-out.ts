/** Since when goods of an SKU leave without cover is asked at each sale of it: one look, however long its history. */
export const name = 'goods that ran out'

export const sql = `
CREATE INDEX uncosted_day_by_variant ON uncosted_day (variant_id, day);
`
