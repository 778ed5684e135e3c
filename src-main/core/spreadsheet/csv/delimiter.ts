export type Delimiter = ',' | ';' | '\t' | '|'

const CANDIDATES: Delimiter[] = [';', '\t', ',', '|']

/**
 * The separator that occurs most in the first line that has any, outside quotes; null when none of the first lines has. Banks
 * write the account and the period above their headings.
 */
export function delimiterOf(text: string): Delimiter | null {
  const counts = new Map<string, number>()
  let quoted = false
  let lines = 0
  const best = () => CANDIDATES.reduce((a, b) => ((counts.get(b) ?? 0) > (counts.get(a) ?? 0) ? b : a))
  for (const character of text) {
    if (character === '"') quoted = !quoted
    else if (!quoted && (character === '\n' || character === '\r')) {
      if (counts.size > 0 || ++lines >= LINES_LOOKED_AT) break
    } else if (!quoted && CANDIDATES.includes(character as Delimiter))
      counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  if (counts.size > 0) return best()
  // every line in quotes of its own: the separator stands inside them
  return text.startsWith('"') && text.includes('"') ? withinQuotes(text) : null
}

function withinQuotes(text: string): Delimiter | null {
  const first = text.slice(0, text.search(/[\r\n]|$/))
  const [best, count] = CANDIDATES.map((each) => [each, first.split(each).length - 1] as const).reduce((a, b) =>
    b[1] > a[1] ? b : a,
  )
  return count > 0 ? best : null
}

/** Line ends, so that twice as many blank ones pass. */
const LINES_LOOKED_AT = 40

/** `sep=;` in the first line tells spreadsheet programs the separator, quoted or not; it is no row of data. */
export function declaredDelimiter(text: string): Delimiter | null {
  const declared = /^"?sep=(.)"?[,;\t|]*\s*?(?:[\r\n]|$)/i.exec(text)?.[1]
  return CANDIDATES.find((candidate) => candidate === declared) ?? null
}
