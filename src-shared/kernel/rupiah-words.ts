import type { Language } from './business-day.ts'
import type { Rupiah } from './rupiah.ts'

const ONES = {
  id: ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas'],
  en: [
    '',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'fifteen',
    'sixteen',
    'seventeen',
    'eighteen',
    'nineteen',
  ],
}
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const SCALES = [
  { from: 1e12, id: 'triliun', en: 'trillion' },
  { from: 1e9, id: 'miliar', en: 'billion' },
  { from: 1e6, id: 'juta', en: 'million' },
  { from: 1e3, id: 'ribu', en: 'thousand' },
] as const

/** An amount of rupiah said in words, so that a zero too many is heard: `dua juta lima ratus ribu rupiah`. */
export function rupiahInWords(amount: Rupiah, language: Language): string {
  if (amount === 0) return language === 'id' ? 'nol rupiah' : 'zero rupiah'
  const said = language === 'id' ? inIndonesian(Math.abs(amount)) : inEnglish(Math.abs(amount))
  return `${amount < 0 ? 'minus ' : ''}${said} rupiah`
}

const joined = (...words: string[]): string => words.filter(Boolean).join(' ')

function inIndonesian(number: number): string {
  const scale = SCALES.find(({ from }) => number >= from)
  if (scale) {
    const times = Math.floor(number / scale.from)
    const head = scale.from === 1e3 && times === 1 ? 'seribu' : joined(inIndonesian(times), scale.id)
    return joined(head, inIndonesian(number % scale.from))
  }
  if (number >= 200) return joined(ONES.id[Math.floor(number / 100)]!, 'ratus', inIndonesian(number % 100))
  if (number >= 100) return joined('seratus', inIndonesian(number - 100))
  if (number >= 20) return joined(ONES.id[Math.floor(number / 10)]!, 'puluh', ONES.id[number % 10]!)
  return number < 12 ? ONES.id[number]! : `${ONES.id[number - 10]} belas`
}

function inEnglish(number: number): string {
  const scale = SCALES.find(({ from }) => number >= from)
  if (scale) return joined(inEnglish(Math.floor(number / scale.from)), scale.en, inEnglish(number % scale.from))
  if (number >= 100) return joined(ONES.en[Math.floor(number / 100)]!, 'hundred', inEnglish(number % 100))
  if (number < 20) return ONES.en[number]!
  return [TENS[Math.floor(number / 10)]!, ONES.en[number % 10]!].filter(Boolean).join('-')
}
