import { describe, expect, test } from 'vitest'
import { lookAtFile } from '../../../../src-main/core/channels/files/mapped/look-at-file.ts'
import { tryMapping } from '../../../../src-main/core/channels/files/mapped/try-mapping.ts'
import {
  bankNamedIn,
  draftOf,
  isInDoubt,
  mappingOf,
  withChoice,
} from '../../../../src-shared/channels/mapping-draft.ts'
import { newId } from '../../../../src-shared/kernel/ids.ts'

const needs = {} as Parameters<typeof lookAtFile>[1]
const csv = (...rows: string[]) => `${rows.join('\n')}\n`

/** A statement as it is proposed, without a column if one is named, and with another way. */
async function tried(text: string, { without = '', way = null as 'in' | 'out' | null, swapped = false } = {}) {
  const file = { name: 'mutasi.csv', bytes: Buffer.from(text) }
  const look = { ...(await lookAtFile(file, needs)), fileId: newId(), fileName: file.name, kilobytes: 1 }
  let draft = draftOf(look, 'bank', { name: 'Bank desa', channel: 'other', bank: bankNamedIn(look) })
  for (const [at, { heading }] of look.columns.entries())
    if (heading === without) draft = withChoice(draft, look, at, { field: null })
  const amount = draft.choices.findIndex(({ field }) => field === 'amount')
  const asks = amount < 0 ? null : isInDoubt(look, draft, amount)
  if (way) draft = withChoice(draft, look, amount, { way })
  const mapping = mappingOf(look, draft)
  const turned = { moneyIn: 'moneyOut', moneyOut: 'moneyIn' } as Record<string, string>
  if (swapped) mapping.columns = mapping.columns.map((each) => ({ ...each, field: turned[each.field] ?? each.field }))
  const { sheet, headingRow } = look
  const trial = await tryMapping({ ...file, zone: 'WIB', modifiedAt: null, sheet, headingRow, mapping }, needs)
  if (trial.subject !== 'bank') throw new Error(trial.subject)
  return {
    asks,
    asksStill: amount < 0 ? null : isInDoubt(look, draft, amount),
    moves: [trial.totals.in, trial.totals.out],
    out: trial.keptOut.rows,
    codes: trial.problems.map(({ code, row }) => `${code} ${row}`),
  }
}

const PLAIN = csv(
  'Tanggal,Keterangan,Nominal,Saldo',
  '2026-11-01,Setoran,"1.500.000","2.500.000"',
  '2026-11-02,Listrik,"250.000","2.250.000"',
  '2026-11-03,QRIS,"75.000","2.325.000"',
  '2026-11-04,Sewa,"1.000.000","1.325.000"',
)

describe('amounts of a statement without sign, mark or column of their way', () => {
  test('go where the balance says, and one that it cannot say stays out', async () => {
    expect(await tried(PLAIN)).toMatchObject({
      asks: null,
      moves: [75_000, -1_250_000],
      out: 1,
      codes: ['WAY_NOT_TOLD 2'],
    })
  })

  test('so they do where the newest stands first', async () => {
    const [head = '', ...lines] = PLAIN.trim().split('\n')
    expect(await tried(csv(head, ...lines.reverse()))).toMatchObject({
      moves: [75_000, -1_250_000],
      codes: ['WAY_NOT_TOLD 5'],
    })
  })

  test('without a balance nobody guesses: the person is asked, and no line is taken in', async () => {
    expect(await tried(PLAIN, { without: 'Saldo' })).toMatchObject({ asks: 'way', moves: [0, 0], out: 4 })
  })

  test('the answer holds for all of them', async () => {
    const answered = (way: 'in' | 'out') => tried(PLAIN, { without: 'Saldo', way })
    expect(await answered('in')).toMatchObject({ asksStill: null, moves: [2_825_000, 0], out: 0 })
    expect(await answered('out')).toMatchObject({ asksStill: null, moves: [0, -2_825_000], out: 0 })
  })

  test.each([
    ['a minus before what went out', '-250.000', '-1.000.000'],
    ['a minus behind', '250.000-', '1.000.000-'],
    ['brackets', '(250.000)', '(1.000.000)'],
    ['DB behind', '250.000 DB', '1.000.000 DB'],
  ])('%s tells the others came in', async (_, light, rent) => {
    const signed = PLAIN.replace('"250.000"', `"${light}"`).replace('"1.000.000"', `"${rent}"`)
    expect(await tried(signed, { without: 'Saldo' })).toMatchObject({
      asks: null,
      moves: [1_575_000, -1_250_000],
      out: 0,
    })
  })

  test('marks of what came in alone leave open what the others did', async () => {
    const marked = PLAIN.replace('"1.500.000"', '"1.500.000 CR"').replace('"75.000"', '"75.000 CR"')
    expect(await tried(marked, { without: 'Saldo' })).toMatchObject({ asks: 'way', moves: [1_575_000, 0], out: 2 })
  })
})

describe('a column of the way', () => {
  test.each([
    ['Jenis', 'K', 'D'],
    ['D/K', 'CR', 'DB'],
    ['Tipe Mutasi', 'Kredit', 'Debit'],
  ])('%s with %s and %s is proposed', async (heading, into, out) => {
    const [head = '', ...lines] = PLAIN.trim().split('\n')
    const ways = [into, out, into, out]
    const told = csv(`${head},${heading}`, ...lines.map((line, at) => `${line},${ways[at]}`))
    expect(await tried(told, { without: 'Saldo' })).toMatchObject({
      asks: null,
      moves: [1_575_000, -1_250_000],
      out: 0,
    })
  })
})

test('marks of what went out alone: the balance says that the others came in', async () => {
  const [head = '', ...lines] = PLAIN.trim().split('\n')
  const told = csv(`${head},DB/CR`, ...lines.map((line, at) => `${line},${at % 2 ? 'DB' : ''}`))
  expect(await tried(told)).toMatchObject({ moves: [75_000, -1_250_000], codes: ['WAY_NOT_TOLD 2'] })
})

test('of three lines without a mark two came in by the balance, and so did the first', async () => {
  const more = [...PLAIN.trim().split('\n'), '2026-11-05,QRIS,"25.000","1.350.000"']
  const told = csv(`${more[0]},DB/CR`, ...more.slice(1).map((line, at) => `${line},${at % 2 ? 'DB' : ''}`))
  expect(await tried(told)).toMatchObject({ moves: [1_600_000, -1_250_000], out: 0, codes: [] })
  // one of them went out all the same: then a blank says nothing
  const odd = told.replace('"1.350.000"', '"1.300.000"')
  expect(await tried(odd)).toMatchObject({ codes: ['WAY_NOT_TOLD 2'] })
})

describe('the first line, before which no balance stands, goes where the opening balance says', () => {
  const [head = '', ...lines] = PLAIN.trim().split('\n')
  const ways = { moves: [1_575_000, -1_250_000], out: 0, codes: [] }
  test.each([
    ['above the headings', csv('Saldo Awal,,,"1.000.000"', head, ...lines)],
    ['in a title of one cell', csv('Saldo awal: Rp1.000.000', '', head, ...lines)],
    ['on a line of its own', csv(head, '2026-11-01,SALDO AWAL,,"1.000.000"', ...lines)],
    ['without a day', csv(head, ',Saldo Awal,,"1.000.000"', ...lines)],
    ['below the lines', csv(head, ...lines, 'Saldo Awal,,,"1.000.000"', 'Saldo Akhir,,,"1.325.000"')],
    ['below the newest first', csv(head, ...lines.toReversed(), '2026-11-01,Opening Balance,,"1.000.000"')],
  ])('%s', async (_, text) => {
    expect(await tried(text)).toMatchObject(ways)
  })

  test('but not where that is another amount', async () => {
    expect(await tried(csv('Saldo Awal,,,"900.000"', head, ...lines))).toMatchObject({ codes: ['WAY_NOT_TOLD 3'] })
  })
})

describe('a column of the way that has no heading is offered and proposed', () => {
  const [head = '', ...lines] = PLAIN.trim().split('\n')
  const cells = (line: string) => line.match(/"[^"]*"|[^,]+/g)!
  const beside = (place: number, ways: readonly string[], heading = '') =>
    csv(
      cells(head).toSpliced(place, 0, heading).join(','),
      ...lines.map((line, at) => cells(line).toSpliced(place, 0, ways[at]!).join(',')),
    )
  test.each([
    ['+', '-'],
    ['K', 'D'],
    ['CR', 'DB'],
    ['Kredit', 'Debet'],
  ])('%s and %s', async (into, out) => {
    const ways = [into, out, into, out]
    const told = { asks: null, moves: [1_575_000, -1_250_000], out: 0, codes: [] }
    expect(await tried(beside(3, ways), { without: 'Saldo' })).toMatchObject(told)
    expect(await tried(beside(4, ways), { without: 'Saldo' })).toMatchObject(told)
    expect(await tried(beside(3, ways))).toMatchObject(told)
  })

  test('DB alone tells what went out, and the balance that the others came in', async () => {
    const opened = beside(3, ['', 'DB', '', 'DB']).replace('Tanggal', 'Saldo awal: 1.000.000\nTanggal')
    expect(await tried(opened)).toMatchObject({ moves: [1_575_000, -1_250_000], out: 0 })
  })

  test('one with nothing below is not offered', async () => {
    const { columns } = await lookAtFile({ name: 'x.csv', bytes: Buffer.from(beside(3, ['', '', '', ''])) }, needs)
    expect(columns.map(({ heading }) => heading)).toEqual(['Tanggal', 'Keterangan', 'Nominal', 'Saldo'])
  })
})

test('a dash where nothing moved is no amount of a column', async () => {
  const text = csv(
    'Waktu Transaksi;Jenis Transaksi;Deskripsi;Jumlah Masuk;Jumlah Keluar;Saldo',
    '2026-11-01 08:00;Isi Saldo;Setoran;1.500.000;-;2.500.000',
    '2026-11-02 08:00;Bayar;Listrik;-;250.000;2.250.000',
    '2026-11-03 08:00;Bayar;Sewa;-;75.000;2.175.000',
  )
  expect(await tried(text)).toMatchObject({ moves: [1_500_000, -325_000], out: 0 })
})

test('in and out taught the wrong way round: the balance says so, and nothing is taken in', async () => {
  const text = csv(
    'Tanggal,Keterangan,Masuk,Keluar,Saldo',
    '2026-11-01,Setoran,"1.500.000",,"2.500.000"',
    '2026-11-02,Listrik,,"250.000","2.250.000"',
    '2026-11-03,QRIS,"75.000",,"2.325.000"',
  )
  expect(await tried(text)).toMatchObject({ moves: [1_575_000, -250_000], out: 0 })
  expect(await tried(text, { swapped: true })).toMatchObject({
    moves: [0, 0],
    out: 3,
    codes: ['WAY_AGAINST_BALANCE 2', 'WAY_AGAINST_BALANCE 3'],
  })
})

test('a column of + and − tells the way, with a balance and without', async () => {
  const lines = [
    ['2026-11-01', 'Setoran', '"1.500.000"', '+', '"2.500.000"'],
    ['2026-11-02', 'Listrik', '"250.000"', '-', '"2.250.000"'],
    ['2026-11-03', 'Gaji', '"75.000"', '-', '"2.175.000"'],
  ]
  for (const width of [4, 5]) {
    const headings = ['Tanggal', 'Keterangan', 'Nominal', '+/-', 'Saldo']
    const text = csv(...[headings, ...lines].map((row) => row.slice(0, width).join(',')))
    expect(await tried(text)).toMatchObject({ asks: null, moves: [1_500_000, -325_000], out: 0, codes: [] })
  }
})
