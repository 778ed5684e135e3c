import { PACKS } from '../../src-shared/catalog/catalog.ts'

const PACK_NAMES = Object.keys(PACKS).join('|')
const QUANTITY = new RegExp(`^(\\d{1,6})\\s*(${PACK_NAMES})?$`, 'i')
const QUANTITY_FIRST = new RegExp(`^(\\d{1,6}(?:\\s*(?:${PACK_NAMES}))?)\\s+(\\S.*)$`, 'i')
const MOST = 100_000

/** Pieces as the trade says them: `3`, `2 lusin` = 24, `1 kodi` = 20. Null when it is no quantity from 1 to 100.000. */
export function readQuantity(typed: string): number | null {
  const match = QUANTITY.exec(typed.trim())
  if (!match) return null
  const pack = match[2]?.toLowerCase() as keyof typeof PACKS | undefined
  const pieces = Number(match[1]) * (pack ? PACKS[pack] : 1)
  return pieces >= 1 && pieces <= MOST ? pieces : null
}

/** `2 lusin kawung` asks for 24 pieces of `kawung`; without a quantity in front it is one piece. */
export function quantityAndGoods(typed: string): { pieces: number; goods: string } {
  const match = QUANTITY_FIRST.exec(typed.trim())
  const pieces = match?.[1] ? readQuantity(match[1]) : null
  return match?.[2] && pieces !== null ? { pieces, goods: match[2] } : { pieces: 1, goods: typed.trim() }
}
