/** A balance report leaves out the order of an adjustment now and then: it is found by its amount among those that income files tell of. */
export const name = 'adjustments are found by their amount'

export const sql = `
CREATE INDEX settlement_of_adjustment ON settlement (shop_id, released) WHERE kind = 'adjustment';
`
