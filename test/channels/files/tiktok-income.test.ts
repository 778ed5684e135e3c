import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readChannelFile } from '../../../src-main/core/channels/files/read-channel-file.ts'
import type { SettlementFile } from '../../../src-shared/settlements/settlement-file.ts'
import { aTiktokIncomeFile, type IncomeLanguage } from '../../builders/tiktok-income-file.ts'
import { workbookBytes } from '../../builders/workbook-bytes.ts'
import { cellsOf, refusalOf } from './reading.ts'

const ORDER = '584608547734406547'

async function read(bytes: Uint8Array, name = 'income_20260628.xlsx'): Promise<SettlementFile> {
  const file = await readChannelFile({ name, bytes, zone: 'WIB' })
  if (file.kind !== 'tiktok income') throw new Error(`it is a ${file.kind}`)
  return file
}

const linesOf = ({ settlements }: SettlementFile) =>
  settlements.map(({ lines }) => lines.map(({ name, amount }) => [name, amount]))

test('days written day first or month first are read by what any cell of the file can only mean', async () => {
  const releasedOn = async (...days: string[]) => {
    const file = aTiktokIncomeFile()
    for (const [at, day] of days.entries())
      file.withRelease(`58460854773440654${at}`, {
        amounts: { 'Subtotal before discounts': 1_000 },
        releasedOn: day,
        cells: { 'Order created time': '01/06/2026' },
      })
    const { settlements, problems, keptOut } = await read(file.xlsx())
    return { days: settlements.map(({ releasedOn }) => releasedOn), cells: cellsOf(problems), out: keptOut.rows }
  }
  expect(await releasedOn('03/06/2026', '27/06/2026')).toEqual({
    days: ['2026-06-03', '2026-06-27'],
    cells: [],
    out: 0,
  })
  expect(await releasedOn('06/03/2026', '06/27/2026')).toEqual({
    days: ['2026-06-03', '2026-06-27'],
    cells: [],
    out: 0,
  })
  expect(await releasedOn('03/06/2026')).toEqual({ days: [], cells: ['DAY_OR_MONTH D2'], out: 1 })
})

test('two downloads of different layouts pasted together are read each by its own headings, and a release of both counts once', async () => {
  const amounts = { 'Subtotal before discounts': 100_000, 'Platform commission fee': -8_000 }
  const [one, other] = ['584608547734406547', '584608547734406548']
  const first = aTiktokIncomeFile().withRelease(one, { amounts }).rows()
  const second = aTiktokIncomeFile()
    .withColumn(2, 'GMV Max ad fee', 'Payment Fee')
    .withRelease(one, { amounts })
    .withRelease(other, { amounts: { ...amounts, 'GMV Max ad fee': -500 } })
    .rows()
  const file = await read(workbookBytes([{ name: 'Order details', rows: [...first, ...second] }], 'shared', {}))
  expect(linesOf(file)).toEqual([Object.entries(amounts), [...Object.entries(amounts), ['GMV Max ad fee', -500]]])
  expect(file.totals).toMatchObject({ orders: 2, released: 183_500 })
  expect(file.totals.byName).toEqual([
    { name: 'Subtotal before discounts', amount: 200_000 },
    { name: 'Platform commission fee', amount: -16_000 },
    { name: 'GMV Max ad fee', amount: -500 },
  ])
  expect(file.problems.map(({ code, row }) => [code, row])).toEqual([['ROW_TWICE', 4]])
})

describe('a release of TikTok Shop', () => {
  test('is its leaves: parts instead of their sums, zeros left out, sums that come out', async () => {
    const amounts = {
      'Subtotal sebelum diskon': 21_998,
      'Biaya komisi sebelum diskon': -1_045,
      'Diskon (dari belanja iklan)': 26,
      'Ongkir yang ditalangi penyedia jasa logistik': -11_500,
      'Ongkir yang ditanggung pembeli': 11_500,
      'Biaya layanan logistik': -990,
      'Komisi dinamis': -880,
      'Biaya pemrosesan pesanan': -1_250,
    }
    const file = await read(aTiktokIncomeFile('Indonesian').withRelease(ORDER, { amounts }).xlsx())
    expect(linesOf(file)).toEqual([Object.entries(amounts)])
    expect(file.settlements[0]).toMatchObject({
      kind: 'order',
      orderNumber: ORDER,
      reference: '',
      releasedOn: '2026-06-27',
      released: 17_859,
      description: '',
    })
    expect(file).toMatchObject({ problems: [], unknownColumns: [] })
    expect(file.controls.filter(({ stated, computed }) => stated !== computed)).toEqual([])
    expect(file.controls).toContainEqual({ name: 'Ongkir', stated: -990, computed: -990 })
  })

  test('is a sum itself where no part of it is filled', async () => {
    const amounts = { 'Subtotal before discounts': 100_000, 'Platform commission fee': -8_000 }
    const file = await read(aTiktokIncomeFile().withRelease(ORDER, { amounts }).xlsx())
    expect(linesOf(file)).toEqual([Object.entries(amounts)])
    expect(file.problems).toEqual([])
  })

  test('keeps both columns of one name, and the column without a name', async () => {
    const amounts = { 'Subtotal before discounts': 100_000, 'Exclusive benefits access fee': [-300, -450], '': -20 }
    const file = await read(aTiktokIncomeFile().withRelease(ORDER, { amounts }).xlsx())
    expect(linesOf(file)[0]!.slice(1)).toEqual([
      ['Exclusive benefits access fee', -300],
      ['Exclusive benefits access fee', -450],
      ['Kolom 28', -20],
    ])
    expect(file.totals.byName.map(({ name }) => name)).toContain('Exclusive benefits access fee #2')
    expect(file.unknownColumns).toEqual(['Kolom 28'])
  })

  test('of another kind is an adjustment under its own name, of the order it is related to', async () => {
    const file = await read(
      aTiktokIncomeFile()
        .withRelease(ORDER, { amounts: { 'Subtotal before discounts': 50_000 } })
        .withRelease('3486548034980251192', {
          type: 'Shipping fee adjustment',
          adjustment: -3_500,
          relatedOrder: ORDER,
        })
        .withRelease('3486548034980251193', {
          type: 'GMV Payment for TikTok Ads',
          adjustment: -9_000,
          relatedOrder: '/',
        })
        .xlsx(),
    )
    expect(file.settlements.slice(1)).toMatchObject([
      {
        kind: 'adjustment',
        orderNumber: ORDER,
        reference: '3486548034980251192',
        released: -3_500,
        lines: [{ name: 'Shipping fee adjustment', amount: -3_500, of: 'Ajustment amount' }],
        description: 'Shipping fee adjustment',
      },
      { kind: 'adjustment', orderNumber: '', released: -9_000 },
    ])
    expect(file.totals).toMatchObject({ orders: 1, adjustments: 2, released: 50_000, adjusted: -12_500 })
  })

  test.each(['English', 'Indonesian'] satisfies IncomeLanguage[])(
    'lists what was withdrawn beside it, in %s',
    async (language) => {
      const file = await read(
        aTiktokIncomeFile(language)
          .withRelease(ORDER, { amounts: { 'Subtotal before discounts': 1, 'Subtotal sebelum diskon': 1 } })
          .withWithdrawal(
            'Withdrawal',
            '7521438247366379272',
            '2026/06/27',
            '-342611',
            'Transferred',
            '2026/06/28',
            '****2988',
          )
          .withWithdrawal('Earnings', '3646029968808117816', '2026/06/27', '209125', 'Transferred', '2026/06/27', '/')
          .withWithdrawal('Withdrawal', '7521438247366379273', '2026/06/26', '-5000', 'Failed', '/', '****2988')
          .xlsx(),
      )
      expect(
        file.withdrawals?.map(({ day, type, amount, status, description }) => [day, type, amount, status, description]),
      ).toEqual([
        ['2026-06-26', 'Withdrawal', -5_000, 'failed', '****2988'],
        ['2026-06-27', 'Earnings', 209_125, 'done', ''],
        ['2026-06-28', 'Withdrawal', -342_611, 'done', '****2988'],
      ])
    },
  )
})

describe('a column that nobody knows', () => {
  const amounts = {
    'Subtotal before discounts': 100_000,
    'Shipping costs passed on to the logistics provider': -9_000,
    'Shipping cost paid by the customer': 9_000,
    'Moon delivery surcharge': -700,
  }

  test.each([
    [3, 'is a part of the sum before it where that makes it come out'],
    [2, 'is a fee of its own where that does'],
  ])('of depth %i %s', async (depth) => {
    const file = await read(
      aTiktokIncomeFile()
        .withColumn(depth, 'Moon delivery surcharge', 'Shipping cost paid by the customer')
        .withRelease(ORDER, { amounts })
        .xlsx(),
    )
    expect(linesOf(file)[0]).toEqual(Object.entries(amounts))
    expect(file).toMatchObject({ problems: [], unknownColumns: ['Moon delivery surcharge'] })
  })
})

describe('what does not come out', () => {
  const amounts = { 'Subtotal before discounts': 100_000, 'Dynamic commission': -4_000 }

  test.each([
    ['Total settlement amount', '95000', ['Total settlement amount', -1_000]],
    ['Total Fees', '-5000', ['Total Fees', -1_000]],
  ])('stays a line of its own, and is said: %s', async (heading, written, line) => {
    const bytes = aTiktokIncomeFile()
      .withRelease(ORDER, { amounts, cells: { [heading]: written } })
      .xlsx()
    const file = await read(bytes)
    const [settlement] = file.settlements
    expect(linesOf(file)[0]).toContainEqual(line)
    expect(settlement!.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(settlement!.released)
    expect(file.problems.map(({ code, blocks }) => [code, blocks])).toContainEqual(['AMOUNTS_DO_NOT_ADD_UP', false])
  })

  test('is told beside what the file’s own sheet of totals says', async () => {
    const file = await read(
      aTiktokIncomeFile()
        .withRelease(ORDER, { amounts })
        .reporting({ 'Dynamic commission': '-4500', 'Total settlement amount': '95500' })
        .xlsx(),
    )
    expect(file.controls.filter(({ stated, computed }) => stated !== computed)).toEqual([
      { name: 'Total settlement amount', stated: 95_500, computed: 96_000 },
      { name: 'Dynamic commission', stated: -4_500, computed: -4_000 },
    ])
  })
})

describe('a row that cannot be counted on stays out', () => {
  const amounts = { 'Subtotal before discounts': 100_000 }

  test.each([
    ['a number cell that lost its last digits', 'Order/adjustment ID', Number(ORDER), 'DIGITS_LOST A2'],
    ['words for money', 'Dynamic commission', 'dua ribu', 'NOT_AN_AMOUNT X2'],
    ['nothing for what is released', 'Total settlement amount', null, 'NOT_AN_AMOUNT F2'],
    ['money of another country', 'Currency', 'MYR', 'NOT_AN_AMOUNT E2'],
    ['no day', 'Order settled time', '', 'NOT_RELEASED D2'],
    ['a day that is none', 'Order settled time', '2026/13/45', 'NOT_A_DATE D2'],
  ])('%s', async (_, heading, cell, problem) => {
    const file = await read(
      aTiktokIncomeFile()
        .withRelease(ORDER, { amounts, cells: { [heading]: cell } })
        .withRelease('584668333608352299', { amounts })
        .xlsx(),
    )
    expect(file.settlements.map(({ orderNumber }) => orderNumber)).toEqual(['584668333608352299'])
    expect(cellsOf(file.problems)).toEqual([problem])
    expect(file.keptOut.rows).toBe(1)
  })

  test('the same row once more counts once', async () => {
    const file = await read(aTiktokIncomeFile().withRelease(ORDER, { amounts }).withRelease(ORDER, { amounts }).xlsx())
    expect(file.totals).toMatchObject({ rows: 1, released: 100_000 })
    expect(cellsOf(file.problems)).toEqual(['ROW_TWICE A3'])
  })

  test('a report without its totals is refused', async () => {
    const bytes = aTiktokIncomeFile().without('Total Fees').withRelease(ORDER, { amounts }).xlsx()
    expect(await refusalOf(bytes)).toMatchObject({ code: 'FILE_COLUMNS_MISSING', facts: { missing: ['Total Fees'] } })
  })
})

test('the income sheet alone, saved as CSV, is read the same', async () => {
  const file = aTiktokIncomeFile().withRelease(ORDER, { amounts: { 'Subtotal before discounts': 100_000 } })
  const [fromXlsx, fromCsv] = [await read(file.xlsx()), await read(file.csv())]
  expect(fromCsv.settlements).toEqual(fromXlsx.settlements)
})

test('a row of a CSV with a cell too many stays out: its amounts stand under the wrong headings', async () => {
  const sound = aTiktokIncomeFile()
    .withRelease(ORDER, { amounts: { 'Subtotal before discounts': 100_000 } })
    .csv()
  const [headings, row, ...rest] = Buffer.from(sound).toString().split(/\r?\n/)
  const file = await read(Buffer.from([headings, `${row!.replace(',', ',"x",')},JNE`, ...rest].join('\n')))
  expect(file.settlements).toEqual([])
  expect(file.problems[0]).toMatchObject({ code: 'ROW_SHIFTED' })
})

/**
 * Three real reports, anonymised, with answers worked out from the raw XML of their cells (python, zipfile): Σ of the cells of each
 * column. Every line of the report's own sheet of totals comes out as well.
 */
const SAMPLES = new URL('../../../../shared/samples/tiktok/', import.meta.url)

const ANSWERS: Record<
  string,
  {
    columns: number
    rows: number
    released: number
    byName: Record<string, number>
    earned: number
    withdrawn: number
    moves: number
  }
> = {
  'income-2025-06-61col.xlsx': {
    columns: 61,
    rows: 32,
    released: 4_181_839,
    byName: {
      'Subtotal before discounts': 5_591_037,
      'Refund subtotal before seller discounts': -855_848,
      'Platform commission fee': -208_008,
      'Shipping costs passed on to the logistics provider': -287_500,
      'Exchange shipping fee (passed on to the customer)': -8_500,
      'Shipping cost borne by the platform': 20_500,
      'Shipping cost paid by the customer': 306_500,
      'Refunded shipping cost paid by the customer': -39_500,
      'Shipping Fee Program service fee': -15_505,
      'Dynamic commission': -169_654,
      'Bonus cashback service fee': -64_378,
      'Voucher Xtra service fee': -87_305,
    },
    earned: 4_181_839,
    withdrawn: -4_093_332,
    moves: 26,
  },
  'income-2026-01-65col.xlsx': {
    columns: 65,
    rows: 90,
    released: 3_024_171,
    byName: {
      'Subtotal before discounts': 4_169_835,
      'Refund subtotal before seller discounts': -570_828,
      'Platform commission fee': -160_016,
      'Shipping costs passed on to the logistics provider': -1_250_000,
      'Shipping cost borne by the platform': 816_000,
      'Shipping cost paid by the customer': 441_700,
      'Refunded shipping cost paid by the customer': -30_200,
      'Dynamic commission': -160_685,
      'Bonus cashback service fee': -131_635,
      'Order processing fee': -100_000,
    },
    earned: 3_024_171,
    withdrawn: -3_284_654,
    moves: 39,
  },
  'income-2026-06-80col-indonesian.xlsx': {
    columns: 80,
    rows: 131,
    released: 7_877_654,
    byName: {
      'Subtotal sebelum diskon': 9_357_740,
      'Subtotal pengembalian dana sebelum diskon penjual': -141_927,
      'Biaya komisi sebelum diskon': -460_645,
      'Diskon (dari belanja iklan)': 15_667,
      'Ongkir yang ditalangi penyedia jasa logistik': -2_146_800,
      'Ongkir yang ditanggung platform': 1_812_200,
      'Ongkir yang ditanggung pembeli': 342_600,
      'Pengembalian ongkir yang ditanggung pembeli': -8_000,
      'Biaya layanan logistik': -141_360,
      'Komisi dinamis': -375_012,
      'Biaya layanan cashback bonus': -230_559,
      'Biaya pemrosesan pesanan': -146_250,
    },
    earned: 7_877_654,
    withdrawn: -7_549_148,
    moves: 38,
  },
}

describe.runIf(existsSync(SAMPLES))('real income reports of TikTok Shop', () => {
  test.each(Object.entries(ANSWERS))('%s', async (name, answer) => {
    const file = await read(readFileSync(new URL(name, SAMPLES)), name)
    expect(file).toMatchObject({ columns: answer.columns, problems: [], unknownColumns: [], keptOut: { rows: 0 } })
    expect(file.totals).toMatchObject({
      rows: answer.rows,
      orders: answer.rows,
      released: answer.released,
      adjusted: 0,
    })
    expect(Object.fromEntries(file.totals.byName.map(({ name, amount }) => [name, amount]))).toEqual(answer.byName)
    expect(file.controls.filter(({ stated, computed }) => stated !== computed)).toEqual([])
    expect(file.controls.length).toBeGreaterThan(40)
    for (const { lines, released } of file.settlements)
      expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(released)
    const of = (wanted: string) =>
      (file.withdrawals ?? []).reduce((sum, { type, amount }) => sum + (type === wanted ? amount : 0), 0)
    expect([of('Earnings'), of('Withdrawal'), file.withdrawals?.length]).toEqual([
      answer.earned,
      answer.withdrawn,
      answer.moves,
    ])
  })
})
