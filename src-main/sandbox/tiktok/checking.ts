import { z } from 'zod'
import { badParameter } from './said-no.ts'

/** Parts of a query string: everything arrives as text. */
export const wholeIn = (low: number, high: number) =>
  z
    .string()
    .regex(/^-?\d{1,12}$/)
    .transform(Number)
    .pipe(z.number().min(low).max(high))
export const seconds = wholeIn(0, 99_999_999_999)
export const flag = z.enum(['true', 'false']).transform((text) => text === 'true')
/** A list joined by commas. */
export const listOf = (most: number) =>
  z
    .string()
    .min(1)
    .transform((text) => text.split(','))
    .pipe(z.array(z.string().min(1)).max(most))
export const sortOrder = z.enum(['ASC', 'DESC'])

/** Parts of a body. Ids are decimal strings of 64 bits; money is a string of the currency's unit. */
export const id = z.string().regex(/^\d{1,19}$/)
export const unixSeconds = z.number().int().min(0).max(99_999_999_999)
export const amount = z.string().regex(/^\d{1,12}$/)

/** Values as the schema reads them; the first fault becomes the gateway's sentence. `where` is query or body. */
export function readAs<Shape extends z.ZodType>(
  shape: Shape,
  values: unknown,
  where: 'query' | 'body',
): z.infer<Shape> {
  const read = shape.safeParse(values)
  if (read.success) return read.data
  const { path, code, message } = read.error.issues[0]!
  const name = [where, ...path].join('.')
  const missing = code === 'invalid_type' && message.includes('received undefined')
  throw badParameter(missing ? `param ${name} is missing` : `param ${name} is invalid: ${message}`)
}
