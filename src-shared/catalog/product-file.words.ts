import { words } from '../kernel/words.ts'

/** What is wrong with a cell of a product file, and what to type instead. */
export const productFileWords = words(
  {
    required: 'harus diisi',
    wholeNumber: 'bukan bilangan bulat; ketik misalnya 125000',
    lostThousands: (price: number) =>
      `mungkin ${price}.000 yang kehilangan ribuannya; ketik ${price}000, atau Rp${price} bila memang segitu`,
    tooLarge: (limit: string) => `terlalu besar, paling banyak ${limit}`,
    tooLong: (letters: number) => `terlalu panjang, paling banyak ${letters} huruf`,
    roundedCode: 'angkanya dibulatkan aplikasi spreadsheet; ketik ulang sebagai teks',
    unit: (units: string) => `bukan satuan; pilih ${units}`,
    skuTwice: (row: number) => `sudah ada di baris ${row}; satu SKU satu baris`,
    skuTaken: (product: string) => `sudah menjadi barcode ${product}; pakai kode lain`,
    archived: 'ada di produk yang diarsipkan; aktifkan dulu produknya',
    barcodeTwice: (row: number) => `sudah dipakai baris ${row}; satu barcode satu SKU`,
    barcodeTaken: (product: string) => `sudah milik ${product}; pakai barcode lain`,
    differs: (row: number) => `berbeda dengan baris ${row} dari produk yang sama; samakan isinya`,
    otherHeadings: 'adalah baris judul dengan urutan kolom lain; impor kedua berkas itu satu per satu',
    tooManyVariants: (most: number) => `punya lebih dari ${most} SKU; bagi menjadi beberapa produk`,
  },
  {
    required: 'must be filled in',
    wholeNumber: 'is not a whole number; type for example 125000',
    lostThousands: (price: number) =>
      `may be ${price}.000 that lost its thousands; type ${price}000, or Rp${price} if that is the price`,
    tooLarge: (limit: string) => `is too large, ${limit} at most`,
    tooLong: (letters: number) => `is too long, ${letters} letters at most`,
    roundedCode: 'was rounded by the spreadsheet program; type it again as text',
    unit: (units: string) => `is not a unit; choose ${units}`,
    skuTwice: (row: number) => `is on row ${row} already; one row for one SKU`,
    skuTaken: (product: string) => `is already the barcode of ${product}; use another code`,
    archived: 'is in an archived product; bring that product back first',
    barcodeTwice: (row: number) => `is used by row ${row} already; one barcode for one SKU`,
    barcodeTaken: (product: string) => `already belongs to ${product}; use another barcode`,
    differs: (row: number) => `differs from row ${row} of the same product; make them equal`,
    otherHeadings: 'is a heading row with columns in another order; import the two files one by one',
    tooManyVariants: (most: number) => `has more than ${most} SKUs; divide it into several products`,
  },
)
export type ProductFileWords = (typeof productFileWords)['id']
