import { expect, test } from 'vitest'
import { ladderLines } from '../../src-main/core/orders/ladder-lines.ts'
import { UNMAPPED_CHANNEL_FEE } from '../../src-shared/ledger/channel-fee-account.ts'
import type { Cause } from '../../src-shared/settlements/causes.ts'
import type { FeeLine } from '../../src-shared/settlements/meaning.ts'
import { aRelease } from '../builders/a-release.ts'
import { anOrderDocument } from '../builders/an-order-document.ts'

const ADMIN: FeeLine = { name: 'Biaya Administrasi', amount: -10_000, account: '6101' }
const GOODS = { 'Harga Asli Produk': 125_000 }

interface Case {
  /** What the channel released of the order, by its own names. */
  released: Record<string, number>
  expected?: readonly FeeLine[]
  /** What the books hold that no name explains. */
  unexplained?: number
  /** Of a release beside that of the order. */
  beside?: Record<string, number>
}

/** The compiler asks for each of them. */
const CASES: Record<Cause, Case> = {
  'fee rate': { released: { ...GOODS, 'Biaya Administrasi': -11_500 }, expected: [ADMIN] },
  'new fee': {
    released: { ...GOODS, 'Biaya Administrasi': -10_000, 'Biaya Proses Pesanan': -1_250 },
    expected: [ADMIN],
  },
  programme: {
    released: { ...GOODS, 'Biaya Administrasi': -10_000 },
    expected: [ADMIN, { name: 'Biaya Gratis Ongkir XTRA', amount: -5_000, account: '6102' }],
  },
  affiliate: { released: { ...GOODS, 'Biaya Komisi AMS': -6_250 } },
  shipping: { released: { ...GOODS, 'Ongkir yang Diteruskan oleh Shopee ke Jasa Kirim': -3_000 } },
  'seller voucher': { released: { ...GOODS, 'Voucher disponsor oleh Penjual': -10_000 }, unexplained: 10_000 },
  refund: { released: { ...GOODS, 'Jumlah Pengembalian Dana ke Pembeli': -40_000 }, unexplained: 40_000 },
  compensation: { released: { ...GOODS, Kompensasi: 230_000 } },
  'tax withheld': { released: { ...GOODS, 'PPh 22': -625 } },
  rounding: { released: { ...GOODS, 'Biaya Administrasi': -10_001 }, expected: [ADMIN] },
  adjustment: { released: GOODS, beside: { Penyesuaian: -7_000 }, unexplained: 7_000 },
  unknown: { released: { ...GOODS, 'Biaya Yang Belum Pernah Ada': -3_000 }, unexplained: 3_000 },
}

test.each(Object.entries(CASES))(
  'a difference is named: %s',
  (cause, { released, expected = [], unexplained, beside }) => {
    const releases = [
      aRelease('shopee', '2026-11-20', released),
      ...(beside ? [aRelease('shopee', '2026-11-21', beside, 'adjustment')] : []),
    ]
    const document = anOrderDocument({ settlements: { releases, isInOpening: false } })
    const booked = new Map(unexplained === undefined ? [] : [[UNMAPPED_CHANNEL_FEE, unexplained] as const])
    const lines = ladderLines(document, { booked }, expected)
    expect(lines.flatMap((line) => line.cause ?? [])).toEqual([cause])
  },
)

test.each([
  ['half of the goods, and the fee of the other half', -62_500, { 'Biaya Administrasi': -5_000 }, ['refund']],
  ['all of it, and no fee', -125_000, {}, ['refund']],
  ['a little, and more kept than before', -10_000, { 'Biaya Administrasi': -11_500 }, ['fee rate']],
  ['a little, and none of the fee', -10_000, {}, ['programme']],
])('of what was given back no fee is kept, which is no other rate: %s', (_, refund, fees, causes) => {
  const released = { ...GOODS, 'Jumlah Pengembalian Dana ke Pembeli': refund, ...fees }
  const releases = [aRelease('shopee', '2026-11-20', released)]
  const document = anOrderDocument({ settlements: { releases, isInOpening: false } })
  const lines = ladderLines(document, { booked: new Map() }, [ADMIN])
  expect(lines.flatMap((line) => line.cause ?? [])).toEqual(causes)
})
