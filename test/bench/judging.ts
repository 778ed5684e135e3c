/** Lays a figure beside what it may be, and says both. */
export type Judge = (what: string, value: number, limit: number, unit?: string) => string

/** What is beyond its limit, or is no number, is also named in `failures`. */
export const judging =
  (failures: string[]): Judge =>
  (what, value, limit, unit = 'x') => {
    if (!(value <= limit)) failures.push(what)
    return `${value.toFixed(unit === 'x' ? 2 : 0)}${unit} (limit ${limit}${unit})${value > limit ? '  TOO MUCH' : ''}`
  }
