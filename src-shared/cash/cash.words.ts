import { words } from '../kernel/words.ts'

/** What each cash event is called; its journal entries are called the same. */
export const cashEventWords = words(
  {
    'business expense': 'Pengeluaran usaha',
    'business income': 'Pemasukan usaha',
    'private expense': 'Belanja pribadi',
    'mixed bill': 'Tagihan campur',
    'take home': 'Ambil untuk rumah',
    'put in capital': 'Setoran Modal',
    'expense from household': 'Talangan uang rumah',
    'mixed bill from household': 'Tagihan campur, uang rumah',
    'repay household': 'Talangan dibayar kembali',
    'lend to household': 'Pinjaman ke rumah',
    'household repays': 'Pinjaman rumah dikembalikan',
    'forgive household': 'Pinjaman rumah direlakan',
    'set off': 'Pinjaman dipotong talangan',
    transfer: 'Pindah uang',
    'clearing received': 'Uang ditunggu masuk',
    'pay supplier': 'Bayar utang pemasok',
    'loan received': 'Pinjaman diterima',
    'loan instalment': 'Cicilan pinjaman',
    'household income': 'Pemasukan keluarga',
    'household expense': 'Belanja rumah',
  },
  {
    'business expense': 'Business spending',
    'business income': 'Business income',
    'private expense': 'Private spending',
    'mixed bill': 'Shared bill',
    'take home': 'Taken home',
    'put in capital': 'Capital put in',
    'expense from household': 'Shop cost paid from home',
    'mixed bill from household': 'Shared bill, home money',
    'repay household': 'Home paid back',
    'lend to household': 'Lent to the home',
    'household repays': 'Home pays back',
    'forgive household': 'Loan to the home given up',
    'set off': 'Loan set off',
    transfer: 'Money moved',
    'clearing received': 'Awaited money in',
    'pay supplier': 'Supplier paid',
    'loan received': 'Loan received',
    'loan instalment': 'Loan instalment',
    'household income': 'Family income',
    'household expense': 'Home spending',
  },
)

/** What an account must be to stand where it was named. */
export const accountRoleWords = words(
  {
    'shop wallet': 'kas, bank, atau dompet usaha',
    'home wallet': 'kas atau rekening rumah',
    'wallet of the same book': 'tujuan, karena harus kas atau rekening lain dari buku yang sama',
    spending: 'biaya, belanja, atau aset usaha',
    income: 'pemasukan lain usaha',
    'household spending': 'belanja rumah',
    clearing: 'uang yang ditunggu dari kanal, kurir, atau pelanggan',
    loan: 'pinjaman',
  },
  {
    'shop wallet': "the shop's cash, bank or e-wallet",
    'home wallet': 'household cash or bank',
    'wallet of the same book': 'the destination, which must be another wallet of the same book',
    spending: "the shop's spending or asset",
    income: 'other business income',
    'household spending': 'household spending',
    clearing: 'money awaited from a channel, courier or customer',
    loan: 'a loan',
  },
)

export type AccountRole = keyof (typeof accountRoleWords)['id']

/** What a record comes to, in rupiah and names ready to be read. */
export interface MoveFacts {
  amount: string
  wallet: string
  /** The other wallet of a transfer. */
  to: string
  home: string
  /** What was taken on the way, and what arrived; null when nothing was taken. */
  fee: string | null
  net: string
  shopPart: string
  homePart: string
  principal: string
  interest: string
  /** What shop money bought: a cost, something the shop owns, or less debt. */
  purpose: 'cost' | 'asset' | 'debt'
  payBack: boolean
}

/** Catat Kas: the form, the list, the wallets. Debit and credit are never said here. */
export const cashWords = words(
  {
    whichWay: 'Uang masuk atau keluar',
    moneyOut: 'Pengeluaran',
    moneyIn: 'Pemasukan',
    moneyMoved: 'Pindah',
    incomeHint: 'Penjualan barang dicatat sebagai pesanan, supaya stoknya ikut berkurang.',
    whose: 'Untuk siapa',
    business: 'Usaha',
    private: 'Pribadi',
    split: 'Bagi',
    other: 'Jenis lain',
    groupDaily: 'Sehari-hari',
    groupHome: 'Antara usaha dan rumah',
    groupDebts: 'Utang dan pinjaman',
    groupFamily: 'Uang rumah',
    newRecord: 'Catatan baru',
    correcting: 'Perbaiki catatan',
    amount: 'Jumlah',
    amountHint: 'misalnya 25rb',
    total: 'Jumlah seluruhnya',
    homePart: 'Bagian rumah',
    homePartHelp: (shop: string) => `Bagian usaha ${shop}`,
    homePartTooBig: 'Bagian rumah harus lebih kecil dari jumlah seluruhnya.',
    forWhat: 'Untuk apa',
    forWhatShop: 'Untuk apa (usaha)',
    forWhatHome: 'Untuk apa (rumah)',
    incomeFrom: 'Dari apa',
    fromWallet: 'Dari',
    intoWallet: 'Masuk ke',
    homeWallet: 'Dompet rumah',
    awaited: 'Uang yang ditunggu',
    fee: 'Biaya dipotong',
    feeHelp: 'kosongkan bila tidak ada',
    loan: 'Pinjaman mana',
    principal: 'Pokok',
    interest: 'Bunga',
    payBack: 'Diganti usaha nanti',
    payBackHelp: 'Bila tidak, dicatat sebagai tambahan modal.',
    date: 'Tanggal',
    note: 'Catatan',
    noteHint: 'boleh kosong',
    everyChoice: 'Pilihan lain',
    save: 'Simpan',
    saveChange: 'Simpan perbaikan',
    saving: 'Menyimpan...',
    startOver: 'Kosongkan',
    saved: (what: string, amount: string) => `${what} ${amount} tercatat.`,
    corrected: (amount: string) => `Perbaikan tersimpan, ${amount}.`,
    undoReason: 'Diurungkan setelah dicatat',
    needAmount: 'Isi jumlahnya dulu.',
    needChoice: 'Pilih satu dulu.',
    feeTooBig: 'Biaya harus lebih kecil dari jumlahnya.',
    sameWallet: 'Pilih dompet tujuan yang berbeda.',
    moves: 'Yang terjadi',
    list: 'Catatan kas',
    search: 'Cari catatan',
    searchHint: 'Catatan, jenis, jumlah',
    kind: 'Jenis',
    wallet: 'Dompet',
    empty: 'Belum ada catatan kas. Isi jumlah di kiri, pilih untuk apa, lalu simpan.',
    emptyWallet: 'Belum ada uang yang masuk atau keluar dari dompet ini.',
    allKinds: 'Semua jenis',
    allWallets: 'Semua dompet',
    filters: 'Saringan',
    fileName: 'catatan-kas',
    exportList: 'Simpan Excel',
    exported: (name: string) => `${name} disimpan.`,
    categories: 'Kategori & dompet',
    categoriesLead:
      'Ganti namanya, tambah milik sendiri, atau arsipkan yang tidak dipakai lagi. Catatan lama tetap terbaca.',
    'kind spending': 'Pengeluaran',
    'kind income': 'Pemasukan',
    'kind household spending': 'Belanja rumah',
    'kind wallet': 'Dompet usaha',
    'kind home wallet': 'Dompet rumah',
    categoryName: (name: string) => `Nama ${name}`,
    newCategory: 'Tambah milik sendiri',
    newCategoryHint: 'Misalnya: Sewa lapak bazar',
    newWalletHint: 'Misalnya: BCA Ratna',
    addCategory: 'Tambah',
    archiveCategory: (name: string) => `Arsipkan ${name}`,
    restoreCategory: (name: string) => `Pakai lagi ${name}`,
    archived: 'Diarsipkan',
    renamed: (name: string) => `Namanya kini ${name}.`,
    added: (name: string) => `${name} ditambahkan.`,
    groupWays: 'Arah uang',
    groupKinds: 'Jenis catatan',
    sortIn: 'Uang masuk (+)',
    sortOut: 'Uang keluar (−)',
    sortMoved: 'Pindah uang',
    from: 'Dari tanggal',
    to: 'Sampai tanggal',
    fromShort: 'Dari',
    toShort: 'Sampai',
    balance: 'Saldo',
    inOut: 'Masuk / keluar',
    what: 'Keterangan',
    bookOf: (wallet: string) => `Buku ${wallet}`,
    showBook: (wallet: string) => `Lihat keluar masuk ${wallet}`,
    emptySearch: 'Tidak ada catatan yang cocok. Cari lewat catatan, jenis, kegunaan, atau jumlah (25rb).',
    clearSearch: 'Hapus Saringan',
    cancelled: 'Dibatalkan',
    wallets: 'Isi dompet sekarang',
    shopMoney: 'Uang usaha',
    homeMoney: 'Uang rumah',
    sum: 'Jumlah',
    correct: 'Perbaiki',
    cancelRecord: 'Batalkan catatan',
    cancelTitle: (amount: string) => `Batalkan catatan ${amount}?`,
    cancelBody: 'Catatannya tetap terlihat di daftar, tetapi tidak lagi dihitung di buku mana pun.',
    cancelReason: 'Mengapa dibatalkan',
    keep: 'Biarkan',
    cancelledOn: (moment: string, reason: string) => `Dibatalkan ${moment}: ${reason}`,
    recordedAt: (moment: string) => `Dicatat ${moment}`,
    entries: 'Lihat di Jurnal',
    restore: 'Catat lagi',

    purchase: 'Untuk pembelian',
    choosePurchase: 'Pilih nota yang dibayar',
    noPurchase: 'Utang lama, tanpa nota',
    purchaseChoice: (supplier: string, owed: string, number: string) => `${supplier}, ${owed} (${number})`,
    makePrivate: 'Jadikan Pribadi',
    unreadable:
      'Isi catatan ini tidak terbaca. Jumlah dan tanggalnya masih ada, dan catatan lain tidak terganggu. Batalkan, lalu catat ulang.',
    madePrivate: (amount: string) => `${amount} menjadi belanja pribadi. Laba usaha tidak lagi berkurang.`,
    cancelInClosed: (closed: string, day: string) =>
      `Buku sampai ${closed} sudah ditutup, jadi angkanya tetap; pembatalannya dicatat ${day}.`,

    'quick 6105': 'Kemasan',
    'quick 6206': 'Bensin, ojek, parkir',
    'quick 6204': 'Listrik dan air',
    'quick 6205': 'Internet dan pulsa',
    'quick 6202': 'Upah harian',
    'quick 6106': 'Iklan',
    'quick 6108': 'Ongkos kirim',
    'quick 6207': 'Perlengkapan, ATK',
    'quick 6219': 'Lain-lain',

    'moves business expense': ({ amount, wallet, purpose }: MoveFacts) =>
      `${amount} keluar dari ${wallet}. Buku usaha: ${
        purpose === 'cost'
          ? 'biaya, laba berkurang'
          : purpose === 'asset'
            ? 'menjadi milik usaha, laba tidak berubah'
            : 'utang berkurang, laba tidak berubah'
      }.`,
    'moves business income': ({ amount, wallet }: MoveFacts) =>
      `${amount} masuk ke ${wallet}. Buku usaha: pemasukan, laba bertambah.`,
    'moves private expense': ({ amount, wallet }: MoveFacts) =>
      `${amount} keluar dari ${wallet} untuk rumah. Buku usaha: prive (ambilan pribadi), laba tidak berubah.`,
    'moves mixed bill': ({ amount, wallet, shopPart, homePart }: MoveFacts) =>
      `${amount} keluar dari ${wallet}. Buku usaha: ${shopPart} bagian usaha, ${homePart} prive (ambilan pribadi).`,
    'moves take home': ({ amount, wallet, home }: MoveFacts) =>
      `${amount} pindah dari ${wallet} ke ${home}. Buku usaha: prive (ambilan pribadi), laba tidak berubah.`,
    'moves put in capital': ({ amount, wallet, home }: MoveFacts) =>
      `${amount} pindah dari ${home} ke ${wallet}. Buku usaha: Modal bertambah, laba tidak berubah.`,
    'moves expense from household': ({ amount, home, purpose, payBack }: MoveFacts) =>
      `${amount} keluar dari ${home}. Buku usaha: ${
        purpose === 'cost'
          ? 'biaya, laba berkurang'
          : purpose === 'asset'
            ? 'menjadi milik usaha'
            : 'utang lain berkurang'
      }; ${payBack ? 'usaha berutang ke rumah' : 'Modal bertambah'}.`,
    'moves mixed bill from household': ({ amount, home, shopPart, payBack }: MoveFacts) =>
      `${amount} keluar dari ${home}. Buku usaha: ${shopPart} bagian usaha; ${
        payBack ? 'usaha berutang ke rumah' : 'Modal bertambah'
      }.`,
    'moves repay household': ({ amount, wallet, home }: MoveFacts) =>
      `${amount} pindah dari ${wallet} ke ${home}. Buku usaha: utang ke rumah berkurang, laba tidak berubah.`,
    'moves lend to household': ({ amount, wallet, home }: MoveFacts) =>
      `${amount} pindah dari ${wallet} ke ${home}, untuk dikembalikan. Buku usaha: piutang ke rumah, laba tidak berubah.`,
    'moves household repays': ({ amount, wallet, home }: MoveFacts) =>
      `${amount} pindah dari ${home} ke ${wallet}. Buku usaha: piutang ke rumah berkurang, laba tidak berubah.`,
    'moves forgive household': ({ amount }: MoveFacts) =>
      `Utang rumah ${amount} direlakan, tidak ada uang yang berpindah. Buku usaha: menjadi prive (ambilan pribadi).`,
    'moves set off': ({ amount }: MoveFacts) =>
      `Utang rumah dan talangan saling dipotong ${amount}, tidak ada uang yang berpindah. Buku usaha: keduanya berkurang.`,
    'moves transfer': ({ amount, wallet, to, fee, net }: MoveFacts) =>
      fee === null
        ? `${amount} pindah dari ${wallet} ke ${to}. Hanya tempatnya yang berubah, laba tidak berubah.`
        : `${amount} keluar dari ${wallet}, ${net} masuk ke ${to}. Potongan ${fee} menjadi biaya.`,
    'moves clearing received': ({ amount, wallet, fee, net }: MoveFacts) =>
      fee === null
        ? `${amount} yang ditunggu masuk ke ${wallet}. Buku usaha: piutang menjadi uang, laba tidak berubah.`
        : `Dari ${amount} yang ditunggu, ${net} masuk ke ${wallet}. Buku usaha: potongan ${fee} menjadi biaya.`,
    'moves pay supplier': ({ amount, wallet }: MoveFacts) =>
      `${amount} keluar dari ${wallet}. Buku usaha: utang ke pemasok berkurang, laba tidak berubah.`,
    'moves loan received': ({ amount, wallet }: MoveFacts) =>
      `${amount} masuk ke ${wallet}. Buku usaha: utang bertambah, laba tidak berubah.`,
    'moves loan instalment': ({ amount, wallet, principal, interest }: MoveFacts) =>
      `${amount} keluar dari ${wallet}. Buku usaha: pokok ${principal} mengurangi utang, bunga ${interest} menjadi biaya.`,
    'moves household income': ({ amount, home }: MoveFacts) => `${amount} masuk ke ${home}. Buku usaha tidak berubah.`,
    'moves household expense': ({ amount, home }: MoveFacts) =>
      `${amount} keluar dari ${home}. Buku usaha tidak berubah.`,

    'home unmoved': 'Buku rumah tidak berubah.',
    'home private expense': 'Buku rumah: belanja, dibayar dari prive.',
    'home mixed bill': ({ homePart }: MoveFacts) => `Buku rumah: belanja ${homePart}, dibayar dari prive.`,
    'home take home': 'Buku rumah: uang masuk dari usaha.',
    'home put in capital': 'Buku rumah: disetor ke usaha.',
    'home expense from household': ({ payBack }: MoveFacts): string =>
      payBack ? 'Buku rumah: piutang ke usaha.' : 'Buku rumah: disetor ke usaha.',
    'home mixed bill from household': ({ homePart, payBack }: MoveFacts) =>
      `Buku rumah: belanja ${homePart}, sisanya ${payBack ? 'piutang ke usaha' : 'disetor ke usaha'}.`,
    'home repay household': 'Buku rumah: piutang ke usaha berkurang.',
    'home lend to household': 'Buku rumah: utang ke usaha.',
    'home household repays': 'Buku rumah: utang ke usaha berkurang.',
    'home forgive household': 'Buku rumah: utang hilang, menjadi uang dari usaha.',
    'home set off': 'Buku rumah: keduanya berkurang.',
    'home household income': 'Buku rumah: pemasukan keluarga.',
    'home household expense': 'Buku rumah: belanja.',
  },
  {
    whichWay: 'Money in or out',
    moneyOut: 'Money out',
    moneyIn: 'Money in',
    moneyMoved: 'Move',
    incomeHint: 'Goods sold are recorded as an order, so that the stock follows.',
    whose: 'Whose',
    business: 'Business',
    private: 'Private',
    split: 'Split',
    other: 'Other kinds',
    groupDaily: 'Daily',
    groupHome: 'Between shop and home',
    groupDebts: 'Debts and loans',
    groupFamily: 'Household money',
    newRecord: 'New record',
    correcting: 'Correct a record',
    amount: 'Amount',
    amountHint: 'for example 25rb',
    total: 'Whole amount',
    homePart: 'Household part',
    homePartHelp: (shop) => `Business part ${shop}`,
    homePartTooBig: 'The household part must be less than the whole amount.',
    forWhat: 'What for',
    forWhatShop: 'What for (business)',
    forWhatHome: 'What for (home)',
    incomeFrom: 'From what',
    fromWallet: 'From',
    intoWallet: 'Into',
    homeWallet: 'Household wallet',
    awaited: 'Awaited money',
    fee: 'Fee taken',
    feeHelp: 'leave empty when there is none',
    loan: 'Which loan',
    principal: 'Principal',
    interest: 'Interest',
    payBack: 'The shop pays it back later',
    payBackHelp: 'Otherwise it is recorded as capital.',
    date: 'Date',
    note: 'Note',
    noteHint: 'may stay empty',
    everyChoice: 'Other choices',
    save: 'Save',
    saveChange: 'Save correction',
    saving: 'Saving...',
    startOver: 'Clear',
    saved: (what, amount) => `${what} ${amount} recorded.`,
    corrected: (amount) => `Correction saved, ${amount}.`,
    undoReason: 'Undone after recording',
    needAmount: 'Fill in the amount first.',
    needChoice: 'Choose one first.',
    feeTooBig: 'The fee must be less than the amount.',
    sameWallet: 'Choose another wallet to move it to.',
    moves: 'What happens',
    list: 'Cash records',
    search: 'Search records',
    searchHint: 'Note, kind, amount',
    kind: 'Kind',
    wallet: 'Wallet',
    empty: 'No cash records yet. Fill in an amount at the left, choose what for, then save.',
    emptyWallet: 'No money has come into or left this wallet yet.',
    allKinds: 'All kinds',
    allWallets: 'All wallets',
    filters: 'Filters',
    fileName: 'cash-records',
    exportList: 'Save as Excel',
    exported: (name) => `${name} saved.`,
    categories: 'Categories & wallets',
    categoriesLead: 'Rename them, add your own, or archive what is no longer used. Older records stay readable.',
    'kind spending': 'Money out',
    'kind income': 'Money in',
    'kind household spending': 'Home spending',
    'kind wallet': 'Shop wallets',
    'kind home wallet': 'Home wallets',
    categoryName: (name) => `Name of ${name}`,
    newCategory: 'Add your own',
    newCategoryHint: 'For example: Bazaar stall rent',
    newWalletHint: 'For example: BCA Ratna',
    addCategory: 'Add',
    archiveCategory: (name) => `Archive ${name}`,
    restoreCategory: (name) => `Use ${name} again`,
    archived: 'Archived',
    renamed: (name) => `It is called ${name} now.`,
    added: (name) => `${name} added.`,
    groupWays: 'Direction',
    groupKinds: 'Kind of record',
    sortIn: 'Money in (+)',
    sortOut: 'Money out (−)',
    sortMoved: 'Money moved',
    from: 'From day',
    to: 'To day',
    fromShort: 'From',
    toShort: 'To',
    balance: 'Balance',
    inOut: 'In / out',
    what: 'About',
    bookOf: (wallet) => `Book of ${wallet}`,
    showBook: (wallet) => `See what moved ${wallet}`,
    emptySearch: 'No record matches. Search by note, kind, purpose or amount (25rb).',
    clearSearch: 'Clear filter',
    cancelled: 'Cancelled',
    wallets: 'In the wallets now',
    shopMoney: 'Business money',
    homeMoney: 'Household money',
    sum: 'Total',
    correct: 'Correct',
    cancelRecord: 'Cancel record',
    cancelTitle: (amount) => `Cancel the record of ${amount}?`,
    cancelBody: 'It stays in the list, but no longer counts in any book.',
    cancelReason: 'Why it is cancelled',
    keep: 'Keep it',
    cancelledOn: (moment, reason) => `Cancelled ${moment}: ${reason}`,
    recordedAt: (moment) => `Recorded ${moment}`,
    entries: 'See in the journal',
    restore: 'Record again',

    purchase: 'For which purchase',
    choosePurchase: 'Choose the receipt that is paid',
    noPurchase: 'Older debt, no receipt',
    purchaseChoice: (supplier, owed, number) => `${supplier}, ${owed} (${number})`,
    makePrivate: 'Make it private',
    unreadable:
      'What this record says cannot be read. Its amount and day are still there, and other records are sound. Cancel it and record it anew.',
    madePrivate: (amount) => `${amount} is private spending now. It no longer lowers the shop's profit.`,
    cancelInClosed: (closed, day) =>
      `The books are closed through ${closed} and stay as they are; the cancellation is recorded on ${day}.`,

    'quick 6105': 'Packing',
    'quick 6206': 'Fuel, rides, parking',
    'quick 6204': 'Electricity and water',
    'quick 6205': 'Internet and phone',
    'quick 6202': 'Day wages',
    'quick 6106': 'Ads',
    'quick 6108': 'Shipping',
    'quick 6207': 'Supplies',
    'quick 6219': 'Other',

    'moves business expense': ({ amount, wallet, purpose }) =>
      `${amount} leaves ${wallet}. Shop's book: ${
        purpose === 'cost'
          ? 'a cost, profit falls'
          : purpose === 'asset'
            ? 'something the shop owns, profit unchanged'
            : 'less debt, profit unchanged'
      }.`,
    'moves business income': ({ amount, wallet }) =>
      `${amount} comes into ${wallet}. Shop's book: income, profit rises.`,
    'moves private expense': ({ amount, wallet }) =>
      `${amount} leaves ${wallet} for the home. Shop's book: drawings, profit unchanged.`,
    'moves mixed bill': ({ amount, wallet, shopPart, homePart }) =>
      `${amount} leaves ${wallet}. Shop's book: ${shopPart} for the shop, ${homePart} drawings.`,
    'moves take home': ({ amount, wallet, home }) =>
      `${amount} moves from ${wallet} to ${home}. Shop's book: drawings, profit unchanged.`,
    'moves put in capital': ({ amount, wallet, home }) =>
      `${amount} moves from ${home} to ${wallet}. Shop's book: more capital, profit unchanged.`,
    'moves expense from household': ({ amount, home, purpose, payBack }) =>
      `${amount} leaves ${home}. Shop's book: ${
        purpose === 'cost'
          ? 'a cost, profit falls'
          : purpose === 'asset'
            ? 'something the shop owns'
            : 'other debt falls'
      }; ${payBack ? 'owed to the home' : 'given as capital'}.`,
    'moves mixed bill from household': ({ amount, home, shopPart, payBack }) =>
      `${amount} leaves ${home}. Shop's book: ${shopPart} for the shop, ${
        payBack ? 'owed to the home' : 'given as capital'
      }.`,
    'moves repay household': ({ amount, wallet, home }) =>
      `${amount} moves from ${wallet} to ${home}. Shop's book: it owes the home less, profit unchanged.`,
    'moves lend to household': ({ amount, wallet, home }) =>
      `${amount} moves from ${wallet} to ${home}, to be brought back. Shop's book: owed by the home, profit unchanged.`,
    'moves household repays': ({ amount, wallet, home }) =>
      `${amount} moves from ${home} to ${wallet}. Shop's book: the home owes less, profit unchanged.`,
    'moves forgive household': ({ amount }) =>
      `The home's debt of ${amount} is given up, no money moves. Shop's book: it becomes drawings.`,
    'moves set off': ({ amount }) =>
      `The home's debt and the shop's are set off by ${amount}, no money moves. Shop's book: both are less.`,
    'moves transfer': ({ amount, wallet, to, fee, net }) =>
      fee === null
        ? `${amount} moves from ${wallet} to ${to}. Only its place changes, not the profit.`
        : `${amount} leaves ${wallet}, ${net} arrives in ${to}. The fee of ${fee} is a cost.`,
    'moves clearing received': ({ amount, wallet, fee, net }) =>
      fee === null
        ? `${amount} awaited arrives in ${wallet}. Shop's book: a receivable becomes money, profit unchanged.`
        : `Of ${amount} awaited, ${net} arrives in ${wallet}. Shop's book: the fee of ${fee} is a cost.`,
    'moves pay supplier': ({ amount, wallet }) =>
      `${amount} leaves ${wallet}. Shop's book: suppliers are owed less, profit unchanged.`,
    'moves loan received': ({ amount, wallet }) =>
      `${amount} comes into ${wallet}. Shop's book: more debt, profit unchanged.`,
    'moves loan instalment': ({ amount, wallet, principal, interest }) =>
      `${amount} leaves ${wallet}. Shop's book: principal ${principal} lowers the debt, interest ${interest} is a cost.`,
    'moves household income': ({ amount, home }) => `${amount} comes into ${home}. Shop's book: unchanged.`,
    'moves household expense': ({ amount, home }) => `${amount} leaves ${home}. Shop's book: unchanged.`,

    'home unmoved': "Home's book: unchanged.",
    'home private expense': "Home's book: spending, paid from drawings.",
    'home mixed bill': ({ homePart }) => `Home's book: spending of ${homePart}, paid from drawings.`,
    'home take home': "Home's book: money in from the shop.",
    'home put in capital': "Home's book: given to the shop.",
    'home expense from household': ({ payBack }) =>
      payBack ? "Home's book: owed by the shop." : "Home's book: given to the shop.",
    'home mixed bill from household': ({ homePart, payBack }) =>
      `Home's book: spending of ${homePart}, the rest ${payBack ? 'owed by the shop' : 'given to the shop'}.`,
    'home repay household': "Home's book: the shop owes less.",
    'home lend to household': "Home's book: owed to the shop.",
    'home household repays': "Home's book: owed to the shop less.",
    'home forgive household': "Home's book: the debt is gone and counts as money from the shop.",
    'home set off': "Home's book: both are less.",
    'home household income': "Home's book: family income.",
    'home household expense': "Home's book: spending.",
  },
)
