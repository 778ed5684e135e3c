const DIGITS_ONLY = /\D/g
const MASKED = /[*•]/

/** National digits of an Indonesian number, `08123456789`, or '' when it is not one. */
function nationalDigits(phone: string): string {
  const digits = phone.replace(DIGITS_ONLY, '')
  if (digits.startsWith('62')) return `0${digits.slice(2)}`
  return digits.startsWith('0') ? digits : ''
}

/** `+6281234567890` as people write it: `0812-3456-7890`. Masked or foreign numbers stay as they came. */
export function showPhone(phone: string): string {
  const digits = nationalDigits(phone)
  if (MASKED.test(phone) || !/^08\d{8,11}$/.test(digits)) return phone.trim()
  return `${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}`
}

/** `0812****7890`: first and last four digits stay. A number the channel has masked keeps the channel's mask. */
export function maskPhone(phone: string): string {
  if (MASKED.test(phone)) return phone.trim()
  const digits = nationalDigits(phone) || phone.replace(DIGITS_ONLY, '')
  if (digits.length === 0) return ''
  return digits.length >= 10 ? `${digits.slice(0, 4)}****${digits.slice(-4)}` : `****${digits.slice(-2)}`
}

/** `Dewi Lestari` becomes `De** L*****`: enough to call out, too little to look up. */
export function maskName(name: string): string {
  if (MASKED.test(name)) return name.trim()
  return name
    .trim()
    .split(/\s+/)
    .map((word, index) => {
      const letters = [...word]
      const shown = index === 0 && letters.length > 2 ? 2 : 1
      return letters.slice(0, shown).join('') + '*'.repeat(Math.min(letters.length - shown, 5))
    })
    .join(' ')
}
