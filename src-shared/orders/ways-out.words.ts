import { words } from '../kernel/words.ts'

/** Ways out for goods of an order that are not there, with what each costs. */
export const waysOutWords = words(
  {
    title: 'Jalan keluar',
    open: 'Jalan keluar',
    openFor: (order: string) => `Jalan keluar pesanan ${order}`,
    of: (pieces: string) => `${pieces} pcs`,
    deadline: 'Batas kirim',

    atReturns: 'Ada di rak retur',
    atReturnsHow: (pieces: string) =>
      `${pieces} pcs sudah kembali dan menunggu Cek Kondisi. Kalau masih bagus, langsung masuk stok.`,
    atReturnsCost: 'Biaya: tidak ada.',
    inspect: 'Cek kondisi retur',

    instead: 'Kirim barang lain',
    insteadHow:
      'Tawarkan dulu lewat chat. Kanal tidak diberi tahu: harga tetap, stok dan HPP mengikuti barang yang dikirim.',
    insteadNone: 'Tidak ada barang sejenis yang stoknya cukup.',
    insteadTooLate: 'Pesanan ini sudah dikemas atau tidak bisa diganti barangnya.',
    insteadOfSet: 'Barang ini bagian dari paket, jadi tidak diganti sendiri.',
    choose: 'Barang pengganti',
    available: (pieces: string) => `tersedia ${pieces}`,
    costSame: 'HPP sama',
    costMore: (amount: string) => `HPP lebih mahal ${amount}`,
    costLess: (amount: string) => `HPP lebih murah ${amount}`,
    costUnknown: 'HPP belum diisi',
    note: 'Catatan',
    noteHint: 'Disetujui pembeli lewat chat',
    send: 'Kirim barang ini',
    sent: (goods: string) => `Dikirim gantinya: ${goods}.`,
    asSold: 'Kirim barang yang dipesan',
    sentAsSold: 'Kembali ke barang yang dipesan.',
    replaced: (goods: string) => `Dikirim gantinya: ${goods}`,

    ask: 'Minta pembeli membatalkan',
    askHow:
      'Salin pesannya, kirim lewat chat kanal sebelum batas kirim. Begitu pembeli minta batal, jawab dari pesanannya.',
    askedAlready: 'Pembeli sudah minta batal. Jawab dari pesanannya sebelum kanal memutuskan.',
    costSale: (amount: string) => `Biaya: penjualan ${amount} tidak jadi.`,
    message: (buyer: string, goods: string) =>
      `Halo Kak${buyer === '' ? '' : ` ${buyer}`}, mohon maaf, ${goods} yang Kakak pesan ternyata habis. Kakak boleh pilih barang lain yang tersedia, atau ajukan pembatalan supaya dana Kakak segera kembali. Terima kasih, dan mohon maaf sekali lagi.`,
    messageName: 'pesan untuk pembeli',
    openOrder: 'Buka pesanan',

    cancel: 'Batalkan di kanal',
    cancelHow: 'Pilihan terakhir, sebelum batas kirim. Kanal mencatatnya sebagai pembatalan oleh toko.',
    cancelCentre: 'Buka Seller Centre',
    cancelOwn: 'Batalkan dari pesanannya.',
  },
  {
    title: 'Ways out',
    open: 'Ways out',
    openFor: (order) => `Ways out of order ${order}`,
    of: (pieces) => `${pieces} pcs`,
    deadline: 'To be sent by',

    atReturns: 'On the returns shelf',
    atReturnsHow: (pieces) =>
      `${pieces} pcs came back and wait to be inspected. If they are good they go into stock at once.`,
    atReturnsCost: 'Cost: none.',
    inspect: 'Inspect returns',

    instead: 'Send other goods',
    insteadHow:
      'Offer them in the chat first. The channel is not told: the price stays, stock and cost follow the goods that are sent.',
    insteadNone: 'Nothing of the kind has enough stock.',
    insteadTooLate: 'This order is packed already, or its goods cannot be replaced.',
    insteadOfSet: 'These goods are part of a set, so they are not replaced alone.',
    choose: 'Goods to send',
    available: (pieces) => `${pieces} available`,
    costSame: 'same cost',
    costMore: (amount) => `costs ${amount} more`,
    costLess: (amount) => `costs ${amount} less`,
    costUnknown: 'cost not filled in',
    note: 'Note',
    noteHint: 'Agreed with the buyer in the chat',
    send: 'Send these goods',
    sent: (goods) => `Sent instead: ${goods}.`,
    asSold: 'Send what was ordered',
    sentAsSold: 'Back to what was ordered.',
    replaced: (goods) => `Sent instead: ${goods}`,

    ask: 'Ask the buyer to cancel',
    askHow:
      'Copy the message and send it in the channel’s chat before the deadline. Once the buyer asks to cancel, answer from the order.',
    askedAlready: 'The buyer asks to cancel already. Answer from the order before the channel decides.',
    costSale: (amount) => `Cost: the sale of ${amount} is off.`,
    message: (buyer, goods) =>
      `Hello${buyer === '' ? '' : ` ${buyer}`}, we are sorry: ${goods} that you ordered turned out to be sold out. You may choose other goods, or ask to cancel so that your money comes back soon. Thank you, and our apologies.`,
    messageName: 'message for the buyer',
    openOrder: 'Open the order',

    cancel: 'Cancel at the channel',
    cancelHow: 'The last resort, before the deadline. The channel counts it as cancelled by the shop.',
    cancelCentre: 'Open Seller Centre',
    cancelOwn: 'Cancel it from the order.',
  },
)
