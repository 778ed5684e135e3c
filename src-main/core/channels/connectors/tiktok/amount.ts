import { z } from 'zod'

/** Money of the wire: text, in whole rupiah; a fraction of nothing may follow. */
export const Amount = z
  .string()
  .regex(/^-?\d{1,15}(\.0{1,6})?$/)
  .transform(Number)

/** Zero where it is not told. */
export const amountOf = (text: string | null | undefined): number => (text ? Amount.parse(text) : 0)
