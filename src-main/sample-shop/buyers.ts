import type { Recipient } from '../../src-shared/orders/order.ts'
import type { Dice } from './dice.ts'

const FIRST = [
  'Siti',
  'Dewi',
  'Rina',
  'Agus',
  'Budi',
  'Wahyu',
  'Lestari',
  'Putri',
  'Yuni',
  'Hendra',
  'Maya',
  'Fitri',
  'Joko',
  'Ayu',
  'Rahma',
  'Teguh',
  'Nurul',
  'Bayu',
  'Indah',
  'Ratri',
]
const LAST = [
  'Rahmawati',
  'Lestari',
  'Salim',
  'Santoso',
  'Wulandari',
  'Pratama',
  'Handayani',
  'Nugroho',
  'Susanti',
  'Hidayat',
  'Kusuma',
  'Anggraini',
  'Saputra',
  'Maharani',
  'Wijaya',
]
const CITIES = [
  ['KUDUS', 'JAWA TENGAH'],
  ['KOTA SEMARANG', 'JAWA TENGAH'],
  ['KOTA SURABAYA', 'JAWA TIMUR'],
  ['KAB. SLEMAN', 'DI YOGYAKARTA'],
  ['KOTA BANDUNG', 'JAWA BARAT'],
  ['KOTA BEKASI', 'JAWA BARAT'],
  ['KOTA JAKARTA SELATAN', 'DKI JAKARTA'],
  ['KOTA MEDAN', 'SUMATERA UTARA'],
  ['KOTA MAKASSAR', 'SULAWESI SELATAN'],
  ['KOTA DENPASAR', 'BALI'],
  ['KAB. PATI', 'JAWA TENGAH'],
  ['KOTA PALEMBANG', 'SUMATERA SELATAN'],
] as const
const STREETS = [
  'Jl. Melati',
  'Jl. Kartini',
  'Jl. Diponegoro',
  'Perum Griya Kencana Blok C',
  'Gang Mawar',
  'Jl. Pemuda',
  'Jl. Kaliurang Km 7',
]

/** An invented buyer. Done orders come back masked, as channels print them. */
export function sampleBuyer(dice: Dice, masked: boolean): Recipient {
  const first = dice.pick(FIRST)
  const name = `${first} ${dice.pick(LAST)}`
  const [city, province] = dice.pick(CITIES)
  const street = `${dice.pick(STREETS)} No. ${dice.between(1, 88)}, RT ${dice.between(1, 9)} RW ${dice.between(1, 12)}`
  const phone = `628${dice.text(9, '0123456789')}`
  return {
    username: `${first.toLowerCase()}${dice.text(3, '0123456789')}`,
    name: masked ? `${name[0]}***${name.at(-1)}` : name,
    phone: masked ? `******${phone.slice(-2)}` : phone,
    address: masked ? `******, ${city}, ${province}` : `${street}, ${city}, ${province}`,
    city,
    province,
  }
}
