/** What programs write into a cell that holds nothing: a dash of any length, `NaN`, `NULL`, `#N/A`. */
const NOTHING: ReadonlySet<string> = new Set([
  '-',
  '--',
  '\u2013',
  '\u2014',
  'nan',
  'null',
  'none',
  'n/a',
  '#n/a',
  '<na>',
])

export const saysNothing = (text: string): boolean => text.length <= 5 && NOTHING.has(text.trim().toLowerCase())
