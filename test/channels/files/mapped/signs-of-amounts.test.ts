import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lookAtFile } from '../../../../src-main/core/channels/files/mapped/look-at-file.ts'
import { tryMapping } from '../../../../src-main/core/channels/files/mapped/try-mapping.ts'
import { draftOf, mappingOf } from '../../../../src-shared/channels/mapping-draft.ts'
import { newId } from '../../../../src-shared/kernel/ids.ts'

const needs = {} as Parameters<typeof lookAtFile>[1]

async function proposed(headings: readonly string[], rows: readonly (readonly (string | number)[])[]) {
  const bytes = Buffer.from([headings, ...rows].map((row) => row.join(';')).join('\n'))
  const file = { name: 'pencairan.csv', bytes }
  const look = { ...(await lookAtFile(file, needs)), fileId: newId(), fileName: file.name, kilobytes: 1 }
  const mapping = mappingOf(look, draftOf(look, look.subject, { name: 'x', channel: 'other', bank: 'other' }))
  const { sheet, headingRow } = look
  const trial = await tryMapping({ ...file, zone: 'WIB', modifiedAt: null, sheet, headingRow, mapping }, needs)
  if (trial.subject !== 'settlements') throw new Error(trial.subject)
  return { released: trial.totals.released, explained: trial.explained, rows: trial.rows, out: trial.keptOut.rows }
}

const HEADINGS = [
  'No. Pesanan',
  'Tanggal Dana Dilepas',
  'Harga Barang',
  'Komisi',
  'Biaya Proses',
  'Diskon',
  'Dana Diterima',
]

test('a report without any minus: what is taken off shows by what each row comes to', async () => {
  const told = await proposed(HEADINGS, [
    ['845551200123456', '10/03/2026', '370.000', '29.600', '1.250', '0', '339.150'],
    ['845551200123458', '20/03/2026', '331.500', '26.520', '1.250', '15.000', '288.730'],
  ])
  expect(told).toMatchObject({ released: 627_880, explained: 2, out: 0 })
  expect(told.rows[1]!.lines.map(({ amount }) => amount)).toEqual([331_500, -26_520, -1_250, -15_000])
})

test('a price of goods is never what was released, whatever the column of that is called', async () => {
  const told = await proposed(
    [...HEADINGS.slice(0, -1), 'Masuk Kantong'],
    [
      ['845551200123456', '10/03/2026', '370.000', '29.600', '1.250', '0', '339.150'],
      ['845551200123458', '20/03/2026', '331.500', '26.520', '1.250', '15.000', '288.730'],
    ],
  )
  expect(told).toMatchObject({ released: 627_880, explained: 2 })
})

test('whatever is sold, kept and given back, the proposal releases what the rows say', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(...[5_000_000, 90_000, 70_000, 50_000].map((most) => fc.integer({ min: 1_100, max: most }))), {
        minLength: 4,
        maxLength: 8,
      }),
      fc.boolean(),
      async (drawn, isSubsidy) => {
        const rows = drawn.map(([price, ...rest], at) => {
          const [fee, process, more] = rest as [number, number, number]
          const released = price! + 300_000 - fee - process + (isSubsidy ? more : -more)
          const money = [price! + 300_000, fee, process, more, released].map((each) => each.toLocaleString('id'))
          return { released, cells: [`8455512001234${10 + at}`, `2026-03-${10 + at}`, ...money] }
        })
        const told = await proposed(
          HEADINGS.with(5, 'Lain-lain'),
          rows.map(({ cells }) => cells),
        )
        expect(told).toMatchObject({
          released: rows.reduce((sum, row) => sum + row.released, 0),
          explained: rows.length,
        })
      },
    ),
    { numRuns: 15 },
  ))
