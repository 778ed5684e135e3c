import { formatNumber, formatRupiah } from '../kernel/rupiah.ts'
import { words } from '../kernel/words.ts'
import type { Reckoning } from './fee-rate.ts'
import type { ShopClass } from './shop-fees.ts'

const CLASS_ID: Record<ShopClass, string> = { regular: 'Biasa', star: 'Star', 'star plus': 'Star+', mall: 'Mall' }
const CLASS_EN: Record<ShopClass, string> = { ...CLASS_ID, regular: 'Regular' }

const percent = (basisPoints: number) => `${formatNumber(basisPoints / 100)}%`

/** Words of the rates by which Potongan Kanal is estimated. */
export const feeRatesWords = words(
  {
    reckoned: (reckoning: Reckoning) =>
      reckoning.kind === 'per order'
        ? `${formatRupiah(reckoning.amount)} per pesanan`
        : `${percent(reckoning.basisPoints)} dari harga setelah diskon penjual${reckoning.most === null ? '' : `, paling banyak ${formatRupiah(reckoning.most)} per pcs`}`,
    /** In a list whose lead says of what the percentage is. */
    reckonedShort: (reckoning: Reckoning) =>
      reckoning.kind === 'per order'
        ? `${formatRupiah(reckoning.amount)} per pesanan`
        : `${percent(reckoning.basisPoints)}${reckoning.most === null ? '' : `, paling banyak ${formatRupiah(reckoning.most)}`}`,
    accuracy: (shop: string, orders: string, exact: string, error: string) =>
      `${shop}: dari ${orders} pesanan yang sudah dilepas, ${exact} diperkirakan tepat; rata-rata meleset ${error} per pesanan.`,
    proposal: (name: string, rate: string, matching: string, orders: string) =>
      `${name} ${rate}: cocok dengan ${matching} dari ${orders} pesanan yang sudah dilepas.`,
    take: 'Pakai tarif ini',
    takeAll: (count: string) => `Pakai semua (${count})`,
    takenAll: (count: string) => `${count} tarif dipakai untuk perkiraan.`,
    proposed: (count: string) => `${count} tarif menurut laporan toko Anda sendiri`,
    taken: (name: string) => `Tarif ${name} dipakai untuk perkiraan.`,
    evidence: (matching: string, orders: string) =>
      `Dari laporan penghasilan toko ini: ${matching} dari ${orders} pesanan`,
    rates: 'Tarif',
    name: 'Nama di kanal',
    forWhom: 'Untuk',
    rate: 'Tarif',
    from: 'Mulai',
    source: 'Sumber',
    shipped: 'Bawaan Lumbung',
    allShops: 'Semua toko',
    add: 'Tambah tarif',
    change: 'Ubah tarif',
    shop: 'Kanal atau toko',
    category: 'Kategori produk',
    categoryHelp: 'Seperti di Produk Anda; kosongkan untuk semua.',
    kind: 'Dihitung',
    perOrder: 'Rupiah per pesanan',
    share: 'Persen dari harga',
    amount: 'Rupiah per pesanan',
    percent: 'Persen',
    percentHelp: 'Dari harga setelah diskon dan voucher penjual, misalnya 8,25',
    percentError: 'Tulis angka 0 sampai 100, paling banyak dua angka di belakang koma.',
    most: 'Paling banyak per pcs',
    sourceHelp: 'Misalnya nama halaman Seller Centre dan tanggalnya.',
    saved: (name: string) => `Tarif ${name} disimpan. Pembukuan tidak berubah, hanya perkiraan.`,
    undo: 'Hapus tarif ini',
    undone: (name: string) => `Tarif ${name} dihapus.`,
    fillFirst: 'Isi nama, tarif, dan tanggal dulu.',
    shopClass: (shopClass: ShopClass, isShopee: boolean) =>
      isShopee && shopClass === 'regular' ? 'Non-Star' : CLASS_ID[shopClass],
    ofShop: 'Toko ini',
    notSaid: 'Kelas dan kategorinya belum diisi. Perkiraan memakai tarif umum.',
    sayOfShop: 'Isi kelas dan program',
    changeOfShop: 'Ubah kelas dan program',
    classOfShop: 'Kelas toko',
    classHelp: 'Terlihat di Seller Centre.',
    mainCategory: 'Kategori kanal yang paling banyak dijual',
    generalRate: 'Tarif umum',
    programmes: 'Program yang diikuti',
    notJoined: 'Tidak ikut',
    levelOf: (level: string, rate: string) => `${level}: ${rate}`,
    ownCategories: 'Kategori produk Anda',
    ownCategoriesHelp: 'Pilih kategori kanal bila berbeda dari kategori toko.',
    asShop: 'Seperti tokonya',
    since: 'Berlaku mulai',
    sinceHelp: 'Pesanan sebelum hari ini tetap memakai yang diisi sebelumnya.',
    savedOfShop: (shop: string) => `Kelas dan program ${shop} disimpan. Pembukuan tidak berubah, hanya perkiraan.`,
    isShipped: 'Tarif bawaan tidak diubah; tarif baru dengan nama yang sama menggantikannya sejak tanggalnya.',
  },
  {
    reckoned: (reckoning) =>
      reckoning.kind === 'per order'
        ? `${formatRupiah(reckoning.amount)} an order`
        : `${percent(reckoning.basisPoints)} of the price after the seller’s discounts${reckoning.most === null ? '' : `, at most ${formatRupiah(reckoning.most)} a piece`}`,
    reckonedShort: (reckoning) =>
      reckoning.kind === 'per order'
        ? `${formatRupiah(reckoning.amount)} an order`
        : `${percent(reckoning.basisPoints)}${reckoning.most === null ? '' : `, at most ${formatRupiah(reckoning.most)}`}`,
    accuracy: (shop, orders, exact, error) =>
      `${shop}: of ${orders} settled orders ${exact} were estimated exactly; on average ${error} off an order.`,
    proposal: (name, rate, matching, orders) => `${name} ${rate}: right for ${matching} of ${orders} settled orders.`,
    take: 'Use this rate',
    takeAll: (count) => `Use all (${count})`,
    takenAll: (count) => `${count} rates are used for estimates.`,
    proposed: (count) => `${count} rates by your own reports`,
    taken: (name) => `The rate of ${name} is used for estimates.`,
    evidence: (matching, orders) => `From this shop’s income files: ${matching} of ${orders} orders`,
    rates: 'Rates',
    name: 'Name at the channel',
    forWhom: 'For',
    rate: 'Rate',
    from: 'From',
    source: 'Source',
    shipped: 'Shipped with Lumbung',
    allShops: 'All shops',
    add: 'Add a rate',
    change: 'Change the rate',
    shop: 'Channel or shop',
    category: 'Product category',
    categoryHelp: 'As in your products; leave empty for all.',
    kind: 'Reckoned',
    perOrder: 'Rupiah an order',
    share: 'Percent of the price',
    amount: 'Rupiah an order',
    percent: 'Percent',
    percentHelp: 'Of the price after the seller’s discounts and vouchers, such as 8,25',
    percentError: 'Write a number from 0 to 100 with at most two decimals.',
    most: 'At most a piece',
    sourceHelp: 'Such as a page of Seller Centre and its day.',
    saved: (name) => `The rate of ${name} was kept. The books do not change, only estimates.`,
    undo: 'Remove this rate',
    undone: (name) => `The rate of ${name} was removed.`,
    fillFirst: 'Fill in name, rate and day first.',
    shopClass: (shopClass, isShopee) => (isShopee && shopClass === 'regular' ? 'Non-Star' : CLASS_EN[shopClass]),
    ofShop: 'This shop',
    notSaid: 'Nothing is said of its class and category. Estimates take the general rate.',
    sayOfShop: 'Say class and programmes',
    changeOfShop: 'Change class and programmes',
    classOfShop: 'Class of the shop',
    classHelp: 'Shown in Seller Centre.',
    mainCategory: 'The channel’s category of most of its goods',
    generalRate: 'General rate',
    programmes: 'Programmes it joined',
    notJoined: 'Not joined',
    levelOf: (level, rate) => `${level}: ${rate}`,
    ownCategories: 'Your product categories',
    ownCategoriesHelp: 'Choose the channel’s category where it is not the shop’s.',
    asShop: 'As the shop',
    since: 'From',
    sinceHelp: 'Orders before that day keep what was said before.',
    savedOfShop: (shop) => `Class and programmes of ${shop} were kept. The books do not change, only estimates.`,
    isShipped: 'A shipped rate is not changed; a new one of the same name takes its place from its day on.',
  },
)
