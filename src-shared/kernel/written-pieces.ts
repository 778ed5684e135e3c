/** Whole pieces as written: `1250` or `1.250`. Null when blank, undefined when it is no whole number. */
export function readPieces(typed: string): number | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  if (!/^-?(\d+|\d{1,3}(\.\d{3})+)$/.test(text)) return undefined
  const pieces = Number(text.replaceAll('.', ''))
  return Number.isSafeInteger(pieces) ? pieces : undefined
}
