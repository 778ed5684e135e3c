import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gridTemplate, nextSort } from '../../src-renderer/design/table/columns.ts'
import {
  chosenCount,
  EVERYTHING,
  isChosen,
  NOTHING,
  toggled,
  withRange,
} from '../../src-renderer/design/table/selection.ts'
import { fileNameInParts, shortCode } from '../../src-renderer/design/table/short-code.ts'
import { tableItems } from '../../src-renderer/design/table/table-items.ts'
import { movedRow } from '../../src-renderer/design/table/table-keys.ts'
import { compareCells } from '../../src-renderer/design/table/useSortedRows.ts'

describe('choosing rows', () => {
  test('all in the filter includes rows that are not loaded yet, less those taken out again', () => {
    const allButOne = toggled(EVERYTHING, 'b')
    expect(isChosen(allButOne, 'far down')).toBe(true)
    expect(isChosen(allButOne, 'b')).toBe(false)
    expect(chosenCount(allButOne, 1_250)).toBe(1_249)
  })

  test('a range may be drawn upwards and adds to what was chosen before', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const chosen = withRange(toggled(NOTHING, 'e'), ids, 2, 0)
    expect(ids.filter((id) => isChosen(chosen, id))).toEqual(['a', 'b', 'c', 'e'])
  })

  test('a range over rows that were taken out puts them back', () => {
    expect(chosenCount(withRange(toggled(EVERYTHING, 'b'), ['a', 'b', 'c'], 0, 2), 3)).toBe(3)
  })

  test('choosing twice is choosing nothing', () => {
    expect(toggled(toggled(NOTHING, 'a'), 'a')).toEqual(NOTHING)
  })
})

test.each([
  ['ArrowDown', 3, 4],
  ['ArrowUp', 0, 0],
  ['PageDown', 3, 15],
  ['PageDown', 95, 99],
  ['PageUp', 5, 0],
  ['Home', 50, 0],
  ['End', 50, 99],
  ['x', 50, null],
])('%s from row %d of a hundred leads to %s', (key, from, to) => expect(movedRow(key, from, 100, 12)).toBe(to))

test('an empty list has nowhere to go but its beginning', () => expect(movedRow('End', 0, 0, 12)).toBe(0))

test('a long order number keeps its last seven characters for the eye and all of them for the clipboard', () => {
  expect(shortCode('578912343013655345')).toEqual(['5789', '1234301', '3655345'])
  expect(shortCode('2611219K3M7QXP')).toEqual(['2611219K3M7QXP', '', ''])
})

test('the end of a file name, where its dates stand, is a part that stays, and every list of files is drawn so', () => {
  const name = 'Income.sudah dilepas.id.20261101_20261122.xlsx'
  expect(fileNameInParts(name)).toEqual(['Income.sudah dilepas.id.', '20261101_20261122.xlsx'])
  expect(fileNameInParts('Order.xlsx')).toEqual(['Order.xlsx', ''])
  const renderer = join(import.meta.dirname, '../../src-renderer')
  const cut = globSync('**/*.tsx', { cwd: renderer }).filter((file) =>
    /kind: 'text',(?:(?!id:)[\s\S])*?value: \((\w+)\) => \1\.fileName\b/.test(
      readFileSync(join(renderer, file), 'utf8'),
    ),
  )
  expect(cut).toEqual([])
})

test('the first press on a head sorts amounts downwards and names upwards, the second turns round', () => {
  expect(nextSort(null, { id: 'profit', kind: 'money' })).toEqual({ columnId: 'profit', isDescending: true })
  const names = nextSort(null, { id: 'goods', kind: 'text' })
  expect(names.isDescending).toBe(false)
  expect(nextSort(names, { id: 'goods', kind: 'text' }).isDescending).toBe(true)
})

test('names sort as people sort them: digits as numbers, case aside', () => {
  expect(['M10', 'm2', 'Blus', 'M1'].sort(compareCells)).toEqual(['Blus', 'M1', 'm2', 'M10'])
  expect([10, 9, 100].sort(compareCells)).toEqual([9, 10, 100])
})

test('head, rows and totals share one grid', () => {
  expect(gridTemplate([{ width: 146 }, { width: { share: 1, least: 150 } }], true)).toBe(
    '36px 146px minmax(150px, 1fr)',
  )
})

test('a heading stands before the first row of each group', () => {
  const rows = ['Kemeja 1', 'Kemeja 2', 'Blus 1']
  const items = tableItems(
    rows,
    (row) => row,
    (row) => row.split(' ')[0] ?? '',
  )
  expect(items.map((item) => (item.kind === 'group' ? `# ${item.label}` : item.row))).toEqual([
    '# Kemeja',
    'Kemeja 1',
    'Kemeja 2',
    '# Blus',
    'Blus 1',
  ])
})
