import { settingNames } from '../access/trail.words.ts'
import type { Language } from '../kernel/business-day.ts'

/** What stands sealed, as its owner calls it, by table and column; a number, or where it has none its key, follows. */
const sealedNames: Record<Language, Readonly<Record<string, string>>> = {
  id: {
    'raw_document.bytes': 'Isi berkas yang diimpor,',
    'inbox.body': 'Kiriman marketplace',
    'channel_label.bytes': 'Label pesanan',
    'return_evidence.bytes': 'Foto bukti retur',
    'order_recipient.username': 'Akun pembeli pesanan',
    'order_recipient.name': 'Nama penerima pesanan',
    'order_recipient.phone': 'Telepon penerima pesanan',
    'order_recipient.address': 'Alamat penerima pesanan',
    'sales_order.buyer_note': 'Catatan pembeli di pesanan',
    'sales_order.seller_note': 'Catatan penjual di pesanan',
    'sales_order.own_note': 'Catatan toko di pesanan',
    'channel_return.told.reason': 'Alasan retur',
    'told_return.told.reason': 'Alasan retur di berkas',
    'import_problem.value': 'Isi sel yang tidak terbaca, impor',
    'own_sale_change.was': 'Perubahan penjualan sendiri, isi lama,',
    'own_sale_change.becomes': 'Perubahan penjualan sendiri, isi baru,',
    'act.outcome': 'Jawaban yang disimpan untuk tindakan',
  },
  en: {
    'raw_document.bytes': 'Contents of the imported file,',
    'inbox.body': 'Message of a marketplace',
    'channel_label.bytes': 'Label of order',
    'return_evidence.bytes': 'Photo of return',
    'order_recipient.username': "Buyer's account of order",
    'order_recipient.name': 'Name of the receiver of order',
    'order_recipient.phone': 'Phone of the receiver of order',
    'order_recipient.address': 'Address of the receiver of order',
    'sales_order.buyer_note': "Buyer's note of order",
    'sales_order.seller_note': "Seller's note of order",
    'sales_order.own_note': "The shop's note of order",
    'channel_return.told.reason': 'Reason of return',
    'told_return.told.reason': 'Reason of return in a file,',
    'import_problem.value': 'Unreadable cell of import',
    'own_sale_change.was': 'Change of an own sale, what was,',
    'own_sale_change.becomes': 'Change of an own sale, what it became,',
    'act.outcome': 'Answer kept for the act',
  },
}

const registerNames: Record<Language, Readonly<Record<string, string>>> = {
  id: {
    account: 'Akun',
    period_lock: 'Tutup periode',
    restore: 'Pemulihan',
    person: 'Hak orang',
    opening_balance: 'Saldo awal akun',
    setting: 'Setelan',
  },
  en: {
    account: 'Account',
    period_lock: 'Period lock',
    restore: 'Restore',
    person: 'Rights of person',
    opening_balance: 'Opening balance of account',
    setting: 'Setting',
  },
}

/** No settings of the owner's choosing: how the shop keeps its own key. */
const ownSettings: Record<Language, Readonly<Record<string, string>>> = {
  id: { keyWraps: 'Kunci toko di dalam berkas' },
  en: { keyWraps: "The shop's key inside the file" },
}

export const sealedPlace = (language: Language, table: string, column: string, key: string): string =>
  `${sealedNames[language][`${table}.${column}`] ?? `${table}.${column}`} ${key}`

export function registerPlace(language: Language, table: string, key: string): string {
  if (table !== 'setting') return `${registerNames[language][table] ?? table} ${key}`
  const names: Readonly<Record<string, string>> = settingNames[language]
  return ownSettings[language][key] ?? `${registerNames[language].setting} ${names[key] ?? key}`
}
