/**
 * Spreadsheet programs run text that begins like a formula, also behind blanks, quotes or full-width signs (OWASP, CSV
 * injection). Such text gets a leading apostrophe on its way out and loses it on its way in.
 */
const LOOKS_LIKE_FORMULA = /^['"\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n\0]/
const GUARDED = /^'['"\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n\0]/

export const guarded = (text: string): string => (LOOKS_LIKE_FORMULA.test(text) ? `'${text}` : text)

/** Exactly undoes `guarded`: text with an apostrophe of its own before a sign was given a second one. */
export const unguarded = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text)
