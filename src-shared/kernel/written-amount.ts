import type { Rupiah } from './rupiah.ts'

/**
 * What a text says as an amount of whole rupiah, and in which way it is written. One rule for the cells of files and for
 * what people type or paste into a money field.
 *
 * `thousands` is one dot before three digits (`82.500`), `many dots` several (`1.152.000`), `comma` the same with commas
 * (`85,000` is 85.000 and never 85), `decimal comma` an amount with no cents (`196.000,00`), `small` a bare number under a
 * thousand, `large` a bare one from a thousand on, `plain` any other sound one. `fraction` (`82.5`) is never an amount of
 * rupiah. Null when it is no amount; blank and `-` are amounts of nothing.
 */
export interface WrittenAmount {
  amount: Rupiah | null
  style: 'plain' | 'small' | 'large' | 'thousands' | 'many dots' | 'comma' | 'decimal comma' | 'fraction' | 'nothing'
  /** The currency stands before it: who writes `Rp 99` writes the whole amount. */
  hasCurrency: boolean
  /** Cents that are nothing stand behind it: `85.00`, `196.000,00`. No marketplace writes them; some program has read the amount. */
  hasCents: boolean
}

export const NO_AMOUNT: Readonly<WrittenAmount> = { amount: null, style: 'plain', hasCurrency: false, hasCents: false }
export const NO_WORD: Readonly<WrittenAmount> = { amount: null, style: 'nothing', hasCurrency: false, hasCents: false }

/** As nearly every cell is written: nothing has to be taken off first. */
const UNDRESSED = /^\d+(?:\.\d{3})*$/

/** An amount below zero is none here; see `writtenSigned`. */
export function writtenAmount(dressed: string): WrittenAmount {
  if (UNDRESSED.test(dressed)) return { ...ofDigits(dressed), hasCurrency: false, hasCents: false }
  const named = bare(dressed)
  const text = named.replace(CURRENCY, '')
  // an accounting format shows nothing of an amount as `Rp -`
  if (/^[-\u2013]$/.test(text) && text !== named) return { ...NO_WORD, amount: 0, style: 'plain', hasCurrency: true }
  if (named === '' || text === '-') return NO_WORD
  return { ...ofDigits(text), hasCurrency: text !== named, hasCents: /[.,]0{1,2}$/.test(text) }
}

/** The same where an amount may lie below zero: `-4.750`, `Rp -10.000`, `(4.750)`, and the `-.140.000` of downloads of 2020. */
export function writtenSigned(dressed: string): WrittenAmount {
  if (UNDRESSED.test(dressed)) return writtenAmount(dressed)
  const [, before = '', unsigned] = NEGATIVE.exec(bare(dressed)) ?? BRACKETED.exec(bare(dressed)) ?? []
  if (unsigned === undefined) return writtenAmount(dressed)
  const written = writtenAmount(before + unsigned)
  return written.amount ? { ...written, amount: -written.amount } : written
}

/** What adding and sharing out in floating point leaves behind: `45999.99999999999`. */
const NOISE = 1e-6

/** A number as a cell holds it: a program has read what was typed. */
export function numberAsAmount(number: number): WrittenAmount {
  if (!Number.isFinite(number) || number < 0) return NO_AMOUNT
  const amount = Math.round(number)
  if (Math.abs(number - amount) > NOISE) return { ...NO_AMOUNT, style: 'fraction' }
  const style = amount === 0 ? 'plain' : amount < 1000 ? 'small' : 'large'
  return { ...NO_AMOUNT, amount, style }
}

const UNSEEN = /[\u200B-\u200F\u2060\uFEFF]/g
const CURRENCY = /^rp\.?\s*|^idr\s*/i
const NEGATIVE = /^((?:rp\.?\s*|idr\s*)?)[-\u2212]\s*\.?(?=\d|rp|idr)(.*)$/is
const BRACKETED = /^((?:rp\.?\s*|idr\s*)?)\((?=\d|rp|idr)([^()]*)\)$/i

/** Without what only dresses it: the apostrophe that keeps a cell text, a plus, the `,-` of hand-written prices, a currency behind. */
const bare = (text: string): string =>
  text
    .replace(UNSEEN, '')
    .trim()
    .replace(/^['+]\s*/, '')
    .replace(/(?<=\d)[.,]-$/, '')
    .replace(/(?<=\d)\s*(?:rp|idr)$/i, '')

type Read = Pick<WrittenAmount, 'amount' | 'style'>

function ofDigits(text: string): Read {
  if (/^\d+$/.test(text)) return numberAsAmount(Number(text))
  if (/^\d{1,3}\.\d{3}$/.test(text)) return grouped(text, '.', 'thousands')
  if (/^\d{1,3}(\.\d{3})+$/.test(text)) return grouped(text, '.', 'many dots')
  if (/^\d{1,3}(,\d{3})+$/.test(text)) return grouped(text, ',', 'comma')
  // Decimals that are all zero: `196000.00` and `196,000.00` abroad, `196.000,00` here.
  if (/^(\d+|\d{1,3}(,\d{3})+)\.0{1,2}$/.test(text)) {
    const amount = Number(text.replaceAll(',', ''))
    return { amount, style: amount > 0 && amount < 1000 ? 'small' : 'plain' }
  }
  if (/^(\d+|\d{1,3}(\.\d{3})+),0{1,2}$/.test(text)) {
    const amount = Number(text.replaceAll('.', '').replace(',', '.'))
    return { amount, style: amount > 0 && amount < 1000 ? 'small' : 'decimal comma' }
  }
  return { amount: null, style: /^\d+[.,]\d+$/.test(text) ? 'fraction' : 'plain' }
}

/** Groups of three; `0.500` is no way to write five hundred. */
function grouped(text: string, mark: '.' | ',', style: Read['style']): Read {
  if (text.startsWith('0')) return { amount: null, style: 'fraction' }
  return { amount: Number(text.replaceAll(mark, '')), style }
}

/** 85 may have been 85.000 before a program took the dot for decimals; what has four digits was read whole. */
export const mayHaveLostThousands = (amount: Rupiah): boolean => Math.abs(amount) > 0 && Math.abs(amount) < 1000
