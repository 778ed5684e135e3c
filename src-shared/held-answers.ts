/**
 * The procedures that count or list what long work touches. While a file comes in, is taken back, or a listing of many orders is mapped,
 * they are answered as of the moment before: nobody sees a half of it, and all figures are of one moment. What people work on then (the desk,
 * one order, one return, the stock of one SKU, prices, goods, people) is answered as of now. A test holds each question against this list
 * or that of the others.
 */
export const HELD_ANSWERS: ReadonlySet<string> = new Set([
  'catalog.products.list',
  'catalog.listings.list',
  'ledger.neraca',
  'ledger.labaRugi',
  'ledger.newestResult',
  'ledger.entries',
  'ledger.accountEntries',
  'ledger.exportJournal',
  'inventory.levels',
  'inventory.card',
  'inventory.oversold',
  'inventory.missingCost',
  'purchasing.restock',
  'settlements.toDo',
  'settlements.names',
  'settlements.waiting',
  'orders.tabs',
  'orders.beforeBooks',
  'orders.list',
  'orders.profitSum',
  'orders.exportFile',
  'returns.list',
  'payouts.overview',
  'payouts.lines',
  'payouts.expected',
  'payouts.next',
  'payouts.checks',
  'payouts.exportFile',
  'cash.wallets',
  'cash.list',
  'cash.walletBook',
  'cash.exportFile',
  'household.month',
  'bank.lines',
  'bank.summary',
  'reports.today',
  'reports.salesByDay',
  'reports.beforeClosing',
  'reports.sellers',
  'reports.find',
])

/** Of them, what statements of an account alone bring, and people answer line by line: held while such a statement comes in, not behind orders. */
const OF_STATEMENTS: ReadonlySet<string> = new Set(['bank.lines', 'bank.summary'])
export const HELD_BEHIND_ORDERS: ReadonlySet<string> = new Set(
  [...HELD_ANSWERS].filter((name) => !OF_STATEMENTS.has(name)),
)
