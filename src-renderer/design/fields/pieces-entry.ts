import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'

/** Whole pieces as typed: `1250` or `1.250`. Undefined when it is neither empty nor a whole number. */
export function readPieces(typed: string): number | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  if (!/^-?(\d+|\d{1,3}(\.\d{3})+)$/.test(text)) return undefined
  const pieces = Number(text.replaceAll('.', ''))
  return Number.isSafeInteger(pieces) ? pieces : undefined
}

export const piecesText = (pieces: number | null): string => (pieces === null ? '' : formatNumber(pieces))
