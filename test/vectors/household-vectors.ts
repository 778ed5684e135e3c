import type { CashEvent } from '../../src-shared/cash/cash-record.ts'

/**
 * Worked events of a household that lives from its shop, with the entries a bookkeeper writes for them (debit positive).
 * The owner and the business are separate (SAK EMKM, entitas bisnis); what the owner takes reduces equity and never reaches
 * the income statement: kledo.com/blog/apa-itu-prive, accurate.id on prive (14 January 2026).
 */
export interface HouseholdVector {
  id: string
  what: string
  event: CashEvent
  usaha: Record<string, number>
  rumah: Record<string, number>
}

export const householdVectors: HouseholdVector[] = [
  {
    id: 'HH-01',
    what: 'prive from the Shopee balance to the personal account',
    event: { what: 'take home', wallet: '1130', householdWallet: '9110', amount: 1_500_000 },
    usaha: { 3201: 1_500_000, 1130: -1_500_000 },
    rumah: { 9110: 1_500_000, 9401: -1_500_000 },
  },
  {
    id: 'HH-02',
    what: "kitchen shopping paid with the shop's e-wallet",
    event: { what: 'private expense', wallet: '1120', householdAccount: '9501', amount: 350_000 },
    usaha: { 3201: 350_000, 1120: -350_000 },
    rumah: { 9501: 350_000, 9401: -350_000 },
  },
  {
    id: 'HH-03',
    what: 'a mixed receipt of 487,500 paid by personal card: 187,500 packing supplies, to be paid back',
    event: {
      what: 'mixed bill from household',
      householdWallet: '9110',
      account: '1302',
      businessAmount: 187_500,
      householdAccount: '9501',
      householdAmount: 300_000,
      payBack: true,
    },
    usaha: { 1302: 187_500, 2120: -187_500 },
    rumah: { 9501: 300_000, 9130: 187_500, 9110: -487_500 },
  },
  {
    id: 'HH-04',
    what: 'the shop pays those supplies back',
    event: { what: 'repay household', wallet: '1110', householdWallet: '9110', amount: 187_500 },
    usaha: { 2120: 187_500, 1110: -187_500 },
    rumah: { 9110: 187_500, 9130: -187_500 },
  },
  {
    id: 'HH-05',
    what: "electricity of 650,000 from the shop's bank, 60 percent for the shop",
    event: {
      what: 'mixed bill',
      wallet: '1110',
      account: '6204',
      businessAmount: 390_000,
      householdAccount: '9503',
      householdAmount: 260_000,
    },
    usaha: { 6204: 390_000, 3201: 260_000, 1110: -650_000 },
    rumah: { 9503: 260_000, 9401: -260_000 },
  },
  {
    id: 'HH-06',
    what: 'internet of 385,000, one third for the shop, the odd rupiah by largest remainder',
    event: {
      what: 'mixed bill',
      wallet: '1120',
      account: '6205',
      businessAmount: 128_333,
      householdAccount: '9503',
      householdAmount: 256_667,
    },
    usaha: { 6205: 128_333, 3201: 256_667, 1120: -385_000 },
    rumah: { 9503: 256_667, 9401: -256_667 },
  },
  {
    id: 'HH-07',
    what: 'capital put in',
    event: { what: 'put in capital', wallet: '1110', householdWallet: '9110', amount: 10_000_000 },
    usaha: { 1110: 10_000_000, 3101: -10_000_000 },
    rumah: { 9450: 10_000_000, 9110: -10_000_000 },
  },
  {
    id: 'HH-08',
    what: 'the household borrows school money that must come back',
    event: { what: 'lend to household', wallet: '1110', householdWallet: '9110', amount: 2_000_000 },
    usaha: { 1230: 2_000_000, 1110: -2_000_000 },
    rumah: { 9110: 2_000_000, 9201: -2_000_000 },
  },
  {
    id: 'HH-09',
    what: 'a part of it comes back in cash',
    event: { what: 'household repays', wallet: '1101', householdWallet: '9101', amount: 500_000 },
    usaha: { 1101: 500_000, 1230: -500_000 },
    rumah: { 9201: 500_000, 9101: -500_000 },
  },
  {
    id: 'HH-10',
    what: 'the rest of the loan is given up and becomes prive',
    event: { what: 'forgive household', amount: 1_500_000 },
    usaha: { 3201: 1_500_000, 1230: -1_500_000 },
    rumah: { 9201: 1_500_000, 9401: -1_500_000 },
  },
  {
    id: 'HH-12',
    what: 'a shop cost from personal cash that nobody asks back',
    event: {
      what: 'expense from household',
      householdWallet: '9101',
      account: '6206',
      amount: 75_000,
      payBack: false,
    },
    usaha: { 6206: 75_000, 3101: -75_000 },
    rumah: { 9450: 75_000, 9101: -75_000 },
  },
]

/** HH-11: a shirt goes home at its cost of 61,500; a document of stock, not of money. */
export const shirtTakenHome = {
  usaha: { 3201: 61_500, 1301: -61_500 },
  rumah: { 9599: 61_500, 9401: -61_500 },
}

/** What HH-01 to HH-12 come to, in that order. */
export const householdBalances = {
  3201: 3_928_167,
  1230: 0,
  2120: 0,
  9201: 0,
  9130: 0,
  9401: -3_928_167,
  3101: -10_075_000,
  9450: 10_075_000,
}
