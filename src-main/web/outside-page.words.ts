import { words } from '../../src-shared/kernel/words.ts'

export const outsideWords = words(
  {
    unknown: 'Buka alamat dari terminal: peramban ini belum dikenal toko.',
    used: 'Alamat itu sudah dipakai atau sudah lewat waktunya. Data toko aman.',
    how: 'Jalankan npm start sekali lagi, juga bila Lumbung sedang berjalan; alamat baru muncul di sana.',
    again: 'Sudah pernah masuk di peramban ini? Buka Lumbung',
  },
  {
    unknown: 'Open the address from the terminal: the shop does not know this browser yet.',
    used: 'That address was used before or has run out. The shop’s data is safe.',
    how: 'Run npm start once more, also while Lumbung is running; it prints a new address.',
    again: 'Been let in with this browser before? Open Lumbung',
  },
)
