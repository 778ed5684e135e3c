import type { FileMapping } from '../../src-shared/channels/file-mapping.ts'
import { aFile } from './a-file.ts'

/** A taught layout of an order list with five columns. */
export const aMapping = (change: Partial<FileMapping> = {}): FileMapping => ({
  name: 'Pesanan Lazada',
  subject: 'orders',
  channel: 'other',
  headings: ['nomor', 'keadaan', 'barang', 'harga', 'tanggal'].sort(),
  columns: [
    { heading: 'nomor', nth: 1, field: 'number' },
    { heading: 'keadaan', nth: 1, field: 'status' },
    { heading: 'barang', nth: 1, field: 'productName' },
    { heading: 'harga', nth: 1, field: 'price', thousands: 'dot' },
    { heading: 'tanggal', nth: 1, field: 'placedAt', days: 'day' },
  ],
  words: [{ word: 'selesai', means: 'completed' }],
  ...change,
})

export const aSharedMapping = (change: Partial<FileMapping> = {}): File =>
  aFile('susunan.json', JSON.stringify({ lumbung: 'susunan berkas', version: 1, mapping: aMapping(change) }))
