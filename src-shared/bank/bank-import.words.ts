import { words } from '../kernel/words.ts'
import type { BankName } from './bank-file.ts'

const banks: Record<BankName, string> = {
  bca: 'BCA',
  mandiri: 'Mandiri',
  bri: 'BRI',
  bni: 'BNI',
  gopay: 'GoPay',
  ovo: 'OVO',
  dana: 'DANA',
  shopeepay: 'ShopeePay',
  other: 'Rekening',
}

/** Whose statement it is. */
export const bankNameWords = words<Record<BankName, string>>(banks, { ...banks, other: 'Account' })

/** What the import page says of a bank statement. */
export const bankImportWords = words(
  {
    opening: 'Saldo awal',
    moneyIn: 'Uang masuk',
    moneyOut: 'Uang keluar',
    closing: 'Saldo akhir',
    lines: 'Baris mutasi',
    pending: 'Belum dibukukan bank, tidak dicatat',
    notTold: 'tidak disebut',
    rounded: (lines: string) => `Sen dibulatkan ke rupiah terdekat (${lines} baris)`,
    sen: (sen: string) => `${sen} sen`,
    proofHolds: (controls: string) => `Cocok dengan ${controls} jumlah yang dicetak bank sendiri.`,
    proofFails: (name: string, stated: string, computed: string) =>
      `${name} menurut bank ${stated}, jumlah barisnya ${computed}. Mungkin ada baris yang terhapus.`,
    inbox: 'Kotak Masuk Bank',
    comeIn: 'mutasi baru menunggu jawaban',
    knownAlready: 'sudah ada dari mutasi sebelumnya, tidak dobel',
    beforeTheBooks: 'sebelum pembukuan mulai, sudah termasuk Saldo Awal',
    certain: 'di kotak masuk sudah pasti dan bisa disetujui sekaligus',
    nothingComesIn: 'Tidak ada mutasi baru.',
    books: 'Pembukuan',
    met: 'pencairan kanal sampai di rekening, bertemu sendiri',
    nothingBooked: 'Belum ada jurnal. Uangnya baru dicatat setelah Anda menjawab tiap mutasi.',
    openInbox: 'Jawab di Kotak Masuk Bank',
    openInboxWhy: 'Usaha, pribadi, atau pindah dana: satu tombol tiap mutasi.',
  },
  {
    opening: 'Opening balance',
    moneyIn: 'Money in',
    moneyOut: 'Money out',
    closing: 'Closing balance',
    lines: 'Statement lines',
    pending: 'Not booked by the bank yet, not recorded',
    notTold: 'not told',
    rounded: (lines) => `Sen rounded to the nearest rupiah (${lines} lines)`,
    sen: (sen) => `${sen} sen`,
    proofHolds: (controls) => `Agrees with ${controls} totals that the bank prints itself.`,
    proofFails: (name, stated, computed) =>
      `${name} is ${stated} by the bank, its lines come to ${computed}. A line may have been removed.`,
    inbox: 'Bank inbox',
    comeIn: 'new lines wait for an answer',
    knownAlready: 'are known from earlier statements, not doubled',
    beforeTheBooks: 'from before the books began, part of the opening balance',
    certain: 'in the inbox are certain and can be agreed to at once',
    nothingComesIn: 'No new lines.',
    books: 'Books',
    met: 'channel withdrawals arrived and met by themselves',
    nothingBooked: 'No entries yet. Money is recorded once you say what each line is.',
    openInbox: 'Answer in the bank inbox',
    openInboxWhy: 'Business, private or transfer: one key a line.',
  },
)
