import type { CashEvent } from '../../src-shared/cash/cash-record.ts'
import { aCashRecord } from './a-cash-record.ts'
import { aCore } from './a-core.ts'
import { posted } from './posted.ts'

/**
 * November 2026 of a small batik shop, as its owner lives it. Sales, purchases and goods are posted as their documents
 * would; the rest is what she records by hand.
 */
export async function aMonthOfBatikRatna() {
  const shop = await aCore()
  const { client, doors } = shop
  const record = (day: number, event: CashEvent, note = '') =>
    client.cash.record(aCashRecord(event, { day: `2026-11-${String(day).padStart(2, '0')}`, note }))

  await client.ledger.opening.save({
    lines: Object.entries({
      1101: 2_000_000,
      1110: 15_000_000,
      1130: 1_250_000,
      1201: 3_000_000,
      1501: 6_000_000,
      1591: 1_500_000,
      2101: 4_000_000,
      2201: 10_000_000,
    }).map(([account, amount]) => ({ account, amount })),
  })
  await posted(doors, { day: '2026-11-01', kind: 'opening-stock', lines: { 1301: 9_000_000, 3101: -9_000_000 } })
  await record(2, { what: 'put in capital', wallet: '1110', householdWallet: '9110', amount: 1_000_000 })
  await posted(doors, {
    day: '2026-11-03',
    kind: 'purchase',
    lines: { 1301: 3_500_000, 1110: -2_000_000, 2101: -1_500_000 },
  })
  await posted(doors, { day: '2026-11-05', lines: { 1303: 6_150_000, 1301: -6_150_000 } })
  await record(6, {
    what: 'mixed bill from household',
    householdWallet: '9110',
    account: '1302',
    businessAmount: 187_500,
    householdAccount: '9501',
    householdAmount: 300_000,
    payBack: true,
  })
  await record(8, { what: 'business expense', wallet: '1101', account: '6203', amount: 750_000 }, 'sewa kios')
  await posted(doors, { day: '2026-11-09', lines: { 1201: 10_750_000, 4202: 1_750_000, 4101: -12_500_000 } })
  await posted(doors, { day: '2026-11-09', lines: { 5101: 6_150_000, 1303: -6_150_000 } })
  await posted(doors, { day: '2026-11-11', lines: { 4201: 215_000, 1201: -215_000 } })
  await posted(doors, { day: '2026-11-11', lines: { 1305: 123_000, 5101: -123_000 } })
  await record(12, { what: 'clearing received', wallet: '1130', clearing: '1201', amount: 8_000_000, fee: 1_200_000 })
  await record(12, { what: 'transfer', wallet: '1130', toWallet: '1110', amount: 2_500_000, fee: 0 })
  await posted(doors, { day: '2026-11-14', lines: { 1101: 800_000, 4103: -800_000 } })
  await posted(doors, { day: '2026-11-14', lines: { 5101: 410_000, 1301: -410_000 } })
  await record(15, { what: 'business expense', wallet: '1130', account: '6106', amount: 333_000 }, 'iklan')
  await record(15, {
    what: 'mixed bill',
    wallet: '1110',
    account: '6204',
    businessAmount: 390_000,
    householdAccount: '9503',
    householdAmount: 260_000,
  })
  await record(16, { what: 'pay supplier', wallet: '1110', amount: 2_000_000 })
  await record(18, { what: 'loan instalment', wallet: '1110', account: '2201', principal: 500_000, interest: 75_000 })
  await record(19, { what: 'business income', wallet: '1110', account: '4902', amount: 12_345 }, 'bunga bank')
  await record(20, { what: 'business expense', wallet: '1110', account: '6201', amount: 1_200_000 }, 'gaji Sari')
  await record(20, { what: 'business expense', wallet: '1110', account: '8101', amount: 14_000 }, 'PPh final')
  await record(21, { what: 'take home', wallet: '1110', householdWallet: '9110', amount: 1_000_000 })
  return shop
}
