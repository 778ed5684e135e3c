import { words } from '../kernel/words.ts'

/** The short guide of Bantuan: what to do first, and how to work without the mouse. */
export const helpWords = words(
  {
    title: 'Bantuan',
    begin: 'Mulai dari sini',
    stepImport: 'Masukkan pesanan',
    stepImportHow:
      'Unduh pesanan dari Seller Centre, lalu seret berkasnya ke Toko Terhubung. Hitungannya tampil dulu, baru disimpan.',
    stepMap: 'Kenalkan barang',
    stepMapHow:
      'Di Toko Terhubung, bagian Pemetaan SKU, pasangkan nama dari kanal dengan SKU Anda. Yang kodenya sama terpasang sekali tekan.',
    stepStock: 'Isi stok dan harga modal',
    stepStockHow: 'Boleh dicicil, mulai dari yang paling laris. Laba baru lengkap setelah harga modalnya terisi.',
    stepPack: 'Kemas dengan scan',
    stepPackHow: 'Scan resi, lalu scan barang. Layar dan suara memberi tahu benar, keliru, atau dibatalkan.',
    stepFind: 'Cari barang',
    stepFindHow: 'Di Stok, ketik nama, SKU, atau rak. Angkanya yang masih boleh dijual.',
    stepReturns: 'Terima retur',
    stepReturnsHow: 'Scan resi paket yang kembali, lalu catat keadaan barangnya.',
    stepBooks: 'Lihat uangnya',
    stepBooksHow: 'Pembukuan menyusun neraca dan laba rugi. Uang Rumah Tangga menjawab boleh ambil berapa.',
    safe: 'Yang perlu diketahui',
    safeHere: 'Semua data tinggal di laptop ini dan bisa dipakai tanpa internet.',
    safeTwice: 'Berkas yang sama boleh dimasukkan dua kali, hasilnya tetap satu.',
    safeFix: 'Catatan yang sudah dibukukan tidak dihapus. Koreksi ditulis sebagai catatan baru.',
    safePassword: 'Lumbung tidak pernah meminta OTP atau kata sandi bank.',
    openKeys: 'Daftar tombol',
  },
  {
    title: 'Help',
    begin: 'Begin here',
    stepImport: 'Bring in orders',
    stepImportHow:
      'Download the orders from Seller Centre and drop the file on Connected shops. You see the sums before anything is stored.',
    stepMap: 'Introduce your goods',
    stepMapHow:
      'In Connected shops, under SKU mapping, match the names of the channel with your SKUs. Equal codes are matched with one press.',
    stepStock: 'Fill in stock and cost',
    stepStockHow: 'Little by little, best sellers first. Profit is complete once the cost is known.',
    stepPack: 'Pack by scanning',
    stepPackHow: 'Scan the waybill, then the goods. Screen and sound say right, wrong or cancelled.',
    stepFind: 'Find goods',
    stepFindHow: 'Under Stock, type a name, a SKU or a shelf. The number is what may be sold.',
    stepReturns: 'Take in returns',
    stepReturnsHow: 'Scan the waybill of a parcel that came back, then say how the goods are.',
    stepBooks: 'See the money',
    stepBooksHow: 'Bookkeeping draws up balance sheet and profit. Household money answers how much may be taken.',
    safe: 'Good to know',
    safeHere: 'All data stays on this laptop and works without internet.',
    safeTwice: 'The same file may be brought in twice; the result is one.',
    safeFix: 'Posted entries are never deleted. A correction is a new entry.',
    safePassword: 'Lumbung never asks for an OTP or a bank password.',
    openKeys: 'Keys',
  },
)
