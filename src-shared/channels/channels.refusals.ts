import { z } from 'zod'
import { channelWords } from '../app/parts.words.ts'
import { refusal } from '../kernel/refusal.ts'
import { formatNumber } from '../kernel/rupiah.ts'
import { Channel } from '../orders/order.ts'

export const channelsRefusals = {
  IMPORT_NOT_FOUND: refusal(z.object({ importId: z.string() }), {
    id: () =>
      'Berkas ini sudah tidak menunggu (lewat 30 menit atau sudah dimasukkan). Belum ada yang berubah. Seret berkasnya sekali lagi.',
    en: () =>
      'This file is no longer waiting (after 30 minutes, or already taken in). Nothing changed. Drop the file once more.',
  }),
  ARCHIVE_NOT_FOUND: refusal(z.object({ archiveId: z.string() }), {
    id: () =>
      'Arsip ZIP ini sudah tidak menunggu (lewat 30 menit). Belum ada yang berubah. Seret arsipnya sekali lagi.',
    en: () => 'This ZIP archive is no longer waiting (after 30 minutes). Nothing changed. Drop it once more.',
  }),
  ARCHIVE_WITHOUT_FILES: refusal(z.object({ name: z.string() }), {
    id: ({ name }) =>
      `Di ${name} tidak ada berkas XLSX, XLS, atau CSV. Belum ada yang disimpan. Pilih folder atau arsip yang berisi laporan dari Seller Centre atau bank.`,
    en: ({ name }) =>
      `${name} holds no XLSX, XLS or CSV file. Nothing was stored. Choose a folder or an archive of reports from Seller Centre or your bank.`,
  }),
  SHOP_NOT_FOUND: refusal(z.object({ shopId: z.string() }), {
    id: () => 'Toko tujuan tidak ditemukan. Belum ada yang disimpan. Pilih toko lain atau buat yang baru.',
    en: () => 'The shop was not found. Nothing was stored. Choose another one or add it.',
  }),
  WRONG_CHANNEL: refusal(z.object({ fileName: z.string(), channel: Channel, shop: z.string(), shopChannel: Channel }), {
    id: ({ fileName, channel, shop, shopChannel }) =>
      `${fileName} berkas ${channelWords.id[channel]}, sedangkan ${shop} toko ${channelWords.id[shopChannel]}. Belum ada yang disimpan. Pilih toko ${channelWords.id[channel]}.`,
    en: ({ fileName, channel, shop, shopChannel }) =>
      `${fileName} is a file of ${channelWords.en[channel]}, but ${shop} sells at ${channelWords.en[shopChannel]}. Nothing was stored. Choose a shop at ${channelWords.en[channel]}.`,
  }),
  NOT_ITS_PLACE: refusal(z.object({ fileName: z.string(), belongs: z.enum(['shop', 'account']) }), {
    id: ({ fileName, belongs }) =>
      belongs === 'account'
        ? `${fileName} mutasi rekening, jadi masuk ke sebuah dompet dan bukan ke toko. Belum ada yang disimpan. Pilih dompetnya.`
        : `${fileName} berkas toko, jadi masuk ke sebuah toko dan bukan ke dompet. Belum ada yang disimpan. Pilih tokonya.`,
    en: ({ fileName, belongs }) =>
      belongs === 'account'
        ? `${fileName} is a bank statement and belongs to an account, not to a shop. Nothing was stored. Choose the account.`
        : `${fileName} is a file of a shop and does not belong to an account. Nothing was stored. Choose the shop.`,
  }),
  ACCOUNT_NOT_A_WALLET: refusal(z.object({ fileName: z.string(), account: z.string() }), {
    id: ({ fileName, account }) =>
      `${account} bukan kode dompet, jadi ${fileName} tidak bisa masuk ke sana. Belum ada yang disimpan. Pilih kas, rekening bank, atau e-wallet.`,
    en: ({ fileName, account }) =>
      `${account} is not the code of a wallet, so ${fileName} cannot go there. Nothing was stored. Choose cash, a bank account or an e-wallet.`,
  }),
  ACCOUNT_NOT_CHOSEN: refusal(z.object({ fileName: z.string(), accounts: z.array(z.string()) }), {
    id: ({ fileName, accounts }) =>
      `${fileName} mutasi rekening, dan belum jelas milik dompet yang mana. Belum ada yang disimpan. Sebutkan dompetnya dengan --wallet KODE (${accounts.join(', ')}).`,
    en: ({ fileName, accounts }) =>
      `${fileName} is a bank statement, and it is not clear of which account. Nothing was stored. Name it with --wallet CODE (${accounts.join(', ')}).`,
  }),
  SHOP_NOT_CHOSEN: refusal(z.object({ fileName: z.string(), channel: Channel, shops: z.array(z.string()) }), {
    id: ({ fileName, channel, shops }) =>
      `Ada ${shops.length} toko ${channelWords.id[channel]} (${shops.join(', ')}), jadi belum jelas ${fileName} milik yang mana. Belum ada yang disimpan. Sebutkan tokonya dengan --shop NAMA.`,
    en: ({ fileName, channel, shops }) =>
      `There are ${shops.length} shops at ${channelWords.en[channel]} (${shops.join(', ')}), so it is not clear whose ${fileName} is. Nothing was stored. Name the shop with --shop NAME.`,
  }),
  FILE_OF_ANOTHER_SHOP: refusal(
    z.object({
      fileName: z.string(),
      why: z.enum(['numbers', 'goods', 'strange']),
      known: z.number(),
      of: z.number(),
      other: z.string(),
      chosen: z.string(),
    }),
    {
      id: ({ fileName, why, known, of, other, chosen }) =>
        why === 'strange'
          ? `Tidak satu pun dari ${of} nama barang di ${fileName} dikenal di ${chosen}. Belum ada yang disimpan. Masukkan ke toko lain, atau nyatakan dulu bahwa berkas ini memang milik ${chosen}.`
          : `${known} dari ${of} ${why === 'numbers' ? 'nomor pesanan' : 'nama barang'} di ${fileName} sudah ada di ${other}. Belum ada yang disimpan. Masukkan ke ${other}, atau nyatakan dulu bahwa berkas ini memang milik ${chosen}.`,
      en: ({ fileName, why, known, of, other, chosen }) =>
        why === 'strange'
          ? `None of the ${of} goods in ${fileName} are known in ${chosen}. Nothing was stored. Take it into another shop, or first say that it belongs to ${chosen} all the same.`
          : `${known} of ${of} ${why === 'numbers' ? 'order numbers' : 'goods'} of ${fileName} are known in ${other} already. Nothing was stored. Take it into ${other}, or first say that it belongs to ${chosen} all the same.`,
    },
  ),
  IMPORT_ALREADY_WITHDRAWN: refusal(z.object({ fileName: z.string() }), {
    id: ({ fileName }) =>
      `Impor ${fileName} sudah ditarik kembali. Tidak ada yang berubah. Impor lagi berkasnya ke toko yang benar.`,
    en: ({ fileName }) =>
      `The import of ${fileName} was taken back already. Nothing changed. Import the file again into the right shop.`,
  }),
  IMPORT_ORDERS_SHIPPED: refusal(z.object({ fileName: z.string(), orders: z.number(), numbers: z.array(z.string()) }), {
    id: ({ fileName, orders, numbers }) =>
      `${orders} pesanan dari ${fileName} sudah dikemas, diserahkan, atau diurus returnya di sini (${numbers.join(', ')}${orders > numbers.length ? ', ...' : ''}), jadi impornya tidak bisa ditarik. Tidak ada yang berubah. Batalkan dulu langkah itu.`,
    en: ({ fileName, orders, numbers }) =>
      `${orders} orders of ${fileName} were packed, handed over or dealt with as returns here (${numbers.join(', ')}${orders > numbers.length ? ', ...' : ''}), so this import cannot be taken back. Nothing changed. Undo that step first.`,
  }),
  IMPORT_BYTES_GONE: refusal(z.object({ fileName: z.string() }), {
    id: ({ fileName }) =>
      `Isi ${fileName} sudah tidak disimpan, jadi tidak bisa dipindah sendiri. Tidak ada yang berubah. Tarik kembali impornya, lalu impor lagi berkasnya ke toko yang benar.`,
    en: ({ fileName }) =>
      `The contents of ${fileName} are no longer kept, so it cannot be moved by itself. Nothing changed. Take the import back, then import the file again into the right shop.`,
  }),
  SAME_SHOP: refusal(z.object({ fileName: z.string(), shop: z.string() }), {
    id: ({ fileName, shop }) => `${fileName} memang sudah masuk ke ${shop}. Pilih toko lain.`,
    en: ({ fileName, shop }) => `${fileName} is in ${shop} already. Choose another shop.`,
  }),
  SHOP_NAME_TAKEN: refusal(z.object({ name: z.string() }), {
    id: ({ name }) => `Sudah ada toko bernama ${name}. Beri nama lain supaya tidak tertukar.`,
    en: ({ name }) => `There is already a shop called ${name}. Use another name so they are not mixed up.`,
  }),
  NOTHING_TO_IMPORT: refusal(z.object({ problems: z.number() }), {
    id: ({ problems }) =>
      problems === 0
        ? 'Berkas ini hanya berisi judul kolom, tanpa satu baris pun, jadi tidak ada yang dimasukkan. Pilih tanggal yang ada isinya, lalu unduh lagi.'
        : `Semua isi berkas ini tertahan ${formatNumber(problems)} masalah, jadi tidak ada yang bisa dimasukkan. Perbaiki sel yang disebut lalu seret lagi.`,
    en: ({ problems }) =>
      problems === 0
        ? 'This file holds headings alone, not one row, so nothing was imported. Choose days with something in them and download it again.'
        : `Everything in this file is held back by ${formatNumber(problems)} problems, so nothing can be imported. Mend the cells named and drop it again.`,
  }),
}
