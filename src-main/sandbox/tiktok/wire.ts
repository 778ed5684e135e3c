import { UNSURE } from './unsure.ts'

/** How amounts and times are written: money as text in whole rupiah, absent things left out. */
export const rupiah = (value: number) => String(value)

/** The fields that are there: what is null was never said. */
export function said<Fields extends Record<string, unknown>>(
  fields: Fields,
): { [Key in keyof Fields]?: NonNullable<Fields[Key]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined)) as {
    [Key in keyof Fields]?: NonNullable<Fields[Key]>
  }
}

/** What is kept as a negative amount because it costs the seller. */
export const cost = (value: number) => rupiah(UNSURE.costsAreSigned || value === 0 ? value : -value)

export const allAmounts = (amounts: Record<string, number>, written: (value: number) => string) =>
  Object.fromEntries(Object.entries(amounts).map(([name, value]) => [name, written(value)]))
