import type { Instant } from '../kernel/business-day.ts'
import { formatNumber, formatRupiah } from '../kernel/rupiah.ts'
import { words } from '../kernel/words.ts'
import { registerPlace, sealedPlace } from './verified-places.words.ts'

type Chain = 'entry' | 'movement' | 'trail'
const chainsId: Record<Chain, string> = { entry: 'Jurnal', movement: 'Gerak stok', trail: 'Jejak' }
const chainsEn: Record<Chain, string> = { entry: 'Entry', movement: 'Movement', trail: 'Trail' }
/** Universal time to the minute: these sentences are also written where no zone is known. */
const momentOf = (at: Instant): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** What the verifier looked at, and the sentences for what it found. */
export const verifierWords = words(
  {
    'balanced entries': 'Setiap jurnal seimbang, dalam buku dan harinya sendiri',
    'hash chain': 'Rantai sidik jurnal utuh',
    'maintained balances': 'Saldo harian dan bulanan sama dengan jumlah jurnal',
    wall: 'Batas usaha dan rumah sama di kedua buku',
    'stock levels': 'Stok sama dengan jumlah gerak stok dan reservasi',
    'stock value': 'Nilai persediaan di buku sama dengan nilai di rak',
    'moving average': 'Harga pokok rata-rata sama dengan hitungan ulang tiap SKU',
    'uncosted goods': 'Daftar "HPP belum diisi" sama dengan hitungan ulang',
    'expected returns': 'Daftar retur yang ditunggu sama dengan pesanannya',
    'channel balances': 'Saldo kanal menurut berkas di samping pembukuan',
    reportDiffers: (shop: string, day: string, file: string, books: string, since: string) =>
      `Saldo ${shop} ${day}: ${file} menurut berkas, ${books} menurut pembukuan (berbeda sejak ${since}; buka Saldo & Pencairan).`,
    settlements: 'Pencairan, piutang kanal per pesanan dan saldo kanal cocok',
    'order totals': 'Jumlah pesanan dan omzet harian sama dengan hitungan ulang',
    'stock chain': 'Rantai sidik gerak stok utuh',
    documents: 'Tiap dokumen tercatat di kedua buku sebagaimana mestinya',
    trail: 'Jejak kerja, daftar akun, periode tutup dan hak orang utuh',
    acts: 'Jawaban tindakan terakhir masih tersimpan dan cocok dengan jejaknya',
    sealed: 'Yang disegel (pembeli, berkas, label) utuh dan di barisnya sendiri',
    seals: 'Segel di dalam berkas masih terpasang',
    witnesses: 'Berkas masih memuat semua yang disaksikan di luarnya',
    file: 'Berkas data sehat',

    tooFewLines: (entry: number) => `Jurnal ${entry} kurang dari dua baris.`,
    unbalanced: (entry: number, by: number) => `Jurnal ${entry} tidak seimbang ${formatRupiah(by)}.`,
    wrongBook: (entry: number, account: string) => `Jurnal ${entry} memuat akun ${account} dari buku lain.`,
    wrongDay: (entry: number, account: string) => `Jurnal ${entry}, akun ${account}: tanggal barisnya lain.`,
    brokenHash: (entry: number) => `Jurnal ${entry} tidak cocok dengan sidiknya.`,
    missingEntry: (entry: number) => `Jurnal ${entry} hilang.`,
    brokenMovement: (movement: number) => `Gerak stok ${movement} tidak cocok dengan sidiknya.`,
    missingMovement: (movement: number) => `Gerak stok ${movement} hilang.`,
    brokenTrail: (row: number) => `Jejak ${row} tidak cocok dengan sidiknya.`,
    missingTrail: (row: number) => `Jejak ${row} hilang.`,
    rowDiffers: (table: string, key: string, how: string) =>
      `${registerPlace('id', table, key)} diubah di luar Lumbung${how && `: ${how}`}.`,
    rowUnknown: (table: string, key: string) => `${registerPlace('id', table, key)} ditambah di luar Lumbung.`,
    rowGone: (table: string, key: string) => `${registerPlace('id', table, key)} dihapus di luar Lumbung.`,
    secret: 'kata sandi atau PIN',
    actGone: (row: number) => `Jawaban tindakan di jejak ${row} dihapus di luar Lumbung.`,
    actDiffers: (row: number) => `Jawaban tindakan di jejak ${row} diubah di luar Lumbung.`,
    sealBroken: (table: string, column: string, key: string) =>
      `${sealedPlace('id', table, column, key)}: segelnya tidak cocok, jadi isinya diubah atau dipindah dari tempat lain. Isi itu disembunyikan; yang benar ada di cadangan.`,
    sealMissing: (table: string, column: string, key: string) =>
      `${sealedPlace('id', table, column, key)}: ditulis tanpa segel di luar Lumbung.`,
    notSealedYet: (values: number) => `${formatNumber(values)} isi belum disegel; Lumbung menyegelnya sendiri.`,
    notOpened: (values: number) =>
      `${formatNumber(values)} isi tersegel tidak diperiksa karena kuncinya tidak terbuka di laptop ini. Ketik kode pemulihan di Pengaturan → Cadangan, lalu periksa lagi.`,
    wrapsRewritten:
      'Kunci toko di dalam berkas pernah ditulis ulang oleh program lain. Kunci di laptop ini tetap dipakai. Buat cadangan baru, dan periksa siapa yang bisa membuka folder toko.',
    'schema gone': (what: string) => `${what} hilang.`,
    'schema changed': (what: string) => `${what} diubah.`,
    'schema unknown': (what: string) => `${what} bukan dari Lumbung.`,
    cutOff: (chain: Chain, id: number, where: string, at: Instant) =>
      `${chainsId[chain]} ${id} yang dicatat di ${where} ${momentOf(at)} tidak ada lagi: ujung berkas terpotong, atau ini salinan lama. Pulihkan dari cadangan terakhir.`,
    otherPast: (chain: Chain, id: number, where: string, at: Instant) =>
      `${chainsId[chain]} ${id} bukan yang dicatat di ${where} ${momentOf(at)}: riwayatnya lain.`,
    witnessUnreadable: (where: string) => `${where} tidak terbaca atau diubah orang lain.`,
    actsLost: (count: number) =>
      `${formatNumber(count)} tindakan yang sudah dijawab "tersimpan" tidak ada di berkas. Pulihkan dari cadangan terakhir; yang setelahnya diulang dari catatannya.`,
    anchor: 'jangkar di samping berkas',
    backupFile: 'cadangan',
    documentDiffers: (document: string, entries: number, movements: number, reservations: number) =>
      `${document}: ${[
        entries > 0 ? `${formatNumber(entries)} jurnal` : '',
        movements > 0 ? `${formatNumber(movements)} gerak stok` : '',
        reservations > 0 ? `${formatNumber(reservations)} reservasi` : '',
      ]
        .filter(Boolean)
        .join(', ')} tidak seperti isi dokumennya.`,
    documentUnsettled: (document: string, why: string) => `${document} tidak bisa dihitung ulang (${why}).`,
    entryOf: (id: number) => `Jurnal ${id}`,
    movementOf: (id: number) => `Gerak stok ${id}`,
    documentGone: (row: string) => `${row} menunjuk dokumen yang tidak ada.`,
    settlingUnfinished: 'Samakan ulang belum selesai, jadi dokumen belum dibandingkan.',
    balanceDiffers: (book: string, account: string, period: string, kept: string, counted: string) =>
      `Buku ${book}, akun ${account}, ${period}: tercatat ${kept}, hitungan ulang ${counted}.`,
    sides: (debit: number, credit: number) => `D ${formatRupiah(debit)} K ${formatRupiah(credit)}`,
    wallDiffers: (pair: string, shop: string, home: string, by: number) =>
      `Kejadian ${pair}: akun ${shop} dan ${home} selisih ${formatRupiah(by)}.`,
    levelDiffers: (sku: string, column: string, kept: number, counted: number) =>
      `${sku}, ${column}: tercatat ${formatNumber(kept)}, hitungan ulang ${formatNumber(counted)}.`,
    onHand: 'stok fisik',
    reserved: 'reservasi',
    costed: 'stok berharga pokok',
    value: 'nilai',
    shelfDiffers: (books: number, shelf: number) =>
      `Akun 1301 ${formatRupiah(books)}, nilai di rak ${formatRupiah(shelf)}.`,
    average: (pieces: number, value: number, since: string, uncosted: number) =>
      `${formatNumber(pieces)} pcs ${formatRupiah(value)}${since && ` sejak ${since}`}, ${formatNumber(uncosted)} gerak belum berharga`,
    averageDiffers: (sku: string, kept: string, counted: string) =>
      `${sku}, rata-rata: tercatat ${kept}, hitungan ulang ${counted}.`,
    boundDiffers: (sku: string, keptMoved: number, keptDearest: number, moved: number, dearest: number) =>
      `${sku}, batas nilai: tercatat ${formatNumber(keptMoved)} pcs bergerak, termahal ${formatRupiah(keptDearest)} per pcs; hitungan ulang ${formatNumber(moved)} pcs, ${formatRupiah(dearest)}.`,
    costsDiffer: (sku: string, month: string, kept: number, counted: number) =>
      `${sku}, ${month}, harga pokok gerak stok: tercatat ${formatRupiah(kept)}, hitungan ulang ${formatRupiah(counted)}.`,
    uncostedDiffers: (sku: string, period: string, kept: number, counted: number) =>
      `${sku}, ${period}, keluar tanpa HPP: tercatat ${formatNumber(kept)} pcs, hitungan ulang ${formatNumber(counted)} pcs.`,
    comesBack: (pieces: number, inspected: number) =>
      `${formatNumber(pieces)} pcs kembali, ${formatNumber(inspected)} sudah dicek`,
    nothingComesBack: 'tidak ada yang kembali',
    returnDiffers: (order: string, kept: string, counted: string) =>
      `Pesanan ${order}: tercatat ${kept}, hitungan ulang ${counted}.`,
    releaseDiffers: (order: string, lines: number, released: number) =>
      `Pencairan ${order}: rinciannya ${formatRupiah(lines)}, dilepas ${formatRupiah(released)}.`,
    owedDiffers: (order: string, kept: number, counted: number) =>
      `Piutang kanal pesanan ${order}: tercatat ${formatRupiah(kept)}, hitungan ulang ${formatRupiah(counted)}.`,
    channelBalanceDiffers: (account: string, kept: number, counted: number) =>
      `Pencairan ke akun ${account}: tercatat ${formatRupiah(kept)}, hitungan ulang ${formatRupiah(counted)}.`,
    transitNegative: (amount: number) => `Akun 1303 minus ${formatRupiah(amount)}.`,
    totalDiffers: (list: string, kept: string, counted: string) =>
      `${list}: tercatat ${kept}, hitungan ulang ${counted}.`,
    orderTotal: (orders: number, pieces: number, sales: number) =>
      `${formatNumber(orders)} pesanan, ${formatNumber(pieces)} pcs, ${formatRupiah(sales)}`,
    pageFault: (table: string, fault: string) => `Tabel ${table}: ${fault}.`,
    orphan: (table: string, parent: string) => `Tabel ${table} menunjuk baris ${parent} yang tidak ada.`,
    pagesChanged: (pages: number) =>
      `${formatNumber(pages)} halaman berkas berubah saat Lumbung tertutup, mungkin karena disk mulai rusak. Pulihkan dari cadangan terakhir, dan pindahkan toko ke disk lain.`,
    unreadable: (why: string) => `Sebagian berkas tidak terbaca (${why}). Pulihkan dari cadangan terakhir.`,
    andMore: (count: number) => `Masih ada ${formatNumber(count)} lagi.`,
  },
  {
    'balanced entries': 'Every entry balances, within its own book and day',
    'hash chain': 'The chain of entry hashes is whole',
    'maintained balances': 'Daily and monthly balances equal the sum of the entries',
    wall: 'The border between shop and home agrees in both books',
    'stock levels': 'Stock equals the sum of movements and reservations',
    'stock value': 'Inventory in the books equals the value on the shelf',
    'moving average': 'Average costs equal a recount of every SKU',
    'uncosted goods': 'The list of goods without a cost equals a recount',
    'expected returns': 'The list of expected returns agrees with their orders',
    'channel balances': 'Channel balances by file beside the books',
    reportDiffers: (shop, day, file, books, since) =>
      `Balance of ${shop} on ${day}: ${file} by the file, ${books} by the books (differs since ${since}; open Balances & payouts).`,
    settlements: 'Settlements, what channels owe by order, and their balances agree',
    'order totals': 'Order counts and daily sales equal a recount',
    'stock chain': 'The chain of stock movement hashes is whole',
    documents: 'Every document stands in both ledgers as it should',
    trail: 'The trail, accounts, closed periods and rights are whole',
    acts: 'Answers of the latest acts are still kept and agree with the trail',
    sealed: 'What is sealed (buyers, files, labels) is whole and in its own row',
    seals: 'The seals inside the file are in place',
    witnesses: 'The file still holds all that was witnessed outside it',
    file: 'The data file is sound',

    tooFewLines: (entry) => `Entry ${entry} has fewer than two lines.`,
    unbalanced: (entry, by) => `Entry ${entry} is out of balance by ${formatRupiah(by)}.`,
    wrongBook: (entry, account) => `Entry ${entry} holds account ${account} of another book.`,
    wrongDay: (entry, account) => `Entry ${entry}, account ${account}: its line has another day.`,
    brokenHash: (entry) => `Entry ${entry} does not fit its hash.`,
    missingEntry: (entry) => `Entry ${entry} is missing.`,
    brokenMovement: (movement) => `Movement ${movement} does not fit its hash.`,
    missingMovement: (movement) => `Movement ${movement} is missing.`,
    brokenTrail: (row) => `Trail ${row} does not fit its hash.`,
    missingTrail: (row) => `Trail ${row} is missing.`,
    rowDiffers: (table, key, how) =>
      `${registerPlace('en', table, key)} was changed outside Lumbung${how && `: ${how}`}.`,
    rowUnknown: (table, key) => `${registerPlace('en', table, key)} was added outside Lumbung.`,
    rowGone: (table, key) => `${registerPlace('en', table, key)} was deleted outside Lumbung.`,
    secret: 'password or PIN',
    actGone: (row) => `The answer of the act in trail ${row} was deleted outside Lumbung.`,
    actDiffers: (row) => `The answer of the act in trail ${row} was changed outside Lumbung.`,
    sealBroken: (table, column, key) =>
      `${sealedPlace('en', table, column, key)}: its seal does not fit, so it was changed, or moved from another place. It stays hidden; a backup has the right one.`,
    sealMissing: (table, column, key) =>
      `${sealedPlace('en', table, column, key)}: written without a seal outside Lumbung.`,
    notSealedYet: (values) => `${formatNumber(values)} values are not sealed yet; Lumbung does that by itself.`,
    notOpened: (values) =>
      `${formatNumber(values)} sealed values were not checked, because this laptop cannot open their key. Type the recovery code in Settings → Backups, then check again.`,
    wrapsRewritten:
      "The shop's key inside the file was rewritten by another program. The key of this laptop is used on. Make a new backup, and find out who can open the shop's folder.",
    'schema gone': (what) => `${what} is gone.`,
    'schema changed': (what) => `${what} was changed.`,
    'schema unknown': (what) => `${what} is not from Lumbung.`,
    cutOff: (chain, id, where, at) =>
      `${chainsEn[chain]} ${id}, noted in the ${where} on ${momentOf(at)}, is not here any more: the end of the file was cut off, or it is an older copy. Restore the last backup.`,
    otherPast: (chain, id, where, at) =>
      `${chainsEn[chain]} ${id} is not the one noted in the ${where} on ${momentOf(at)}: it has another past.`,
    witnessUnreadable: (where) => `The ${where} cannot be read, or was changed by somebody else.`,
    actsLost: (count) =>
      `${formatNumber(count)} acts that were answered "saved" are not in the file. Restore the last backup; what came after it is done again from its receipts.`,
    anchor: 'anchor beside the file',
    backupFile: 'backup',
    documentDiffers: (document, entries, movements, reservations) =>
      `${document}: ${[
        entries > 0 ? `${formatNumber(entries)} entries` : '',
        movements > 0 ? `${formatNumber(movements)} movements` : '',
        reservations > 0 ? `${formatNumber(reservations)} reservations` : '',
      ]
        .filter(Boolean)
        .join(', ')} differ from what it says.`,
    documentUnsettled: (document, why) => `${document} cannot be recounted (${why}).`,
    entryOf: (id) => `Entry ${id}`,
    movementOf: (id) => `Movement ${id}`,
    documentGone: (row) => `${row} points at a document that is not there.`,
    settlingUnfinished: 'Settling again has not ended, so documents are not compared yet.',
    balanceDiffers: (book, account, period, kept, counted) =>
      `Book ${book}, account ${account}, ${period}: kept ${kept}, recounted ${counted}.`,
    sides: (debit, credit) => `D ${formatRupiah(debit)} C ${formatRupiah(credit)}`,
    wallDiffers: (pair, shop, home, by) => `Event ${pair}: accounts ${shop} and ${home} differ by ${formatRupiah(by)}.`,
    levelDiffers: (sku, column, kept, counted) =>
      `${sku}, ${column}: kept ${formatNumber(kept)}, recounted ${formatNumber(counted)}.`,
    onHand: 'on hand',
    reserved: 'reserved',
    costed: 'pieces with a cost',
    value: 'value',
    shelfDiffers: (books, shelf) => `Account 1301 holds ${formatRupiah(books)}, the shelf ${formatRupiah(shelf)}.`,
    average: (pieces, value, since, uncosted) =>
      `${formatNumber(pieces)} pcs ${formatRupiah(value)}${since && ` since ${since}`}, ${formatNumber(uncosted)} movements without a cost`,
    averageDiffers: (sku, kept, counted) => `${sku}, average: kept ${kept}, recounted ${counted}.`,
    boundDiffers: (sku, keptMoved, keptDearest, moved, dearest) =>
      `${sku}, bound of its value: kept ${formatNumber(keptMoved)} pcs moved, dearest ${formatRupiah(keptDearest)} a piece; recounted ${formatNumber(moved)} pcs, ${formatRupiah(dearest)}.`,
    costsDiffer: (sku, month, kept, counted) =>
      `${sku}, ${month}, cost of movements: kept ${formatRupiah(kept)}, recounted ${formatRupiah(counted)}.`,
    uncostedDiffers: (sku, period, kept, counted) =>
      `${sku}, ${period}, left without a cost: kept ${formatNumber(kept)} pcs, recounted ${formatNumber(counted)} pcs.`,
    comesBack: (pieces, inspected) => `${formatNumber(pieces)} pcs come back, ${formatNumber(inspected)} inspected`,
    nothingComesBack: 'nothing comes back',
    returnDiffers: (order, kept, counted) => `Order ${order}: kept ${kept}, recounted ${counted}.`,
    releaseDiffers: (order, lines, released) =>
      `Settlement of ${order}: its lines come to ${formatRupiah(lines)}, released were ${formatRupiah(released)}.`,
    owedDiffers: (order, kept, counted) =>
      `Owed for order ${order}: kept ${formatRupiah(kept)}, recounted ${formatRupiah(counted)}.`,
    channelBalanceDiffers: (account, kept, counted) =>
      `Released into account ${account}: kept ${formatRupiah(kept)}, recounted ${formatRupiah(counted)}.`,
    transitNegative: (amount) => `Account 1303 is below zero by ${formatRupiah(amount)}.`,
    totalDiffers: (list, kept, counted) => `${list}: kept ${kept}, recounted ${counted}.`,
    orderTotal: (orders, pieces, sales) =>
      `${formatNumber(orders)} orders, ${formatNumber(pieces)} pcs, ${formatRupiah(sales)}`,
    pageFault: (table, fault) => `Table ${table}: ${fault}.`,
    orphan: (table, parent) => `Table ${table} points at a row of ${parent} that is not there.`,
    pagesChanged: (pages) =>
      `${formatNumber(pages)} pages of the file changed while Lumbung was closed; the disk may be failing. Restore the last backup, and move the shop to another disk.`,
    unreadable: (why) => `A part of the file cannot be read (${why}). Restore the last backup.`,
    andMore: (count) => `${formatNumber(count)} more.`,
  },
)
