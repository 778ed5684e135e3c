import { describe, expect, test } from 'vitest'
import { lineOf, settledDraft } from '../../src-renderer/inventory/opening-draft.ts'
import { filled, pasted, pastedTable } from '../../src-renderer/inventory/opening-fill.ts'
import type { OpeningStockRow } from '../../src-shared/inventory/inventory.ts'

const aRow = (variantId: string, fields: Partial<OpeningStockRow> = {}): OpeningStockRow => ({
  variantId,
  productId: 'P',
  sku: `KMJ-${variantId}`,
  barcode: null,
  label: `Kemeja, ${variantId}`,
  goodsName: { product: 'Kemeja', motif: '', colour: '', size: variantId },
  shelf: '',
  price: 100_000,
  pieces: null,
  unitCost: null,
  soldLast90Days: 0,
  ...fields,
})
const ROWS = [aRow('S'), aRow('M', { barcode: '8991' }), aRow('L', { pieces: 3, unitCost: 40_000 })]
const said = ({ lines }: { lines: { variantId: string; pieces: number | null; unitCost: number | null }[] }) =>
  lines.map(({ variantId, pieces, unitCost }) => [variantId, pieces, unitCost])

describe('a row that is left', () => {
  test.each([
    ['60rb', 60_000, '60.000'],
    ['Rp60.000', 60_000, '60.000'],
    ['62,5%', 62_500, '62.500'],
    ['33,33 %', 33_330, '33.330'],
  ])('%s is shown and kept as rupiah', (cost, amount, shown) => {
    const draft = { pieces: '20', cost }
    expect(settledDraft(ROWS[0]!, draft)).toEqual({ pieces: '20', cost: shown })
    expect(lineOf(ROWS[0]!, draft)).toEqual({ variantId: 'S', pieces: 20, unitCost: amount })
  })

  test('that cannot be read stays as it was typed and is not saved', () => {
    const draft = { pieces: 'dua', cost: '60rb' }
    expect(settledDraft(ROWS[0]!, draft)).toEqual({ pieces: 'dua', cost: '60.000' })
    expect(lineOf(ROWS[0]!, draft)).toBeNull()
  })

  test('emptied again is not counted any more; a cost alone that stands is no news', () => {
    expect(lineOf(ROWS[2]!, { pieces: '', cost: '' })).toEqual({ variantId: 'L', pieces: null, unitCost: null })
    expect(lineOf(aRow('X', { pieces: 0, unitCost: 5_000 }), { pieces: '', cost: '5000' })).toBeNull()
    expect(lineOf(ROWS[2]!, { pieces: '3', cost: '40000' })).toBeNull()
  })
})

describe('filling down', () => {
  test('writes one text into a column and keeps the other, also one that is only typed so far', () => {
    const drafts = new Map([['M', { pieces: '7', cost: '' }]])
    expect(said(filled(ROWS, drafts, 'cost', '58rb'))).toEqual([
      ['S', null, 58_000],
      ['M', 7, 58_000],
      ['L', 3, 58_000],
    ])
  })

  test('a share of the price is another cost for each', () => {
    const rows = [aRow('S', { price: 165_000 }), aRow('M', { price: 99_999 })]
    expect(said(filled(rows, new Map(), 'cost', '60%'))).toEqual([
      ['S', null, 99_000],
      ['M', null, 59_999],
    ])
  })

  test('names the SKU that has no price to take a share of', () => {
    expect(filled([ROWS[0]!, aRow('M', { price: 0 })], new Map(), 'cost', '60%').problems).toMatchObject([
      { row: null, sku: 'KMJ-M', column: 'cost', why: 'no price' },
    ])
  })

  test('knows what stood before, to take it back', () => {
    expect(said({ lines: filled(ROWS, new Map(), 'pieces', '3').before })).toEqual([
      ['S', null, null],
      ['M', null, null],
    ])
  })
})

describe('pasting from a spreadsheet', () => {
  const paste = (start: string, column: 'pieces' | 'cost', text: string) =>
    pasted(ROWS, new Map(), start, column, pastedTable(text))

  test('one column goes down from the field it was pasted into', () => {
    expect(said(paste('M', 'pieces', '20\r\n12\r\n'))).toEqual([
      ['M', 20, null],
      ['L', 12, 40_000],
    ])
    expect(said(paste('S', 'cost', 'Rp 60.000\n62,500'))).toEqual([
      ['S', null, 60_000],
      ['M', null, 62_500],
    ])
  })

  test('two columns are stock and cost, a blank cell leaves what stands, headings are passed over', () => {
    expect(said(paste('S', 'pieces', 'Stok\tModal\n20\t60.000\n\t\n5\t'))).toEqual([
      ['S', 20, 60_000],
      ['L', 5, 40_000],
    ])
  })

  test('where the first column names SKUs or barcodes, each row goes to the one it names', () => {
    expect(said(paste('S', 'pieces', 'kmj-l\t9\t41000\n8991\t4\t60%'))).toEqual([
      ['L', 9, 41_000],
      ['M', 4, 60_000],
    ])
    expect(said(paste('S', 'cost', 'KMJ-S\t59.000'))).toEqual([['S', null, 59_000]])
  })

  test('what was not understood is named by its row', () => {
    expect(
      paste('S', 'pieces', 'KMJ-S\tdua\t60\nKMJ-X\t1\t1\nKMJ-S\t2\t60.000').problems.map(({ row, column, why }) => [
        row,
        column,
        why,
      ]),
    ).toEqual([
      [1, 'pieces', 'pieces'],
      [1, 'cost', 'lost thousands'],
      [2, 'sku', 'unknown'],
      [3, 'sku', 'twice'],
    ])
    expect(paste('L', 'pieces', '1\n2').problems).toMatchObject([{ row: 2, why: 'outside' }])
  })

  test('Rp60 is meant, and so is a small cost of cheap goods', () => {
    expect(said(paste('S', 'cost', 'Rp60\nRp 75'))).toEqual([
      ['S', null, 60],
      ['M', null, 75],
    ])
    expect(said(pasted([aRow('S', { price: 500 })], new Map(), 'S', 'cost', [['300']]))).toEqual([['S', null, 300]])
  })
})
