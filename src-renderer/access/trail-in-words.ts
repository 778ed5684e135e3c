import type { TrailShown } from '../../src-shared/access/trail.ts'
import type { trailWords } from '../../src-shared/access/trail.words.ts'
import { formatDay, type Language } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'

/** Only these say something without their field beside them. */
const TOLD = ['day', 'through', 'closedThrough', 'amount', 'startDay', 'kind', 'what', 'format', 'role']

/** A setting is kept as JSON. */
const plain = (text: string): string => text.replace(/^"(.*)"$/, '$1')

/** What a line of the trail is about: names of things, then days and amounts; of a sealed row, what became what. */
export function aboutInWords(
  { about, facts, change }: TrailShown,
  w: (typeof trailWords)['id'],
  language: Language,
): string {
  if (change) {
    const columns = change.columns.map(({ name, was, is }) =>
      [name === 'value' ? '' : name, plain(was) || w.nothing, '→', plain(is) || w.nothing].filter(Boolean).join(' '),
    )
    const isGone = change.columns.length > 0 && change.columns.every(({ is }) => is === '')
    const register = w[`register ${change.register}` as 'register account']
    return `${register} ${change.key}: ${isGone ? w.gone : columns.slice(0, 3).join(', ')}`
  }
  const told = facts
    .filter(({ name }) => TOLD.includes(name))
    .map(({ value }) =>
      typeof value === 'number'
        ? formatNumber(value)
        : /^\d{4}-\d\d-\d\d$/.test(String(value))
          ? formatDay(String(value), language)
          : String(value),
    )
  return [about, ...told].filter(Boolean).join(' · ')
}
