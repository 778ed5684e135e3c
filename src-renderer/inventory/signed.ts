import { formatNumber, formatRupiah, type Rupiah } from '../../src-shared/kernel/rupiah.ts'

/** `+3`, `−2`, `0`: a change of pieces. */
export const signed = (pieces: number): string =>
  pieces === 0 ? '0' : `${pieces > 0 ? '+' : '−'}${formatNumber(Math.abs(pieces))}`

/** `+Rp138.682`, `-Rp138.682`, `Rp0`: a change of value. */
export const signedRupiah = (amount: Rupiah): string => `${amount > 0 ? '+' : ''}${formatRupiah(amount)}`
