import { normalName } from './normal-name.ts'

/** Names of one fee in both languages of a channel's files, and over the years. */
const SAME_FEES: readonly (readonly string[])[] = [
  ['Biaya Administrasi', 'Commission Fee', 'Administration Fee'],
  ['Biaya Proses Pesanan', 'Biaya pemrosesan pesanan', 'Order Processing Fee'],
  ['Biaya Komisi AMS', 'AMS Commission Fee', 'Affiliate Commission', 'Komisi Afiliasi'],
  ['Biaya Layanan', 'Service Fee'],
  ['Biaya komisi platform', 'Platform commission fee'],
  ['Komisi dinamis', 'Dynamic commission'],
]

const FIRST_OF = new Map(SAME_FEES.flatMap((names) => names.map((name) => [normalName(name), normalName(names[0]!)])))

/** A fee's name as fees are compared: the same whatever the language of the file. */
export const feeKey = (name: string): string => FIRST_OF.get(normalName(name)) ?? normalName(name)
