import { words } from '../../src-shared/kernel/words.ts'

/** What commands answer, in the language of the shop. */
export const answerWords = words(
  {
    unfinished:
      'Ada pekerjaan yang belum selesai di toko ini; angka di bawah belum memuat semuanya. Buka Lumbung untuk menyelesaikannya.',
    passphraseAsked: 'Kata sandi pembuka toko (tidak terlihat saat diketik):',
    fits: 'cocok  ',
    differs: 'SELISIH',
    neracaOf: (shop: string, day: string) => `Neraca ${shop}, per ${day}`,
    labaRugiOf: (shop: string, from: string, to: string) => `Laba Rugi ${shop}, ${from} s.d. ${to}`,
    unbalanced: (difference: string) => `TIDAK SEIMBANG, selisih ${difference}`,

    exported: (folder: string, rows: string) =>
      `Semua data toko ditulis ke ${folder}: ${rows} baris, satu berkas JSON per tabel. Berisi data pribadi pembeli: simpan baik-baik.`,
    madeFrom: (folder: string, orders: string, entries: string) =>
      `Toko dibuat di ${folder}: ${orders} pesanan, ${entries} jurnal. Angkanya sama dengan yang diekspor.`,
    backedUp: (file: string, size: string) => `Cadangan selesai dan diperiksa: ${file} (${size}).`,
    copied: (file: string) => `Disalin ke ${file}.`,
    holds: (orders: string, entries: string, movements: string) =>
      `Isinya ${orders} pesanan, ${entries} jurnal, ${movements} gerak stok.`,
    faults: (list: string) => `Pemeriksaan menemukan selisih: ${list}.`,
    noCode:
      'Kode pemulihan belum dicetak; lihat Pengaturan → Cadangan. Tanpa kode, cadangan hanya terbuka di laptop ini.',
    noBackups: 'Belum ada cadangan di sini.',
    restored: (shop: string, moment: string, orders: string, entries: string) =>
      `${shop} dipulihkan ke ${moment}: ${orders} pesanan, ${entries} jurnal.`,
    replayed: (acts: string) => `${acts} catatan sesudah itu diulang dari tanda terima.`,
    kept: (file: string) => `Data sebelumnya disimpan di ${file}.`,
  },
  {
    unfinished:
      'Work in this shop is not finished; the figures below do not hold all of it yet. Open Lumbung to finish it.',
    passphraseAsked: "The shop's passphrase (not shown while typed):",
    fits: 'fits   ',
    differs: 'DIFFERS',
    neracaOf: (shop, day) => `Balance sheet of ${shop}, ${day}`,
    labaRugiOf: (shop, from, to) => `Income statement of ${shop}, ${from} to ${to}`,
    unbalanced: (difference) => `NOT BALANCED, off by ${difference}`,

    exported: (folder, rows) =>
      `All that the shop keeps was written to ${folder}: ${rows} rows, one JSON file a table. It tells of buyers: keep it safe.`,
    madeFrom: (folder, orders, entries) =>
      `The shop was made in ${folder}: ${orders} orders, ${entries} journal entries. Its figures are those that were exported.`,
    backedUp: (file, size) => `The backup is made and tested: ${file} (${size}).`,
    copied: (file) => `Copied to ${file}.`,
    holds: (orders, entries, movements) =>
      `It holds ${orders} orders, ${entries} journal entries, ${movements} stock movements.`,
    faults: (list) => `The check found differences: ${list}.`,
    noCode:
      'The recovery code is not printed yet; see Settings → Backups. Without it a backup opens on this laptop only.',
    noBackups: 'There is no backup here yet.',
    restored: (shop, moment, orders, entries) =>
      `${shop} was brought back to ${moment}: ${orders} orders, ${entries} journal entries.`,
    replayed: (acts) => `${acts} later acts were done again from their receipts.`,
    kept: (file) => `The data from before is kept in ${file}.`,
  },
)
