import { describe, expect, test } from 'vitest'
import { labaRugiRows, neracaRows, type SheetRow } from '../../src-renderer/ledger/statement/sheet-rows.ts'
import { statementWords } from '../../src-shared/ledger/statement.words.ts'
import { aCashRecord } from '../builders/a-cash-record.ts'
import { aCore } from '../builders/a-core.ts'
import { aMonthOfBatikRatna } from '../builders/a-month-of-batik-ratna.ts'

type Client = Awaited<ReturnType<typeof aCore>>['client']
const say = statementWords.id

/** Every figure of a sheet beside what the entries behind it come to, in both columns. */
async function openedFigures(client: Client, rows: readonly SheetRow[]) {
  const cells = rows
    .flatMap((row) => [row, ...row.accounts])
    .flatMap(({ name, amount, compared, figure, comparedFigure }) => [
      { name, amount, figure },
      { name: `${name}, compared`, amount: compared, figure: comparedFigure },
    ])
    .filter(({ amount }) => amount !== 0)
  const opened: [name: string, entries: number | null][] = []
  for (const { name, figure } of cells) {
    if (!figure) {
      opened.push([name, null])
      continue
    }
    const { codes, side, from, to } = figure
    const page = await client.ledger.accountEntries({
      accounts: [...codes],
      to,
      limit: 1,
      ...(side && { side }),
      ...(from && { from }),
    })
    opened.push([name, from ? page.closing - page.opening : page.closing])
  }
  return { opened, shown: cells.map(({ name, amount }) => [name, amount]) }
}

describe('every figure opens the entries that it is made of', () => {
  test.each([
    ['today', '2026-11-22', undefined],
    ['a day to come', '2026-12-31', undefined],
    ['a month without entries', '2027-02-14', undefined],
    ['a day inside the same month', '2026-11-22', '2026-11-09'],
    ['an earlier day beside a later one', '2026-11-09', '2026-11-22'],
  ])('neraca of %s', async (_what, day, comparedDay) => {
    const { client } = await aMonthOfBatikRatna()
    const rows = neracaRows(await client.ledger.neraca({ day, ...(comparedDay && { comparedDay }) }), say)
    const { opened, shown } = await openedFigures(client, rows)
    expect(shown.length).toBeGreaterThan(20)
    expect(opened).toEqual(shown)
  })

  test.each([
    ['the month', { from: '2026-11-01', to: '2026-11-22' }],
    [
      'a week beside another',
      { from: '2026-11-09', to: '2026-11-15', comparedFrom: '2026-11-02', comparedTo: '2026-11-08' },
    ],
    ['a month without entries, beside one with', { from: '2026-12-01', to: '2026-12-31' }],
  ])('laba rugi of %s', async (_what, period) => {
    const { client } = await aMonthOfBatikRatna()
    const { opened, shown } = await openedFigures(client, labaRugiRows(await client.ledger.labaRugi(period), say))
    expect(shown.length).toBeGreaterThan(10)
    expect(opened).toEqual(shown)
  })

  test('a wallet that fell below zero is a debt today and an asset on the day before', async () => {
    const { client } = await aCore()
    await client.cash.record(
      aCashRecord({ what: 'loan received', wallet: '1110', account: '2201', amount: 500_000 }, { day: '2026-11-03' }),
    )
    await client.cash.record(
      aCashRecord(
        { what: 'business expense', wallet: '1110', account: '6203', amount: 512_000 },
        { day: '2026-11-20' },
      ),
    )
    const rows = neracaRows(await client.ledger.neraca({ day: '2026-11-22', comparedDay: '2026-11-10' }), say)
    const { opened, shown } = await openedFigures(client, rows)
    expect(shown).toContainEqual(['Bank usaha 1', 12_000])
    expect(shown).toContainEqual(['Bank usaha 1, compared', 500_000])
    expect(opened).toEqual(shown)
  })

  test('a day before the first entry shows nothing, and nothing pretends to open', async () => {
    const { client } = await aMonthOfBatikRatna()
    const rows = neracaRows(await client.ledger.neraca({ day: '2025-12-31' }), say)
    expect((await openedFigures(client, rows)).shown).toEqual([])
  })
})
