/** Every page of the app, each at its bare address and, where it has parts, at those. */
export const EVERY_PAGE = [
  '/',
  ...['/pesanan', '/pesanan?tab=completed', '/pesanan?new=own', '/label'],
  ...['/kemas', '/kemas/ambil', '/kemas/serah', '/kemas/serah/riwayat'],
  ...['/produk', '/produk?new=1', '/stiker'],
  ...['/stok', '/stok/opname', '/stok/awal', '/stok/kurang', '/stok/riwayat', '/stok/laris'],
  ...['/pembelian', '/pembelian?restock=1', '/pembelian?new=1', '/retur'],
  ...['/pembukuan/neraca', '/pembukuan/laba-rugi', '/pembukuan/jurnal', '/pembukuan/kas', '/pembukuan/awal'],
  ...['/saldo', '/saldo?lihat=saldo', '/saldo?lihat=cocok', '/bank', '/rumah-tangga'],
  ...[
    '/toko',
    '/toko/sambungan',
    '/toko/sinkron',
    '/toko/pemetaan',
    '/toko/induk',
    '/toko/kanal',
    '/toko/potongan',
    '/toko/potongan?part=rates',
  ],
  ...['/impor', '/impor/kenalkan'],
  ...['/pengaturan', '/cadangan', '/jejak', '/pembeli', '/bantuan'],
]

/** Pages with something opened on them; `order`, `sku` and `purchase` stand for one that is there. */
export const OPENED_PAGES = ['/pesanan?id=order', '/stok?sku=sku', '/stok/kartu?sku=sku', '/pembelian?id=purchase']
