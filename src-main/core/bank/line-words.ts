import { wordsOf } from '../../../src-shared/kernel/folded.ts'

/**
 * Words that banks themselves put into a description: how the money went, never for what. Compared without them, two payments
 * to one shop are alike whichever way they were paid.
 */
const OF_THE_BANK = new Set(
  `trsf transfer trf tf e banking ebanking ibanking ib mb m mbanking mobile klikbca brimo livin bifast bi fast bif rtgs skn
  llg kliring switching sw cr db dr dk debit debet kredit credit kartu transaksi trx tgl tanggal jam wib ke dari dr kepada
  untuk via no ref ftscy ftfva ws va otomatis kr auto online atm qr qrc qris edc pos idr rp pembayaran pay payment
  purchase mutasi berita bank bca bri bni mandiri cabang kcp kc id indonesia pt cv ud`.split(/\s+/),
)

/** A few words are enough to know a line by; what a sender adds behind them changes each time. */
const MOST_WORDS = 6

/**
 * What a line is known by: its words in their order, without numbers, dates, terminal ids and the bank's own words. When nothing
 * else is left (`BIAYA ADM`, `TARIKAN ATM`), the bank's words are what it says.
 */
export function lineWords(description: string): string[] {
  // a word with a digit in it is a date, a terminal or somebody's number
  const words = wordsOf(description).filter((word) => !/\d/.test(word))
  const said = [...new Set(words.filter((word) => word.length > 1 && !OF_THE_BANK.has(word)))]
  return (said.length > 0 ? said : [...new Set(words)]).slice(0, MOST_WORDS)
}
