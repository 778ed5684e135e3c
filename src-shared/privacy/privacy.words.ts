import { formatNumber } from '../kernel/rupiah.ts'
import { words } from '../kernel/words.ts'

export const privacyWords = words(
  {
    title: 'Data Pembeli',
    lead: 'Pembeli berhak melihat, meminta salinan, dan meminta datanya dihapus (UU 27/2022). Pembukuan tetap seperti semula.',
    search: 'Cari pembeli: nama, nomor HP, atau nomor pesanan',
    none: 'Tidak ada pembeli seperti itu. Yang sudah dihapus tidak bisa dicari lagi.',
    begin: 'Ketik nama, nomor HP, atau nomor pesanan pembeli yang meminta.',
    orders: (count: number) => `${formatNumber(count)} pesanan`,
    names: 'Nama',
    usernames: 'Nama pengguna',
    phones: 'Nomor HP',
    addresses: 'Alamat',
    where: 'Juga ada di',
    traces: (files: number, answers: number, labels: number, pictures: number) =>
      [
        files > 0 ? `${formatNumber(files)} berkas impor` : '',
        answers > 0 ? `${formatNumber(answers)} jawaban kanal` : '',
        labels > 0 ? `${formatNumber(labels)} label` : '',
        pictures > 0 ? `${formatNumber(pictures)} foto bukti retur` : '',
      ]
        .filter(Boolean)
        .join(', ') || 'tidak di tempat lain',
    why: 'Alasan',
    'buyer asked': 'Diminta pembeli',
    'authority asked': 'Diminta instansi',
    'delivery problem': 'Masalah pengiriman',
    password: 'Kata sandi pemilik',
    export: 'Simpan salinan',
    exported: (file: string) => `Salinan disimpan sebagai ${file}. Berisi data pribadi: kirim hanya kepada pembelinya.`,
    forget: 'Hapus data pembeli',
    forgetting: 'Menghapus …',
    sure: (name: string) => `Hapus data ${name}?`,
    what: (orders: number, traces: string) =>
      `Nama, nomor HP, alamat, dan catatan di ${formatNumber(orders)} pesanan dihapus untuk selamanya, juga dari pencarian, dan dari: ${traces}. Berkas impor yang memuatnya dibuang, jadi impornya tidak bisa dibaca ulang. Jumlah, barang, dan uang tetap. Cadangan lama masih memuatnya sampai terganti; kalau dipulihkan, datanya dihapus lagi sendiri.`,
    keep: 'Jangan hapus',
    forgotten: (orders: number, copies: number) =>
      `Data pembeli di ${formatNumber(orders)} pesanan sudah dihapus.${copies > 0 ? ` ${formatNumber(copies)} salinan lama di folder toko masih memuatnya; hapus kalau tidak diperlukan lagi.` : ''}`,
    retention: 'Lama simpan',
    retentionLead: (forgotten: number) =>
      `Data pembeli dihapus sendiri sekian hari setelah pesanan selesai. Sudah dihapus: ${formatNumber(forgotten)} pesanan.`,
    days: (count: number) => `${formatNumber(count)} hari`,
    never: 'Jangan hapus sendiri',
    breach: 'Kalau data pembeli bocor',
    breachLead: 'Pemberitahuan tertulis paling lambat 3×24 jam sejak diketahui (UU 27/2022 pasal 46).',
    breach1: 'Catat jamnya sekarang; hitungan 3×24 jam mulai dari sini.',
    breach2: 'Putuskan jalannya: kunci layar, ganti kata sandi dan PIN, putuskan sambungan toko di Toko Terhubung.',
    breach3: 'Lihat di Jejak Kerja siapa yang membuka dan mengekspor data pembeli.',
    breach4: 'Tulis: data apa, kapan dan bagaimana terbuka, dan apa yang sudah dilakukan.',
    breach5: 'Kirim tertulis kepada pembeli yang terkena dan kepada lembaga pelindungan data pribadi.',
    openTrail: 'Buka Jejak Kerja',
    back: 'Kembali',
  },
  {
    title: 'Buyer data',
    lead: 'Buyers may see their data, ask for a copy, and ask for it to be deleted (Law 27/2022). The books stay as they are.',
    search: 'Find a buyer: name, phone or order number',
    none: 'No such buyer. Whoever was forgotten cannot be found any more.',
    begin: 'Type the name, phone or order number of the buyer who asks.',
    orders: (count) => `${formatNumber(count)} ${count === 1 ? 'order' : 'orders'}`,
    names: 'Name',
    usernames: 'User name',
    phones: 'Phone',
    addresses: 'Address',
    where: 'Also in',
    traces: (files, answers, labels, pictures) =>
      [
        files > 0 ? `${formatNumber(files)} imported files` : '',
        answers > 0 ? `${formatNumber(answers)} answers of channels` : '',
        labels > 0 ? `${formatNumber(labels)} labels` : '',
        pictures > 0 ? `${formatNumber(pictures)} pictures of returns` : '',
      ]
        .filter(Boolean)
        .join(', ') || 'nowhere else',
    why: 'Reason',
    'buyer asked': 'The buyer asked',
    'authority asked': 'An authority asked',
    'delivery problem': 'A problem of delivery',
    password: "Owner's password",
    export: 'Save a copy',
    exported: (file) => `Saved as ${file}. It holds personal data: send it to this buyer only.`,
    forget: 'Delete buyer data',
    forgetting: 'Deleting …',
    sure: (name) => `Delete the data of ${name}?`,
    what: (orders, traces) =>
      `Names, phones, addresses and notes of ${formatNumber(orders)} orders are deleted for good, from search as well, and from: ${traces}. Imported files that hold them are thrown away, so those imports cannot be read again. Amounts, goods and money stay. Older backups hold them until they age out; once restored, the data is deleted again by itself.`,
    keep: 'Keep',
    forgotten: (orders, copies) =>
      `Buyer data of ${formatNumber(orders)} orders was deleted.${copies > 0 ? ` ${formatNumber(copies)} older copies in the shop's folder still hold it; delete them once they are not needed.` : ''}`,
    retention: 'Kept for',
    retentionLead: (forgotten) =>
      `Buyer data is deleted by itself so many days after an order is over. Deleted so far: ${formatNumber(forgotten)} orders.`,
    days: (count) => `${formatNumber(count)} days`,
    never: 'Never by itself',
    breach: 'If buyer data leaks',
    breachLead: 'Written notice within 3×24 hours of knowing (Law 27/2022, article 46).',
    breach1: 'Note the hour now; the 3×24 hours begin here.',
    breach2: 'Stop it: lock the screen, change password and PINs, disconnect the shops.',
    breach3: 'See in the trail of work who opened and exported buyer data.',
    breach4: 'Write down which data, when and how it got out, and what was done.',
    breach5: 'Send it in writing to the buyers concerned and to the data protection agency.',
    openTrail: 'Open the trail',
    back: 'Back',
  },
)
