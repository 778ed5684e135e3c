import { z } from 'zod'
import { LARGEST_AMOUNT, LARGEST_PRICE } from './limits.ts'
import { writtenSigned } from './written-amount.ts'

/** Whole rupiah. Cents do not exist in practice; a safe integer reaches 9 quadrillion. */
export type Rupiah = number

/** An amount that somebody states. */
export const Rupiah = z.number().int().min(-LARGEST_AMOUNT).max(LARGEST_AMOUNT)

/** What one piece is sold for or costs. */
export const Price = z.number().int().min(0).max(LARGEST_PRICE)

/** Statement totals may pass the limit of a single amount. */
export const RupiahTotal = z.number().int()

const groups = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, '.')

/** `Rp1.250.000`, negative `-Rp45.000`: no space, dots for thousands (PUEBI II.H). */
export function formatRupiah(amount: Rupiah): string {
  return `${amount < 0 ? '-' : ''}Rp${groups(String(Math.abs(amount)))}`
}

/** Statement style: brackets for negatives, a dash for zero. */
export function formatStatement(amount: Rupiah): string {
  if (amount === 0) return '–'
  return amount < 0 ? `(Rp${groups(String(-amount))})` : formatRupiah(amount)
}

const SCALES = [
  { from: 1e12, unit: 'T' },
  { from: 1e9, unit: 'M' },
  { from: 1e6, unit: 'jt' },
  { from: 1e3, unit: 'rb' },
] as const

/** Charts and cards only: `Rp1,3 jt`. `M` is miliar (10^9), never million. */
export function formatRupiahCompact(amount: Rupiah): string {
  const size = Math.abs(amount)
  const scale = SCALES.find(({ from }) => size >= from)
  if (!scale) return formatRupiah(amount)
  const scaled = Math.round((size / scale.from) * 10) / 10
  return `${amount < 0 ? '-' : ''}Rp${String(scaled).replace('.', ',')} ${scale.unit}`
}

/** `1.234`, decimals with a comma. */
export function formatNumber(value: number): string {
  const [whole = '0', fraction] = String(Math.abs(value)).split('.')
  return `${value < 0 ? '-' : ''}${groups(whole)}${fraction ? `,${fraction}` : ''}`
}

const IN_UNITS = /^(?:rp\.?)?\s*(-?)([\d.]+)(?:,(\d+))?\s*(rb|ribu|k|jt|juta|m|miliar)$/i
const FACTOR: Record<string, number> = { rb: 1e3, ribu: 1e3, k: 1e3, jt: 1e6, juta: 1e6, m: 1e9, miliar: 1e9 }

/**
 * What a person typed or pasted: `1250000`, `1.250.000`, `Rp1.250.000`, `1,25jt`, `1250k`, `1250rb`, and `85,000` or
 * `1,250,000.00` from a program that writes English. Null when it is not an amount of whole rupiah, or may be two:
 * `85.00` is half of 85.000, and `1,250jt` is a million or a milliard.
 */
export function parseRupiah(typed: string): Rupiah | null {
  const inUnits = IN_UNITS.exec(typed.trim())
  const amount = inUnits ? amountInUnits(inUnits) : writtenWhole(typed)
  return amount !== null && Math.abs(amount) <= LARGEST_AMOUNT ? amount : null
}

function writtenWhole(typed: string): Rupiah | null {
  const { amount, style } = writtenSigned(typed)
  return style === 'small' && /\.0+$/.test(typed.trim()) ? null : amount
}

function amountInUnits([, sign, whole = '', fraction = '', unit = '']: RegExpExecArray): Rupiah | null {
  if (whole.includes('.') && !/^\d{1,3}(\.\d{3})+$/.test(whole)) return null
  if (fraction.length === 3) return null
  const digits = BigInt(whole.replaceAll('.', '') + fraction) * BigInt(FACTOR[unit.toLowerCase()] ?? 1)
  const divisor = 10n ** BigInt(fraction.length)
  return digits % divisor === 0n ? Number(digits / divisor) * (sign ? -1 : 1) : null
}
