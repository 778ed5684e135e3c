import type { CashEvent } from '../../src-shared/cash/cash-record.ts'

/**
 * Worked movements of the shop's own money (debit positive). Marketplace wallets and held funds as Shopee's
 * payment.get_escrow_detail and TikTok Shop's statements name them; MDR of QRIS 0.7 percent; final income tax
 * 0.5 percent after PP 55/2022 (news.ddtc.co.id 44446), withholding by marketplaces after PMK 37/2025
 * (katadata.co.id, 14 July 2025).
 */
export interface ShopMoneyVector {
  id: string
  what: string
  event: CashEvent
  usaha: Record<string, number>
}

export const shopMoneyVectors: ShopMoneyVector[] = [
  {
    id: 'MP-04 first day',
    what: 'a withdrawal leaves the Shopee balance',
    event: { what: 'transfer', wallet: '1130', toWallet: '1142', amount: 5_000_000, fee: 0 },
    usaha: { 1142: 5_000_000, 1130: -5_000_000 },
  },
  {
    id: 'MP-04 next day',
    what: 'and reaches the bank',
    event: { what: 'transfer', wallet: '1142', toWallet: '1110', amount: 5_000_000, fee: 0 },
    usaha: { 1110: 5_000_000, 1142: -5_000_000 },
  },
  {
    id: 'MP-06 its shipping',
    what: 'a parcel comes back undelivered, 9,000 of shipping taken from the balance',
    event: { what: 'business expense', wallet: '1130', account: '6109', amount: 9_000 },
    usaha: { 6109: 9_000, 1130: -9_000 },
  },
  {
    id: 'MP-11',
    what: 'a parcel was heavier than told, 3,500 taken from the balance',
    event: { what: 'business expense', wallet: '1130', account: '6108', amount: 3_500 },
    usaha: { 6108: 3_500, 1130: -3_500 },
  },
  {
    id: 'MP-10',
    what: 'the channel pays 230,000 for a lost parcel',
    event: { what: 'business income', wallet: '1130', account: '4901', amount: 230_000 },
    usaha: { 1130: 230_000, 4901: -230_000 },
  },
  {
    id: 'MP-12',
    what: 'ads credit of 500,000 with 55,000 VAT bought from the balance by a shop that is not PKP',
    event: { what: 'business expense', wallet: '1130', account: '1401', amount: 555_000 },
    usaha: { 1401: 555_000, 1130: -555_000 },
  },
  {
    id: 'MP-21',
    what: 'a fee nobody knows on a settlement lands on its own account',
    event: { what: 'business expense', wallet: '1131', account: '6119', amount: 700 },
    usaha: { 6119: 700, 1131: -700 },
  },
  {
    id: 'MP-23',
    what: 'the host of a live session is paid in cash',
    event: { what: 'business expense', wallet: '1101', account: '6107', amount: 250_000 },
    usaha: { 6107: 250_000, 1101: -250_000 },
  },
  {
    id: 'MP-32',
    what: 'QRIS money of 80,000 arrives less 0.7 percent',
    event: { what: 'clearing received', wallet: '1110', clearing: '1140', amount: 80_000, fee: 560 },
    usaha: { 1110: 79_440, 6110: 560, 1140: -80_000 },
  },
  {
    id: 'MP-03 as one sum',
    what: 'a channel releases an order of 215,000 as 175,050; what it kept waits for the settlement to explain it',
    event: { what: 'clearing received', wallet: '1130', clearing: '1201', amount: 215_000, fee: 39_950 },
    usaha: { 1130: 175_050, 6119: 39_950, 1201: -215_000 },
  },
  {
    id: 'TX-03',
    what: 'final income tax of two months, less what the marketplace withheld, is paid',
    event: { what: 'business expense', wallet: '1110', account: '2110', amount: 150_000 },
    usaha: { 2110: 150_000, 1110: -150_000 },
  },
  {
    id: 'ST-12',
    what: 'a consignor gets the 70,000 of sold goods',
    event: { what: 'business expense', wallet: '1110', account: '2102', amount: 70_000 },
    usaha: { 2102: 70_000, 1110: -70_000 },
  },
]
