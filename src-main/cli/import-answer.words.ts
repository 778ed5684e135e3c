import { words } from '../../src-shared/kernel/words.ts'

/** What `lumbung import` says of a file, in the language of the shop. Counts and amounts come written. */
export const importAnswerWords = words(
  {
    orders: (orders: string, rows: string, pieces: string, goods: string, paid: string) =>
      `${orders} pesanan, ${rows} baris, ${pieces} pcs, nilai barang ${goods}, dibayar pembeli ${paid}`,
    settlements: (orders: string, adjustments: string, released: string) =>
      `${orders} pesanan, ${adjustments} penyesuaian, dana dilepas ${released}`,
    returns: (returns: string, withGoods: string, pieces: string, refund: string, compensation: string) =>
      `${returns} pengembalian, ${withGoods} dengan barang, ${pieces} pcs, dana kembali ${refund}, kompensasi ${compensation}`,
    listings: (products: string, listings: string, withCode: string, stock: string, value: string) =>
      `${products} produk, ${listings} barang, ${withCode} punya kode SKU, stok kanal ${stock} pcs, nilai ${value}`,
    balances: (rows: string, opening: string, into: string, out: string, closing: string) =>
      `${rows} baris, saldo awal ${opening}, masuk ${into}, keluar ${out}, saldo akhir ${closing}`,
    notSaid: 'tidak disebut',
    computed: (name: string, stated: string, computed: string) =>
      `${name}: di berkas ${stated}, dari barisnya ${computed}`,

    skipped: (file: string, why: string) => `${file}: dilewati, ${why}`,
    moreProblems: (count: string) => `dan ${count} masalah lagi`,
    strange: (of: string, shop: string) => `tidak satu pun dari ${of} nama barang dikenal di ${shop}`,
    knownNumbers: (known: string, of: string, shop: string) => `${known} dari ${of} nomor pesanan sudah ada di ${shop}`,
    knownNames: (known: string, of: string, shop: string) => `${known} dari ${of} nama barang sudah ada di ${shop}`,
    wouldHappen: 'Akan terjadi',
    kept: 'Tersimpan',

    counts: (added: string, changed: string, unchanged: string, keptOut: string) =>
      `${added} baru, ${changed} berubah, ${unchanged} sama, ${keptOut} bermasalah`,
    met: (payouts: string) => `${payouts} pencairan bertemu sendiri`,
    entries: (entries: string) => `${entries} jurnal`,
    sales: (amount: string) => `penjualan ${amount}`,
    moved: (amount: string, asked: string) => `saldo bergerak ${amount}, ${asked} perlu jawaban`,
    returned: (withGoods: string, waiting: string) => `${withGoods} barang kembali, ${waiting} menunggu pesanannya`,
    mapped: (mapped: string, unmapped: string) => `${mapped} sudah dikenal, ${unmapped} menunggu dipetakan`,
    released: (amount: string, waiting: string) => `dilepas ${amount}, ${waiting} menunggu pesanannya`,
  },
  {
    orders: (orders, rows, pieces, goods, paid) =>
      `${orders} orders, ${rows} rows, ${pieces} pieces, goods ${goods}, paid by buyers ${paid}`,
    settlements: (orders, adjustments, released) =>
      `${orders} orders, ${adjustments} adjustments, released ${released}`,
    returns: (returns, withGoods, pieces, refund, compensation) =>
      `${returns} returns, ${withGoods} with goods, ${pieces} pieces, refunded ${refund}, compensation ${compensation}`,
    listings: (products, listings, withCode, stock, value) =>
      `${products} products, ${listings} listings, ${withCode} with an SKU code, channel stock ${stock} pieces, worth ${value}`,
    balances: (rows, opening, into, out, closing) =>
      `${rows} rows, opening balance ${opening}, in ${into}, out ${out}, closing balance ${closing}`,
    notSaid: 'not said',
    computed: (name, stated, computed) => `${name}: ${stated} in the file, ${computed} from its rows`,

    skipped: (file, why) => `${file}: skipped, ${why}`,
    moreProblems: (count) => `and ${count} more problems`,
    strange: (of, shop) => `none of ${of} names of goods is known in ${shop}`,
    knownNumbers: (known, of, shop) => `${known} of ${of} order numbers are in ${shop} already`,
    knownNames: (known, of, shop) => `${known} of ${of} names of goods are in ${shop} already`,
    wouldHappen: 'Would happen',
    kept: 'Kept',

    counts: (added, changed, unchanged, keptOut) =>
      `${added} new, ${changed} changed, ${unchanged} the same, ${keptOut} with problems`,
    met: (payouts) => `${payouts} payouts met by themselves`,
    entries: (entries) => `${entries} journal entries`,
    sales: (amount) => `sales ${amount}`,
    moved: (amount, asked) => `balance moved by ${amount}, ${asked} need an answer`,
    returned: (withGoods, waiting) => `${withGoods} with goods, ${waiting} waiting for their orders`,
    mapped: (mapped, unmapped) => `${mapped} known already, ${unmapped} waiting to be mapped`,
    released: (amount, waiting) => `released ${amount}, ${waiting} waiting for their orders`,
  },
)
