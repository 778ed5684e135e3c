import { cashEventWords } from '../cash/cash.words.ts'
import type { Language } from '../kernel/business-day.ts'
import { words } from '../kernel/words.ts'

/**
 * What journal entries are about. An entry keeps the key and the facts, and is worded when it is shown: in the reader's
 * language, and in better words once there are some, without a sealed row changing. Keys and the names of facts are
 * stored, so they stay; the sentences may be rewritten freely.
 */
export const memoWords = words(
  {
    'goods sent': ({ order }: { order: string }) => `Dikirim ${order}`,
    'cancelled after sending': ({ order }: { order: string }) => `Batal setelah dikirim ${order}`,
    sale: ({ order }: { order: string }) => `Penjualan ${order}`,
    'cost of goods': ({ order }: { order: string }) => `HPP ${order}`,
    'sale returned': ({ order }: { order: string }) => `Retur ${order}`,
    'goods returned': ({ order }: { order: string }) => `Barang retur ${order}`,
    'delivery failed': ({ order }: { order: string }) => `Gagal kirim, barang kembali ${order}`,
    'inspected sellable': ({ order }: { order: string }) => `Retur layak jual, masuk stok ${order}`,
    'inspected damaged': ({ order }: { order: string }) => `Retur rusak ${order}`,
    'inspected lost': ({ order }: { order: string }) => `Retur hilang ${order}`,
    refund: ({ order }: { order: string }) => `Uang dikembalikan ${order}`,
    'claim paid': ({ order }: { order: string }) => `Klaim dibayar ${order}`,
    prepayment: ({ order }: { order: string }) => `Dibayar di muka ${order}`,
    'prepayment refunded': ({ order }: { order: string }) => `Dikembalikan ${order}`,
    'goods under way at the start': ({ order }: { order: string }) => `Stok awal dalam pengiriman ${order}`,
    'money released': ({ order }: { order: string }) => `Dana dilepas ${order}`,
    'channel adjustment': ({ order }: { order: string }) => `Penyesuaian kanal ${order}`,
    'owed by the channel at the start': ({ order }: { order: string }) => `Dana kanal belum dilepas di awal ${order}`,
    'goods received': ({ purchase, supplier }: { purchase: string; supplier: string }) =>
      `Terima barang ${purchase}, ${supplier}`,
    'cost difference': 'Koreksi harga pokok',
    'reversal on its day': 'Pembatalan dipindah ke tanggalnya',
    'opening stock': ({ sku }: { sku: string }) => `Stok awal ${sku}`,
    'opening balance': 'Saldo Awal',
    'stock count': 'Stok opname',
    'goods found': 'Barang ditemukan',
    'goods damaged': 'Barang rusak',
    'goods lost': 'Barang hilang',
    'goods given as samples': 'Sampel dan endorse',
    'goods taken home': 'Barang dibawa pulang',
    'channel balance': ({ what }: { what: string }) => `Saldo kanal: ${what}`,
    cash: ({ what }: { what: keyof (typeof cashEventWords)['id'] }) => cashEventWords.id[what],
  },
  {
    'goods sent': ({ order }) => `Sent ${order}`,
    'cancelled after sending': ({ order }) => `Cancelled after sending ${order}`,
    sale: ({ order }) => `Sale ${order}`,
    'cost of goods': ({ order }) => `Cost of goods ${order}`,
    'sale returned': ({ order }) => `Return ${order}`,
    'goods returned': ({ order }) => `Goods returned ${order}`,
    'delivery failed': ({ order }) => `Delivery failed, goods come back ${order}`,
    'inspected sellable': ({ order }) => `Return sellable, back in stock ${order}`,
    'inspected damaged': ({ order }) => `Return damaged ${order}`,
    'inspected lost': ({ order }) => `Return lost ${order}`,
    refund: ({ order }) => `Money given back ${order}`,
    'claim paid': ({ order }) => `Claim paid ${order}`,
    prepayment: ({ order }) => `Paid in advance ${order}`,
    'prepayment refunded': ({ order }) => `Paid back ${order}`,
    'goods under way at the start': ({ order }) => `Opening stock under way ${order}`,
    'money released': ({ order }) => `Money released ${order}`,
    'channel adjustment': ({ order }) => `Channel adjustment ${order}`,
    'owed by the channel at the start': ({ order }) => `Owed by the channel at the start ${order}`,
    'goods received': ({ purchase, supplier }) => `Goods received ${purchase}, ${supplier}`,
    'cost difference': 'Correction of cost',
    'reversal on its day': 'Reversal moved to its own day',
    'opening stock': ({ sku }) => `Opening stock ${sku}`,
    'opening balance': 'Opening balance',
    'stock count': 'Stock count',
    'goods found': 'Goods found',
    'goods damaged': 'Damaged goods',
    'goods lost': 'Lost goods',
    'goods given as samples': 'Samples and endorsement',
    'goods taken home': 'Goods taken home',
    'channel balance': ({ what }) => `Channel balance: ${what}`,
    cash: ({ what }) => cashEventWords.en[what],
  },
)

type MemoWords = (typeof memoWords)['id']
export type MemoKey = keyof MemoWords
type FactsOf<K extends MemoKey> = MemoWords[K] extends (facts: infer Facts) => string ? [facts: Facts] : []

/** What an entry is about: a key and the facts its sentence names. */
export interface Memo {
  key: MemoKey
  facts: Readonly<Record<string, string>>
}

export const memo = <K extends MemoKey>(key: K, ...facts: FactsOf<K>): Memo => ({
  key,
  facts: (facts[0] ?? {}) as Memo['facts'],
})

/** A memo as it stands in the ledger: its key, and its facts as JSON. */
export const storedMemo = (key: string, facts: string): Memo => ({ key: key as MemoKey, facts: JSON.parse(facts) })

/** The memo as one sentence. A key that this version no longer knows stands for itself. */
export function memoText({ key, facts }: Memo, language: Language): string {
  const sentence = memoWords[language][key] as string | ((facts: Memo['facts']) => string) | undefined
  return typeof sentence === 'function' ? sentence(facts) : (sentence ?? key)
}
