export type Delimiter = ',' | ';' | '\t'

const CANDIDATES: Delimiter[] = [';', '\t', ',']

/** The separator that occurs most in the first filled line, outside quotes; null when there is none. */
export function delimiterOf(text: string): Delimiter | null {
  const counts = new Map<string, number>(CANDIDATES.map((candidate) => [candidate, 0]))
  let quoted = false
  let filled = false
  for (const character of text) {
    if (character === '"') quoted = !quoted
    else if (!quoted && (character === '\n' || character === '\r')) {
      if (filled) break
    } else if (!quoted && counts.has(character)) counts.set(character, counts.get(character)! + 1)
    if (character.trim() !== '') filled = true
  }
  const best = CANDIDATES.reduce((a, b) => (counts.get(b)! > counts.get(a)! ? b : a))
  return counts.get(best)! > 0 ? best : null
}

/** `sep=;` in the first line tells spreadsheet programs the separator; it is no row of data. */
export function declaredDelimiter(text: string): Delimiter | null {
  const declared = /^sep=(.)\r?(?:\n|$)/i.exec(text)?.[1]
  return CANDIDATES.find((candidate) => candidate === declared) ?? null
}
