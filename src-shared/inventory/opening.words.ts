import { words } from '../kernel/words.ts'

/** What is wrong with a cell of opening stock, typed, pasted or in a file, and what to write instead. */
export const openingCellWords = words(
  {
    pieces: 'bukan jumlah; tulis bilangan bulat seperti 24',
    'too many': 'terlalu banyak untuk satu SKU',
    cost: 'bukan jumlah rupiah; tulis seperti 60000, 60rb, atau 60%',
    'too dear': 'terlalu besar untuk satu barang',
    'no price': 'SKU ini belum punya Harga Jual; tulis rupiahnya',
    'lost thousands': 'mungkin kehilangan ribuannya; tulis 60000, atau Rp60 bila memang segitu',
    unknown: 'bukan SKU atau barcode di toko ini',
    bundle: 'Paket Bundling; stoknya mengikuti isinya',
    twice: (row: string) => `sudah ada di baris ${row}; satu SKU satu baris`,
    outside: 'tidak ada barisnya di daftar; tempel mulai dari baris yang lebih atas',
  },
  {
    pieces: 'is no number of pieces; write a whole number such as 24',
    'too many': 'is too many for one SKU',
    cost: 'is no amount of rupiah; write 60000, 60rb or 60%',
    'too dear': 'is too much for one piece',
    'no price': 'this SKU has no selling price yet; write the rupiah',
    'lost thousands': 'may have lost its thousands; write 60000, or Rp60 if that is the cost',
    unknown: 'is no SKU or barcode of this shop',
    bundle: 'is a bundle; its stock follows what is in it',
    twice: (row) => `is on row ${row} already; one row for one SKU`,
    outside: 'has no row in the list; paste from a row further up',
  },
)
export type OpeningCellWords = (typeof openingCellWords)['id']
