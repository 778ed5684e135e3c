/** Every page whose keys are tried: each in the state one finds it in. */
export const PAGES_WITH_KEYS = [
  [
    '/',
    '/pesanan',
    '/pesanan?new=own',
    '/produk',
    '/produk?new=1',
    '/stok',
    '/stok/opname',
    '/stok/awal',
    '/stok/kurang',
  ],
  ['/stok/riwayat', '/pembelian', '/pembelian?new=1', '/pembukuan/neraca', '/pembukuan/laba-rugi', '/pembukuan/jurnal'],
  [
    '/pembukuan/kas',
    '/pembukuan/awal',
    '/saldo',
    '/bank',
    '/rumah-tangga',
    '/toko',
    '/toko/sambungan',
    '/toko/pemetaan',
    '/toko/potongan?part=rates',
    '/toko/kanal',
    '/impor',
    '/impor/kenalkan',
    '/kemas',
    '/kemas/ambil',
  ],
  ['/kemas/serah', '/retur', '/label', '/stiker', '/pengaturan', '/cadangan', '/jejak', '/bantuan'],
].flat()

/** Every page of the app, dialogs and panels that open by an address among them. */
export const PAGES_UNDER_POLICY = [
  ...['/', '/pesanan', '/pesanan?new=own', '/produk', '/produk?new=1', '/stok', '/stok/opname', '/stok/awal'],
  ...['/stok/kurang', '/stok/riwayat', '/pembelian', '/pembelian?new=1', '/pembukuan/neraca', '/pembukuan/laba-rugi'],
  ...[
    '/pembukuan/jurnal',
    '/pembukuan/kas',
    '/pembukuan/awal',
    '/saldo',
    '/bank',
    '/rumah-tangga',
    '/toko',
    '/toko/pemetaan',
    '/toko/potongan?part=rates',
    '/toko/kanal',
    '/impor',
    '/impor/kenalkan',
  ],
  ...['/kemas', '/kemas/ambil', '/kemas/serah', '/retur', '/label', '/stiker', '/pengaturan', '/cadangan', '/bantuan'],
]

/** Every page that is measured with long names; `order`, `sku` and `purchase` stand for one that is there. */
export const MEASURED_PAGES = [
  ['/', '/pesanan', '/pesanan?tab=completed', '/pesanan?id=order', '/pesanan?new=own', '/label'],
  ['/kemas', '/kemas/ambil', '/kemas/serah', '/produk', '/produk?new=1', '/retur'],
  ['/stok', '/stok?sku=sku', '/stok/kartu?sku=sku', '/stok/opname', '/stok/awal', '/stok/kurang', '/stok/riwayat'],
  [
    '/pembelian',
    '/pembelian?id=purchase',
    '/pembelian?new=1',
    '/toko',
    '/toko/pemetaan',
    '/toko/kanal',
    '/impor',
    '/impor/kenalkan',
  ],
  ['/pembukuan/neraca', '/pembukuan/laba-rugi', '/pembukuan/jurnal', '/pembukuan/kas', '/pembukuan/awal'],
  [
    '/bank',
    '/toko/potongan?part=rates',
    '/stiker',
    '/saldo',
    '/saldo?lihat=saldo',
    '/saldo?lihat=cocok',
    '/rumah-tangga',
    '/pengaturan',
    '/cadangan',
    '/bantuan',
  ],
].flat()
