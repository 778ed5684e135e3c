import type { SealedSetting, TrailShown } from '../../src-shared/access/trail.ts'
import { columnNames, countWords, settingNames, type trailWords } from '../../src-shared/access/trail.words.ts'
import { formatDay, type Language } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'

/** Only these say something without their field beside them. */
const TOLD = ['day', 'through', 'closedThrough', 'amount', 'startDay', 'kind', 'what', 'format', 'role']

type Words = (typeof trailWords)['id']

/** A value as it is kept (a setting as JSON), in words. */
function plain(text: string, w: Words, language: Language): string {
  const bare = text.replace(/^"(.*)"$/, '$1')
  if (bare === '') return w.nothing
  if (bare === 'true' || bare === 'false') return bare === 'true' ? w.yes : w.no
  return shownDay(bare, language)
}

const shownDay = (text: string, language: Language): string =>
  /^\d{4}-\d\d-\d\d$/.test(text) ? formatDay(text, language) : text

/** A sealed row: what became what. */
function changeInWords({ register, key, columns }: NonNullable<TrailShown['change']>, w: Words, language: Language) {
  const isGone = columns.length > 0 && columns.every(({ is }) => is === '')
  const from = ({ was, is }: { was: string; is: string }) => `${plain(was, w, language)} → ${plain(is, w, language)}`
  if (register === 'setting')
    return `${settingNames[language][key as SealedSetting] ?? key}: ${isGone ? w.gone : columns.map(from).join(', ')}`
  const said = columns.flatMap((column) => {
    const name = columnNames[language][column.name]
    if (name === undefined) return []
    // a fingerprint says nothing to anybody
    return [column.name === 'secret' ? `${name} ${w.changed}` : `${name} ${from(column)}`]
  })
  // ids of people are no names
  const named = key.length < ID_LENGTH ? ` ${key}` : ''
  return `${w[`register ${register}` as 'register account']}${named}: ${isGone ? w.gone : said.slice(0, 3).join(', ') || w.changed}`
}
const ID_LENGTH = 36

/** What a line of the trail is about: names of things, then days and amounts; of a sealed row, what became what. */
export function aboutInWords({ about, facts, change }: TrailShown, w: Words, language: Language): string {
  if (change) return changeInWords(change, w, language)
  const told = facts
    .filter(({ name }) => TOLD.includes(name))
    .map(({ value }) => (typeof value === 'number' ? formatNumber(value) : shownDay(String(value), language)))
  const counted = facts.flatMap(({ name, value }) => {
    const what = countWords[language][name]
    return what !== undefined && typeof value === 'number' ? [`${formatNumber(value)} ${what}`] : []
  })
  return [about, ...told, ...counted].filter(Boolean).join(' · ')
}
