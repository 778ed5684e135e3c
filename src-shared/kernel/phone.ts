/** The digits of a phone however people write it, from here (`0812…`) or from abroad (`+62 812…`). */
export const ownDigits = (shown: string): string => shown.replace(/\D/g, '').replace(/^(?:62|0)/, '')

/** Whether these digits are a phone, or begin or end it. */
export const dials = (phone: string, digits: string): boolean =>
  phone.replace(/\D/g, '').endsWith(digits) || ownDigits(phone).startsWith(ownDigits(digits))
