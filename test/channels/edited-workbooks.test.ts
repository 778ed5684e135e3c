import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { editWorkbook } from '../../src-main/core/spreadsheet/editing/edit-workbook.ts'
import { worksheetWith } from '../../src-main/core/spreadsheet/editing/worksheet-with.ts'
import { readSpreadsheet } from '../../src-main/core/spreadsheet/read-spreadsheet.ts'
import { aShopeeProductFile } from '../builders/a-product-file.ts'
import { type CellInFile, workbookBytes } from '../builders/workbook-bytes.ts'

async function grid(bytes: Uint8Array) {
  const { sheets } = await readSpreadsheet({ name: 'x.xlsx', bytes })
  const cells: Record<string, unknown> = {}
  for (const sheet of sheets)
    for await (const rows of sheet.rows())
      for (const { number, cells: row } of rows)
        for (const [column, cell] of row.entries())
          if ((cell ?? null) !== null) cells[`${sheet.name} ${number} ${column}`] = cell
  return cells
}

test('only the cells asked for change: other parts keep their bytes, other rows their text', async () => {
  const bytes = aShopeeProductFile(
    [
      {
        productId: '21004512',
        productName: 'Gamis & Tunik <Batik>',
        modelId: '881',
        sku: 'GTB-L',
        price: '185000',
        stock: '12',
      },
      { productId: '21004512', modelId: '882', sku: 'GTB-XL', price: 185_000, stock: 4 },
    ],
    'shared',
    { 'xl/printerSettings/printerSettings1.bin': 'dikenal Excel saja', 'docProps/app.xml': '<Properties/>' },
  )
  const file = { name: 'mass_update_sales_info_1.xlsx', bytes }
  const edited = await editWorkbook({
    ...file,
    sheet: 'Sheet1',
    edits: [
      { row: 7, column: 8, value: 9 },
      { row: 8, column: 8, value: 0 },
    ],
  })
  const [before, after] = [unzipSync(bytes), unzipSync(edited)]
  expect(Object.keys(after)).toEqual(Object.keys(before))
  for (const path of Object.keys(before))
    if (!path.includes('worksheets')) expect([path, after[path]]).toEqual([path, before[path]])
  const sheet = (parts: typeof before) => Buffer.from(parts['xl/worksheets/sheet2.xml']!).toString()
  // text stays text, as the channel wrote it, and a number a number
  expect(sheet(after)).toBe(
    sheet(before)
      .replace(/<c r="I7" t="s"><v>\d+<\/v><\/c>/, '<c r="I7" t="inlineStr"><is><t>9</t></is></c>')
      .replace('<c r="I8"><v>4</v></c>', '<c r="I8"><v>0</v></c>'),
  )
})

test('a cell that was blank is put where it belongs, in a row that was empty too', () => {
  const xml = '<sheetData><row r="1"><c r="A1" s="3"/><c r="D1"><v>4</v></c></row><row r="2" ht="9"/></sheetData>'
  expect(
    worksheetWith(xml, [
      { row: 1, column: 0, value: 1 },
      { row: 1, column: 2, value: 3 },
      { row: 1, column: 27, value: 28 },
      { row: 2, column: 1, value: 5 },
    ]),
  ).toBe(
    '<sheetData><row r="1"><c r="A1" s="3"><v>1</v></c><c r="C1"><v>3</v></c><c r="D1"><v>4</v></c><c r="AB1"><v>28</v></c></row><row r="2" ht="9"><c r="B2"><v>5</v></c></row></sheetData>',
  )
})

test('a sheet that does not number its cells, or lacks the row, is not edited', () => {
  expect(
    worksheetWith('<sheetData><row><c><v>1</v></c></row></sheetData>', [{ row: 1, column: 0, value: 2 }]),
  ).toBeNull()
  expect(
    worksheetWith('<sheetData><row r="1"><c><v>1</v></c></row></sheetData>', [{ row: 1, column: 0, value: 2 }]),
  ).toBeNull()
  expect(worksheetWith('<sheetData><row r="1"/></sheetData>', [{ row: 2, column: 0, value: 2 }])).toBeNull()
})

test('spaces at the end of a row stay when something is written to their right', async () => {
  const bytes = workbookBytes([{ name: 'A', rows: [[' '], ['<c r="A1"><v>9</v></c>']] }], 'shared', {})
  const edited = await editWorkbook({ name: 'x.xlsx', bytes, sheet: 'A', edits: [{ row: 1, column: 1, value: 0 }] })
  expect(await grid(edited)).toEqual({ 'A 1 0': ' ', 'A 1 1': 0, 'A 2 0': '<c r="A1"><v>9</v></c>' })
})

test('whatever stands in a workbook, the edited one differs in the edited cells alone', async () => {
  const cell = fc.oneof(
    fc.integer({ min: 0, max: 1e9 }),
    fc.string({ maxLength: 12 }).map((text) => text.replace(/[^ -~]/g, '')),
    fc.constantFrom(null, ' ', '  '),
    fc.constant('<c r="A1"><v>9</v></c>'),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
      fc.array(
        fc.record({
          row: fc.integer({ min: 1, max: 6 }),
          column: fc.integer({ min: 0, max: 30 }),
          value: fc.integer({ min: 0, max: 1e9 }),
        }),
        { minLength: 1, maxLength: 8 },
      ),
      fc.constantFrom('shared' as const, 'inline' as const),
      async (rows, asked, strings) => {
        const edits = [
          ...new Map(
            asked.filter(({ row }) => row <= rows.length).map((edit) => [`${edit.row}/${edit.column}`, edit]),
          ).values(),
        ]
        const workbook = (first: CellInFile[][]) =>
          workbookBytes(
            [
              { name: 'A', rows: first },
              { name: 'B', rows: [['tetap', 1]] },
            ],
            strings,
            {},
          )
        const edited = await editWorkbook({ name: 'x.xlsx', bytes: workbook(rows), sheet: 'A', edits })
        // as if the workbook had been written with the new cells from the start: text stays text
        const meant: CellInFile[][] = rows.map((cells) => [...cells, ...Array<null>(31 - cells.length).fill(null)])
        for (const { row, column, value } of edits) {
          const cells = meant[row - 1]!
          cells[column] = typeof cells[column] === 'string' && cells[column] !== '' ? String(value) : value
        }
        expect(await grid(edited)).toEqual(await grid(workbook(meant)))
      },
    ),
    { numRuns: 60 },
  )
})
