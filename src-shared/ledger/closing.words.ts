import { counted, words } from '../kernel/words.ts'

/** Tutup Buku: the short list before a month is closed. */
export const closingWords = words(
  {
    list: 'Sebelum ditutup',
    mend: 'Bereskan',
    see: 'Lihat',
    looking: 'Memeriksa bulan ini...',
    month: (month: string) => `Menutup ${month}`,
    order: (months: string) => `Sesudahnya: ${months}`,
    andMore: (count: string) => `${count} bulan lagi`,
    opening: 'Saldo Awal belum diisi: kas, bank, dan utang belum ada di neraca bulan ini',
    unmapped: (listings: string, orders: string) => `${listings} SKU kanal di ${orders} pesanan belum dipetakan`,
    unmappedDone: 'Semua barang yang terjual sudah dipetakan',
    gone: (skus: string, pieces: string) => `${skus} SKU, ${pieces} pcs sudah dikirim tanpa stok`,
    goneDone: 'Tidak ada yang dikirim tanpa stok',
    missingCost: (skus: string, pieces: string) =>
      `HPP ${pieces} pcs dari ${skus} SKU belum diisi, laba masih terlalu tinggi`,
    missingCostDone: 'Semua yang terjual punya HPP',
    returns: (orders: string, pieces: string) => `${orders} retur, ${pieces} pcs belum dicek`,
    returnsDone: 'Semua retur sudah dicek',
    debts: (purchases: string, amount: string, day: string) =>
      `${purchases} nota jatuh tempo belum lunas pada ${day}, ${amount}`,
    debtsPaidSince: 'sesudahnya sudah dibayar',
    debtsLeft: (amount: string) => `sekarang tinggal ${amount}`,
    debtsDone: 'Tidak ada nota yang lewat jatuh tempo',
    cash: (wallet: string, amount: string, day: string) =>
      `Hitung uang di laci: ${wallet} menurut catatan ${amount} pada ${day}`,
    cashBelowZero: (wallet: string, amount: string) =>
      `${wallet} menurut catatan kurang ${amount}: ada pemasukan yang belum dicatat`,
    cashCounted: 'Sudah saya hitung, cocok',
    remains: (things: string) => `Masih ada ${things} hal yang belum beres.`,
    remainsMeaning:
      'Buku tetap bisa ditutup. Yang dibereskan sesudahnya dicatat di bulan berikutnya, dan angka bulan ini tidak berubah lagi.',
    closeAnyway: 'Tutup juga',
    allDone: 'Semuanya beres. Bulan ini siap ditutup.',
  },
  {
    list: 'Before closing',
    mend: 'Mend',
    see: 'See',
    looking: 'Looking at this month...',
    month: (month) => `Closing ${month}`,
    order: (months) => `Afterwards: ${months}`,
    andMore: (count) => counted(count, 'more month'),
    opening: 'The opening balance is empty: cash, bank and debts are missing from this balance sheet',
    unmapped: (listings, orders) => `${counted(listings, 'channel SKU')} in ${counted(orders, 'order')} not mapped yet`,
    unmappedDone: 'All goods sold are mapped',
    gone: (skus, pieces) => `${counted(skus, 'SKU')}, ${counted(pieces, 'piece')} sent without stock`,
    goneDone: 'Nothing was sent without stock',
    missingCost: (skus, pieces) =>
      `Cost missing for ${counted(pieces, 'piece')} of ${counted(skus, 'SKU')}, profit is still too high`,
    missingCostDone: 'Everything sold has a cost',
    returns: (orders, pieces) => `${counted(orders, 'return')}, ${counted(pieces, 'piece')} not inspected`,
    returnsDone: 'All returns are inspected',
    debts: (purchases, amount, day) => `${counted(purchases, 'purchase')} due and not paid on ${day}, ${amount}`,
    debtsPaidSince: 'paid since',
    debtsLeft: (amount) => `${amount} of it is left`,
    debtsDone: 'No purchase is overdue',
    cash: (wallet, amount, day) => `Count the money in the drawer: ${wallet} has ${amount} in the books on ${day}`,
    cashBelowZero: (wallet, amount) => `${wallet} is ${amount} short in the books: money that came in is not recorded`,
    cashCounted: 'I counted it, it agrees',
    remains: (things) => `${counted(things, 'thing')} still open.`,
    remainsMeaning:
      'The books can be closed all the same. What is mended later is recorded in the next month, and the figures of this month stay.',
    closeAnyway: 'Close anyway',
    allDone: 'Everything is done. This month is ready to close.',
  },
)
