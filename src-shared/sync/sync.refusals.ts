import { z } from 'zod'
import { channelWords } from '../app/parts.words.ts'
import { refusal } from '../kernel/refusal.ts'
import { ConnectedChannel, SyncTrouble } from './sync.ts'
import { troubleSentence } from './trouble.words.ts'

export const syncRefusals = {
  CHANNEL_NOT_CONNECTABLE: refusal(z.object({ channel: ConnectedChannel }), {
    id: ({ channel }) =>
      `${channelWords.id[channel]} belum bisa disambungkan. Tidak ada yang berubah. Pakai berkas dari Seller Centre dulu.`,
    en: ({ channel }) =>
      `${channelWords.en[channel]} cannot be connected yet. Nothing changed. Use its Seller Centre files for now.`,
  }),
  CONSENT_NOT_BEGUN: refusal(z.object({ attemptId: z.string() }), {
    id: () =>
      'Penyambungan ini sudah tidak menunggu (lewat 30 menit atau Lumbung dibuka ulang). Belum ada yang berubah. Mulai lagi dari langkah pertama.',
    en: () =>
      'This connection is no longer waiting (after 30 minutes, or Lumbung was opened again). Nothing changed. Begin again with the first step.',
  }),
  CONSENT_NOT_ANSWERED: refusal(z.object({}), {
    id: () =>
      'Jawaban dari halaman persetujuan belum ada. Belum ada yang berubah. Setujui di peramban, atau tempel alamat halaman terakhirnya di sini.',
    en: () =>
      'The consent page has not answered yet. Nothing changed. Agree in the browser, or paste the address of its last page here.',
  }),
  CONSENT_OF_ANOTHER: refusal(z.object({}), {
    id: () =>
      'Alamat ini jawaban dari penyambungan lain. Belum ada yang berubah. Buka lagi halaman persetujuan dari langkah 2, lalu tempel alamat yang baru.',
    en: () =>
      'This address answers another attempt. Nothing changed. Open the consent page of step 2 again and paste the new address.',
  }),
  CHANNEL_SAID_NO: refusal(z.object({ channel: ConnectedChannel, trouble: SyncTrouble }), {
    id: ({ channel, trouble }) =>
      `${troubleSentence.id(channelWords.id[channel], trouble)} Belum ada yang berubah di Lumbung.`,
    en: ({ channel, trouble }) =>
      `${troubleSentence.en(channelWords.en[channel], trouble)} Nothing changed in Lumbung.`,
  }),
  ACCOUNT_OF_ANOTHER_SHOP: refusal(z.object({ account: z.string(), shop: z.string() }), {
    id: ({ account, shop }) =>
      `Akun ${account} sudah tersambung sebagai ${shop}. Belum ada yang berubah. Pilih ${shop}, atau masuk dengan akun lain di peramban.`,
    en: ({ account, shop }) =>
      `The account ${account} is connected as ${shop} already. Nothing changed. Choose ${shop}, or sign in with another account in the browser.`,
  }),
  SHOP_OF_ANOTHER_ACCOUNT: refusal(z.object({ account: z.string(), shop: z.string(), known: z.string() }), {
    id: ({ account, shop, known }) =>
      `${shop} berisi pesanan akun ${known}, sedangkan yang disetujui akun ${account}. Belum ada yang berubah. Masuk dengan akun ${known}, atau sambungkan sebagai toko baru.`,
    en: ({ account, shop, known }) =>
      `${shop} holds orders of the account ${known}, but ${account} consented. Nothing changed. Sign in as ${known}, or connect it as a new shop.`,
  }),
  NOTHING_TO_ANSWER: refusal(z.object({ orderNumber: z.string() }), {
    id: ({ orderNumber }) =>
      `Tidak ada permintaan yang menunggu jawaban untuk pesanan ${orderNumber}. Tidak ada yang berubah. Mungkin sudah dijawab di Seller Centre; sinkronkan untuk melihat keadaan terbaru.`,
    en: ({ orderNumber }) =>
      `Nothing of order ${orderNumber} waits for an answer. Nothing changed. It may have been answered in the Seller Centre; synchronise to see how it stands.`,
  }),
  NOT_TO_BE_CANCELLED: refusal(z.object({ orderNumber: z.string() }), {
    id: ({ orderNumber }) =>
      `Pesanan ${orderNumber} tidak bisa dibatalkan dengan alasan ini: kurirnya sudah diminta, pembeli sudah minta batal, atau pembatalannya sedang dikirim. Tidak ada yang berubah. Lihat keadaannya di pesanan, atau buka Seller Centre.`,
    en: ({ orderNumber }) =>
      `Order ${orderNumber} cannot be cancelled for this reason: its courier was asked for, its buyer asks to cancel, or the cancellation is on its way. Nothing changed. Look how the order stands, or open the Seller Centre.`,
  }),
  WHAT_RAN_OUT: refusal(z.object({ orderNumber: z.string() }), {
    id: () => 'Kanal menanyakan barang mana yang habis. Belum ada yang berubah. Pilih paling sedikit satu barang.',
    en: () => 'The channel wants to know which goods ran out. Nothing changed. Choose at least one.',
  }),
  ONLY_AT_THE_CHANNEL: refusal(z.object({ channel: ConnectedChannel }), {
    id: ({ channel }) =>
      `${channelWords.id[channel]} hanya menerima sanggahan di Seller Centre, karena meminta foto dan alasan dari daftarnya. Tidak ada yang berubah. Buka Seller Centre dari sini.`,
    en: ({ channel }) =>
      `${channelWords.en[channel]} takes disputes in its Seller Centre only: it asks for pictures and a reason of its list. Nothing changed. Open the Seller Centre from here.`,
  }),
  NOT_CONNECTED: refusal(z.object({ shopId: z.string() }), {
    id: () => 'Toko ini tidak tersambung. Tidak ada yang berubah. Sambungkan dulu di Toko Terhubung.',
    en: () => 'This shop is not connected. Nothing changed. Connect it in Connected shops first.',
  }),
  STOCK_NOT_COMPARED: refusal(z.object({ shop: z.string() }), {
    id: ({ shop }) =>
      `Stok di ${shop} belum dibandingkan dengan kanal, jadi belum ada yang dikirim. Sinkronkan dulu sampai pesanan masuk, tekan Bandingkan, lalu lihat selisihnya.`,
    en: ({ shop }) =>
      `The stock of ${shop} has not been compared with its channel, so nothing was sent. Sync until its orders are here, press Compare, then look at the differences.`,
  }),
  DIFFERENCES_CHANGED: refusal(z.object({ shop: z.string() }), {
    id: ({ shop }) =>
      `Selisih stok ${shop} dibaca ulang sejak dilihat. Belum ada yang dikirim. Lihat lagi daftarnya, lalu nyalakan.`,
    en: ({ shop }) =>
      `The differences of ${shop} were read anew since you looked. Nothing was sent. Look at the list again, then switch it on.`,
  }),
  RULE_OF_NOTHING: refusal(z.object({ shop: z.string() }), {
    id: () =>
      'Barang ini tidak dijual di toko itu (lagi). Aturannya belum disimpan. Muat ulang daftarnya, lalu pilih lagi.',
    en: () =>
      'These goods are not (any more) on sale in that shop. The rule was not saved. Load the list again and choose anew.',
  }),
}
