import { formatRupiah, formatRupiahCompact, formatStatement, type Rupiah } from '../../src-shared/kernel/rupiah.ts'

/** Lists show `-Rp45.000` and `Rp0`, statements `(Rp45.000)` and `–`, charts and cards `Rp1,3 jt`. */
export type MoneyStyle = 'list' | 'statement' | 'compact' | 'change'

const FORMATS: Record<MoneyStyle, (amount: Rupiah) => string> = {
  list: formatRupiah,
  statement: formatStatement,
  compact: formatRupiahCompact,
  change: (amount) => (amount === 0 ? '–' : `${amount > 0 ? '+' : '-'}${formatRupiah(Math.abs(amount)).slice(2)}`),
}

export const formatMoney = (amount: Rupiah, style: MoneyStyle = 'list'): string => FORMATS[style](amount)
