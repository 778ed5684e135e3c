import { describe, expect, test } from 'vitest'
import { readChannelFile } from '../../../src-main/core/channels/files/read-channel-file.ts'
import { aBalanceReport } from '../../builders/a-balance-report.ts'
import { anOrderFile } from '../../builders/shopee-order-file.ts'
import { cellsOf, read } from './reading.ts'

const order = (day: string, placedAt: string, paidAt = placedAt) =>
  [`${day}HN3T8WQA`, { status: 'Selesai', placedAt, cells: { 'Waktu Pembayaran Dilakukan': paidAt } }] as const
const fileOf = (...orders: (readonly [string, object])[]) => {
  const file = anOrderFile()
  for (const [number, said] of orders) file.withOrder(number, said)
  return file.xlsx()
}
const placed = async (bytes: Uint8Array) => {
  const file = await read(bytes)
  return {
    days: file.orders.map(({ snapshot }) => new Date(snapshot.placedAt! + 7 * 3_600_000).toISOString().slice(0, 10)),
    problems: cellsOf(file.problems),
  }
}

describe('a Shopee file that a program wrote anew, the day first', () => {
  test('is read so where a date can only be day first, in whichever column', async () => {
    const file = fileOf(order('261105', '05/11/2026 10:00'), order('261120', '20-11-2026 09.30', '20/11/2026 09:31'))
    expect(await placed(file)).toEqual({ days: ['2026-11-05', '2026-11-20'], problems: [] })
  })

  test('and where the numbers of its orders tell the day', async () => {
    const file = fileOf(order('261105', '05/11/2026 10:00'), order('261106', '6/11/2026 09:30'))
    expect(await placed(file)).toEqual({ days: ['2026-11-05', '2026-11-06'], problems: [] })
  })

  test('the month first is asked about: by a date that can be nothing else, or by the number', async () => {
    const byDate = fileOf(order('261105', '11/05/2026 10:00'), order('261120', '11/20/2026 09:30'))
    expect((await placed(byDate)).days).toEqual([])
    const byNumber = fileOf(order('261105', '11/05/2026 10:00'))
    expect((await placed(byNumber)).days).toEqual([])
  })

  test('beside dates that a program turned round these stay out: by texts it could not turn, or by the number of an order', async () => {
    const turned = { date: 46_153 + 10 / 24 }
    const byText = fileOf(order('261105', turned as never), order('261120', '20/11/2026 09:30'))
    expect(await placed(byText)).toEqual({
      days: ['2026-11-20'],
      problems: ['DAY_OR_MONTH J2', 'DAY_OR_MONTH K2'],
    })
    const byNumber = fileOf(order('261105', turned as never))
    expect((await placed(byNumber)).days).toEqual([])
  })

  test('a month by its name is no guess', async () => {
    const file = fileOf(order('261105', '5 Nov 2026 10:00'), order('260806', '06 Agustus 2026 09.30'))
    expect(await placed(file)).toEqual({ days: ['2026-11-05', '2026-08-06'], problems: [] })
  })
})

describe('a moment that another program wrote anew is the same moment', () => {
  test.each([
    '2026-11-05T10:00:00+07:00',
    '2026-11-05T03:00:00.000Z',
    '2026-11-05 12:00 WIT',
    '2026-11-05 10:00:00 AM',
    '2026.11.5 10.00 WIB',
    '2026/11/5 10:00',
    'Kamis, 5 November 2026 10.00',
    'Nov 5, 2026 10:00 am',
    '05-Nov-26 10:00',
    "'2026-11-05 10:00",
    '2026-11-05\u00a010:00',
    '2026-11-05\n10:00',
    46_331 + 10 / 24,
  ])('%s', async (written) => {
    const { orders, problems } = await read(
      anOrderFile()
        .withOrder('261105HN3T8WQA', { status: 'Selesai', cells: { 'Waktu Pesanan Dibuat': written } })
        .xlsx(),
    )
    expect(problems).toEqual([])
    expect(new Date(orders[0]!.snapshot.placedAt!).toISOString()).toBe('2026-11-05T03:00:00.000Z')
  })

  test.each(['2026-11-05 13:00 PM', '2026-11-05 10:00 EST', '5 Foo 2026', '26/11/05 10:00', '5 Nov 26 10:00'])(
    '%s is none, and is named',
    async (written) => {
      const { problems } = await read(
        anOrderFile()
          .withOrder('261105HN3T8WQA', { status: 'Selesai', cells: { 'Waktu Pembayaran Dilakukan': written } })
          .xlsx(),
      )
      expect(cellsOf(problems)).toEqual(['NOT_A_DATE K2'])
    },
  )
})

const readWallet = async (bytes: Uint8Array) => {
  const file = await readChannelFile({ name: 'saldo.xlsx', bytes, zone: 'WIB' })
  if (file.kind !== 'shopee balance') throw new Error(file.kind)
  return file
}

describe('a balance report, likewise', () => {
  const lines = (days: readonly string[]) => days.map((at) => ({ at, amount: 10_000 }))

  test('with a date that can only be day first', async () => {
    const { lines: read, problemCount } = await readWallet(
      aBalanceReport(lines(['05/11/2026 08:00', '20/11/2026 08:00'])).xlsx(),
    )
    expect(read.map(({ day }) => day).sort()).toEqual(['2026-11-05', '2026-11-20'])
    expect(problemCount).toBe(0)
  })

  test('without one its rows stay out and are named', async () => {
    const {
      lines: read,
      keptOut,
      problems,
    } = await readWallet(aBalanceReport(lines(['05/11/2026 08:00', '06/11/2026 08:00'])).xlsx())
    expect(read).toEqual([])
    expect(keptOut).toEqual({ rows: 2 })
    expect(problems.map(({ code }) => code)).toEqual(['DAY_OR_MONTH', 'DAY_OR_MONTH'])
  })
})
