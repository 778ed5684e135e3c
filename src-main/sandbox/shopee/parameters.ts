import { z } from 'zod'
import { withoutEmptyLists } from '../frame/empty-lists.ts'
import { EMPTY_LIST_IS_NO_OBJECT } from './unsure.ts'
import { Refused } from './wire.ts'

/* Query parameters are text and may be repeated or joined by commas; a JSON body says what is a number. */

const texts = z.array(z.string())
const split = (values: readonly string[]) => values.flatMap((value) => value.split(',')).filter((value) => value !== '')

/** One whole number of the query. */
export const queryInt = (low = 0, high = Number.MAX_SAFE_INTEGER) =>
  texts
    .transform((values) => values[0] ?? '')
    .pipe(z.string().regex(/^-?\d+$/, 'should be an integer'))
    .transform(Number)
    .pipe(z.number().min(low).max(high))

export const queryText = () => texts.transform((values) => values[0] ?? '')
/** `http_build_query` of PHP writes 1 and 0, str() of Python True and False. */
export const queryBool = () =>
  texts
    .transform((values) => values[0]?.toLowerCase() ?? '')
    .pipe(z.enum(['true', 'false', '1', '0']))
    .transform((value) => value === 'true' || value === '1')
export const queryOneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  texts.transform((given) => given[0] ?? '').pipe(z.enum(values))
/** Joined by commas or repeated: which of the two the gateway prefers is not written anywhere. */
export const queryTexts = (most: number) => texts.transform(split).pipe(z.array(z.string()).min(1).max(most))
export const queryInts = (most: number) =>
  texts
    .transform(split)
    .pipe(z.array(z.string().regex(/^\d+$/, 'should be integers')).min(1).max(most))
    .transform((values) => values.map(Number))

export const Int = z.number().int()
export const Id = z.number().int().nonnegative()

/** What was asked, or the refusal that names its first wrong field. */
export function read<Schema extends z.ZodType>(schema: Schema, given: unknown, module = ''): z.infer<Schema> {
  const result = schema.safeParse(given, { reportInput: true })
  if (result.success) return result.data
  const fuller = EMPTY_LIST_IS_NO_OBJECT ? withoutEmptyLists(given, result.error) : null
  if (fuller) return read(schema, fuller.value, module)
  const [issue] = result.error.issues
  const field = issue!.path.join('.')
  if (issue!.code === 'invalid_type' && issue!.input === undefined)
    throw new Refused(`${module}error_param`, `${field} is required`)
  throw new Refused(`${module}error_param`, `Wrong parameters, detail: ${field}: ${issue!.message}.`)
}
