import { counted, words } from '../kernel/words.ts'
import type { PracticePace } from './practice.ts'

/** Marketplaces to practise on. */
export const practiceWords = words(
  {
    title: 'Pasar latihan',
    what: 'Shopee dan TikTok Shop tiruan di laptop ini. Pembelinya robot: memesan, membayar, menerima paket, lalu uangnya cair. Kirim, cetak label, dan atur stok seperti di toko sungguhan; tidak ada yang keluar dari laptop ini.',
    open: (channel: string) => `Buka ${channel}`,
    opening: 'Membuka...',
    buyers: 'Pembeli',
    pace: (pace: PracticePace) => ({ none: 'Tidak ada', few: 'Sepi', some: 'Biasa', many: 'Ramai' })[pace],
    buyer: 'Datangkan pembeli',
    came: (orders: string) => `${orders} pesanan baru. Dibayar dalam beberapa detik.`,
    soldOut: 'Pembeli datang, tetapi barang yang dicarinya habis.',
    nextDay: 'Ke hari berikutnya',
    passing: 'Melewati hari...',
    passed: (day: string, pace: PracticePace) =>
      `Sekarang ${day}, pukul 08.00. Kurir sudah jalan${pace === 'none' ? '.' : ', pembeli baru sudah memesan.'}`,
    today: (day: string) => `Hari latihan: ${day}`,
    ahead: (days: string) => `${days} hari di depan kalender`,
    orders: (toShip: string, underWay: string, over: string) =>
      `${toShip} perlu dikirim, ${underWay} berjalan, ${over} selesai`,
    isOpen: 'Buka',
    isClosed: 'Tutup',
    hasBegunAgain:
      'Catatan pasar ini tidak terbaca, jadi dimulai lagi dari awal sebagai toko baru. Pesanan lama tetap ada.',
    close: 'Tutup pasar latihan',
    closeTitle: 'Tutup pasar latihan?',
    closeBody:
      'Pembeli berhenti datang dan tokonya terputus. Pesanan di sini tetap ada, dan pasar melanjutkan dari sini kalau dibuka lagi.',
    closed: 'Pasar latihan ditutup.',
    steps: 'Yang dilatih',
    stepOrders: 'Lihat pesanan masuk',
    stepPack: 'Kemas dan serahkan ke kurir',
    stepMoney: 'Periksa dana cair',
  },
  {
    title: 'Practice marketplace',
    what: 'Shopee and TikTok Shop played on this laptop. Their buyers are robots: they order, pay, take their parcels, and the money is released. Send, print labels and set stock as in a real shop; nothing leaves this laptop.',
    open: (channel) => `Open ${channel}`,
    opening: 'Opening...',
    buyers: 'Buyers',
    pace: (pace) => ({ none: 'None', few: 'Few', some: 'Usual', many: 'Many' })[pace],
    buyer: 'Call a buyer',
    came: (orders) => `${counted(orders, 'new order')}. Paid within seconds.`,
    soldOut: 'A buyer came, but what they wanted is sold out.',
    nextDay: 'To the next day',
    passing: 'Passing the day...',
    passed: (day, pace) =>
      `Now it is ${day}, 8 o’clock. Couriers were on their way${pace === 'none' ? '.' : ', new buyers have ordered.'}`,
    today: (day) => `Practice day: ${day}`,
    ahead: (days) => `${counted(days, 'day')} ahead of the calendar`,
    orders: (toShip, underWay, over) => `${toShip} to ship, ${underWay} under way, ${over} over`,
    isOpen: 'Open',
    isClosed: 'Closed',
    hasBegunAgain:
      'What was kept of it could not be read, so it began from nothing as a new shop. The old orders stay.',
    close: 'Close the practice marketplace',
    closeTitle: 'Close the practice marketplace?',
    closeBody:
      'Buyers stop coming and its shops are disconnected. The orders here stay, and it goes on from here when it is opened again.',
    closed: 'The practice marketplace is closed.',
    steps: 'What is practised',
    stepOrders: 'See orders arrive',
    stepPack: 'Pack and hand over to the courier',
    stepMoney: 'Look at what was released',
  },
)
