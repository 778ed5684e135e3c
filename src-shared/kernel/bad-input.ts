import { z } from 'zod'
import type { Language } from './business-day.ts'
import { formatDay, isBusinessDay } from './business-day.ts'
import { fieldWords } from './fields.words.ts'
import { formatNumber, formatRupiah } from './rupiah.ts'

/** What is wrong with the first field that a contract did not take. */
export const WrongField = z.object({
  /** `price`; empty when it is the whole. */
  field: z.string(),
  /** Number of the line it stands on, from one; null when it stands on none. */
  line: z.number().nullable(),
  why: z.enum(['missing', 'too large', 'too small', 'too long', 'too short', 'too many', 'too few', 'not taken']),
  /** The limit that it passed, where there is one. */
  limit: z.union([z.number(), z.string()]).nullable(),
})
export type WrongField = z.infer<typeof WrongField>

const WHOLE: WrongField = { field: '', line: null, why: 'not taken', limit: null }

/** What travelled with a BAD_REQUEST; one that came from elsewhere names no field. */
export function wrongFieldIn(data: unknown): WrongField {
  const known = z.object({ wrong: WrongField }).safeParse(data)
  return known.success ? known.data.wrong : WHOLE
}

export function wrongField(issues: readonly z.core.$ZodIssue[]): WrongField {
  const issue = deepest(issues[0])
  if (!issue) return WHOLE
  const names = issue.path.filter((part) => typeof part === 'string')
  const index = issue.path.find((part) => typeof part === 'number')
  return { field: names.at(-1) ?? '', line: index === undefined ? null : index + 1, ...reasonOf(issue) }
}

/** Of a choice between shapes, the problem of the shape that came closest; the others do not apply. */
function deepest(issue: z.core.$ZodIssue | undefined): z.core.$ZodIssue | undefined {
  if (issue?.code !== 'invalid_union') return issue
  const inside = issue.errors.filter((errors) => errors.length > 0).sort((a, b) => a.length - b.length)[0]?.[0]
  const found = deepest(inside)
  return found ? { ...found, path: [...issue.path, ...found.path] } : issue
}

function reasonOf(issue: z.core.$ZodIssue): Pick<WrongField, 'why' | 'limit'> {
  const passed = (large: boolean, origin: string, limit: number): Pick<WrongField, 'why' | 'limit'> => {
    if (origin === 'string') return { why: large ? 'too long' : 'too short', limit }
    if (origin === 'array') return { why: large ? 'too many' : 'too few', limit }
    return { why: large ? 'too large' : 'too small', limit }
  }
  if (issue.code === 'too_big') return passed(true, issue.origin, Number(issue.maximum))
  if (issue.code === 'too_small') return passed(false, issue.origin, Number(issue.minimum))
  if (issue.code === 'invalid_type' && issue.input === undefined && !issue.message.includes('received'))
    return { why: 'missing', limit: null }
  if (issue.code === 'custom') {
    const { most, least } = (issue.params ?? {}) as { most?: number | string; least?: number | string }
    if (most !== undefined) return { why: 'too large', limit: most }
    if (least !== undefined) return { why: 'too small', limit: least }
  }
  return { why: 'not taken', limit: null }
}

/** `Baris 3, harga: paling besar Rp10.000.000.000. Belum ada yang disimpan.` */
export function badInputSentence({ field, line, why, limit }: WrongField, language: Language): string {
  const w = fieldWords[language]
  const name = w.names[field] ?? field
  const place = [line === null ? '' : w.line(formatNumber(line)), name].filter(Boolean).join(', ')
  const said = w.reasons[why](limit === null ? '' : limitText(field, why, limit, language))
  return `${place ? `${place[0]!.toUpperCase()}${place.slice(1)}: ${said}` : w.whole} ${w.after}`
}

const MONEY = /price|amount|cost|paid|discount|fee|principal|interest/i

function limitText(field: string, why: WrongField['why'], limit: number | string, language: Language): string {
  if (typeof limit === 'string') return isBusinessDay(limit) ? formatDay(limit, language) : limit
  return MONEY.test(field) || (field === 'lines' && why === 'too large') ? formatRupiah(limit) : formatNumber(limit)
}
