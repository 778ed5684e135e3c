import { z } from 'zod'
import { withoutEmptyLists } from '../frame/empty-lists.ts'
import { badParameter } from './said-no.ts'
import { UNSURE } from './unsure.ts'

/** Parts of a query string: everything arrives as text. */
export const wholeIn = (low: number, high: number) =>
  z
    .string()
    .regex(/^-?\d{1,12}$/)
    .transform(Number)
    .pipe(z.number().min(low).max(high))
export const seconds = wholeIn(0, 99_999_999_999)
/** `http_build_query` of PHP writes 1 and 0, str() of Python True and False. */
export const flag = z
  .string()
  .toLowerCase()
  .pipe(z.enum(['true', 'false', '1', '0']))
  .transform((text) => text === 'true' || text === '1')
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
  const read = shape.safeParse(values, { reportInput: true })
  if (read.success) return read.data
  const fuller = UNSURE.emptyListIsNoObject ? withoutEmptyLists(values, read.error) : null
  if (fuller) return readAs(shape, fuller.value, where)
  const { path, message, input } = read.error.issues[0]!
  const name = [where, ...path].join('.')
  throw badParameter(input === undefined ? `param ${name} is missing` : `param ${name} is invalid: ${message}`)
}
