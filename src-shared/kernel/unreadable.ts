/** A row that nobody could make sense of: what is known of it, above all its id, and this mark. A list shows it as such. */
export const asUnreadable = <Row extends object>(known: Row): Row => ({ ...known, isUnreadable: true })

export const isUnreadable = (row: unknown): boolean =>
  typeof row === 'object' && row !== null && 'isUnreadable' in row && row.isUnreadable === true
