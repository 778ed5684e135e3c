/** The pages of the gallery, by the word after `#` in its address. */
export const PAGE_IDS = [
  'warna',
  'tombol',
  'uang',
  'tabel',
  'lembar',
  'isian',
  'panel',
  'kabar',
  'grafik',
  'bingkai',
] as const
export type PageId = (typeof PAGE_IDS)[number]
