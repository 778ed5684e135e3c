import { words } from '../../src-shared/kernel/words.ts'
import type { OptionName } from './choices.ts'
import type { CommandName } from './command-table.ts'

/** What each command does, in a sentence. */
export const commandWords = words<Record<CommandName, string>>(
  {
    import:
      'Membaca berkas Seller Centre dan bank, lalu menyimpan isinya. Folder dan ZIP dibuka; urutannya dipilih sendiri.',
    'report neraca': 'Neraca toko pada satu hari.',
    'report laba-rugi': 'Laba rugi toko untuk satu bulan atau satu rentang hari.',
    'export journal': 'Jurnal untuk program lain.',
    'export semua': 'Semua data toko, satu berkas JSON per tabel.',
    verify: 'Menghitung ulang kedua buku besar dan membandingkannya dengan saldo yang tersimpan.',
    backup: 'Membuat cadangan tersandi dan memeriksanya, juga selagi aplikasinya terbuka.',
    backups: 'Cadangan yang ada, di sini atau di folder lain.',
    restore:
      'Mengembalikan toko dari cadangan; data sebelumnya disimpan di folder yang sama. Dari FOLDER hasil export semua hanya ke tempat yang belum ada tokonya.',
    'sandbox shopee':
      'Shopee tiruan di komputer ini sampai dihentikan (Ctrl+C); alamat, kunci aplikasi, dan tokonya ditulis sebagai JSON.',
    'sandbox tiktok':
      'TikTok Shop tiruan di komputer ini sampai dihentikan (Ctrl+C); alamat, kunci aplikasi, dan tokonya ditulis sebagai JSON.',
  },
  {
    import:
      'Reads files of Seller Centre and of banks and keeps what they say. Folders and ZIPs are opened and put in order.',
    'report neraca': 'The balance sheet of a day.',
    'report laba-rugi': 'The income statement of a month or of a span of days.',
    'export journal': 'The journal for another program.',
    'export semua': 'All that the shop keeps, one JSON file a table.',
    verify: 'Works both ledgers out again and compares them with the balances that are kept.',
    backup: 'Makes an encrypted backup and tests it, also while the app is open.',
    backups: 'The backups there are, here or in another folder.',
    restore:
      'Brings the shop back from a backup; what was there before is kept in the same folder. From a FOLDER of export semua only to where no shop is yet.',
    'sandbox shopee':
      'A Shopee of our own on this computer until it is stopped (Ctrl+C); writes its address, app key and shop as JSON.',
    'sandbox tiktok':
      'A TikTok Shop of our own on this computer until it is stopped (Ctrl+C); writes its address, app key and shop as JSON.',
  },
)

/** What follows the name of a command. */
export const operandWords = words<Partial<Record<CommandName, string>>>(
  { import: 'BERKAS|FOLDER|ZIP…', backups: 'FOLDER', restore: 'BERKAS.cadangan|FOLDER' },
  { import: 'FILE|FOLDER|ZIP…', backups: 'FOLDER', restore: 'FILE.cadangan|FOLDER' },
)

/** What follows an option; empty for one that stands alone. */
export const valueWords = words<Record<OptionName, string>>(
  {
    data: 'FOLDER',
    practice: '',
    json: '',
    help: '',
    english: '',
    'dry-run': '',
    shop: 'NAMA',
    wallet: 'KODE',
    despite: 'NAMA',
    'start-day': 'YYYY-MM-DD',
    at: 'YYYY-MM-DD',
    compare: 'YYYY-MM-DD',
    month: 'YYYY-MM',
    from: 'YYYY-MM-DD',
    to: 'YYYY-MM-DD',
    format: 'hledger|csv|excel',
    book: 'usaha|rumah',
    out: 'BERKAS|FOLDER',
    place: 'FOLDER',
    code: 'KODE',
    passphrase: 'KATA',
    port: 'N',
    seed: 'N',
    skus: 'N',
    stock: 'N',
    keep: 'BERKAS',
  },
  {
    data: 'FOLDER',
    practice: '',
    json: '',
    help: '',
    english: '',
    'dry-run': '',
    shop: 'NAME',
    wallet: 'CODE',
    despite: 'NAME',
    'start-day': 'YYYY-MM-DD',
    at: 'YYYY-MM-DD',
    compare: 'YYYY-MM-DD',
    month: 'YYYY-MM',
    from: 'YYYY-MM-DD',
    to: 'YYYY-MM-DD',
    format: 'hledger|csv|excel',
    book: 'usaha|rumah',
    out: 'FILE|FOLDER',
    place: 'FOLDER',
    code: 'CODE',
    passphrase: 'WORDS',
    port: 'N',
    seed: 'N',
    skus: 'N',
    stock: 'N',
    keep: 'FILE',
  },
)

export const optionWords = words<Record<OptionName, string>>(
  {
    data: 'folder data toko (bawaan: folder aplikasi Lumbung)',
    practice: 'Toko Latihan',
    json: 'jawaban sebagai JSON',
    help: 'bantuan; sesudah sebuah perintah, bantuan perintah itu',
    english: 'bantuan dalam bahasa Inggris',
    'dry-run': 'hanya memberi tahu apa yang akan terjadi; tidak menyimpan apa pun',
    shop: 'toko tujuan; tanpa ini satu-satunya toko di kanal berkasnya',
    wallet: 'dompet tujuan mutasi rekening, misalnya 1111',
    despite: 'simpan walau pesanannya sudah ada di toko itu; boleh berkali-kali',
    'start-day': 'hari pertama pembukuan, bila tokonya belum disiapkan (bawaan: tanggal 1 bulan ini)',
    at: 'neraca pada akhir hari itu (bawaan: hari ini)',
    compare: 'di sampingnya, neraca pada akhir hari lain',
    month: 'bulan laporannya (bawaan: bulan ini)',
    from: 'hari pertama',
    to: 'hari terakhir',
    format: 'bawaan hledger',
    book: 'satu buku saja',
    out: 'ditulis ke sini: export journal ke sebuah berkas (tanpa ini ke layar), export semua ke sebuah folder',
    place: 'tempat kedua untuk cadangan ini, misalnya disk USB',
    code: 'kode pemulihan, untuk cadangan dari laptop lain (atau LUMBUNG_KODE)',
    passphrase: 'kata sandi pembuka, bila dipasang',
    port: 'alamat di komputer ini; tanpa ini alamat yang bebas',
    seed: 'satu benih, satu toko dan satu hari pembeli (bawaan 1)',
    skus: 'sedikitnya sekian varian di raknya',
    stock: 'sekian pcs dari masing-masing',
    keep: 'dilanjutkan dari berkas ini, dan disimpan ke sana waktu dihentikan',
  },
  {
    data: "the shop's data folder (usually that of the Lumbung app)",
    practice: 'the practice shop',
    json: 'answers as JSON',
    help: 'help; after a command, help on that command',
    english: 'help in English; other answers are in the language of the shop',
    'dry-run': 'only tells what would happen; keeps nothing',
    shop: "the shop it goes to; without this the only one of the file's channel",
    wallet: 'the account a bank statement belongs to, for example 1111',
    despite: 'keep it although that shop has its orders already; may be said several times',
    'start-day': 'the first day of the books, where the shop is not set up (usually the 1st of this month)',
    at: 'the balance at the end of this day (usually today)',
    compare: 'beside it, the balance at the end of another day',
    month: 'the month of the statement (usually this month)',
    from: 'the first day',
    to: 'the last day',
    format: 'usually hledger',
    book: 'one book alone',
    out: 'where it is written: export journal to a file (without this to the screen), export semua to a folder',
    place: 'a second place for this backup, for example a USB disk',
    code: 'the recovery code, for a backup of another laptop (or LUMBUNG_KODE)',
    passphrase: 'the passphrase of the backup, if it has one',
    port: 'the port on this computer; without this any free one',
    seed: 'one seed, one shop and one day of buyers (usually 1)',
    skus: 'at least so many variants on its shelf',
    stock: 'so many pieces of each',
    keep: 'goes on from this file, and is kept in it when it is stopped',
  },
)

export const helpWords = words(
  {
    title: 'lumbung: satu toko dari baris perintah. Perintah memakai data yang sama dengan aplikasinya.',
    ofOne: 'Pilihan sebuah perintah: lumbung PERINTAH --help',
    inOther: 'In English: lumbung --help --english',
    looksOnly: 'report, export, verify, backups, dan import --dry-run tidak menulis apa pun ke toko.',
    status:
      'Status keluar: 0 berhasil; 1 ditolak, alasannya satu kalimat; 2 perintah atau pilihan tidak dikenal; 3 pemeriksaan menemukan selisih.',
  },
  {
    title: 'lumbung: a shop from the command line. Commands work on the same data as the app.',
    ofOne: 'The options of a command: lumbung COMMAND --help --english',
    inOther: 'Dalam bahasa Indonesia: lumbung --help',
    looksOnly: 'report, export, verify, backups and import --dry-run write nothing into the shop.',
    status:
      'Exit status: 0 done; 1 refused, with the reason in a sentence; 2 a command or option that is not known; 3 the check found a difference.',
  },
)
