import { describe, expect, test } from 'vitest'
import { readChannelFile } from '../../../src-main/core/channels/files/read-channel-file.ts'
import { createProblemList } from '../../../src-main/core/channels/files/reading/problem-list.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { SOUND_FILES } from '../../builders/a-file-of-each-kind.ts'
import { workbookBytes } from '../../builders/workbook-bytes.ts'
import { type Grid, gridOf } from './written-as.ts'

type Row = Grid[number]['rows'][number]

const filled = (row: Row) => row.filter((cell) => cell !== null && cell !== '').length
const isText = (cell: string | number | null) => typeof cell === 'string' && !/\d/.test(cell)

/** The first row that names most columns. */
function headingAt(rows: readonly Row[]): number {
  const names = rows.map((row) => row.filter(isText).length)
  return names.indexOf(Math.max(...names))
}

/** The last half of the rows on a sheet of its own, with everything above them or bare. */
function onTwoSheets(grid: Grid, at: number, isBare: boolean): Grid | null {
  const { name, rows } = grid[at]!
  const top = headingAt(rows) + 1
  const below = rows.slice(top)
  if (below.filter((row) => filled(row) > 2).length < 2) return null
  const cut = top + below.findLastIndex((row) => filled(row) > 2)
  const further = { name: `${name} - 2`.slice(-31), rows: [...(isBare ? [] : rows.slice(0, top)), ...rows.slice(cut)] }
  return grid.toSpliced(at, 1, { name, rows: rows.slice(0, cut) }, further)
}

async function told(bytes: Uint8Array) {
  const problems = createProblemList()
  const { totals } = await readChannelFile({ name: 'berkas.xlsx', bytes, zone: 'WIB' }, problems)
  return { totals, left: problems.leftSheets() }
}

describe('a list of any kind whose rows go on on a second sheet is read whole, refused, or the sheet is said to be left', () => {
  const some = [...Map.groupBy(SOUND_FILES, ({ kind }) => kind).values()].map(([file]) => file!)
  test.each(some)('$kind', async ({ bytes }) => {
    const grid = await gridOf(bytes)
    const whole = await told(workbookBytes(grid, 'shared', {}))
    for (const isBare of [false, true])
      for (const at of grid.keys()) {
        const split = onTwoSheets(grid, at, isBare)
        if (!split) continue
        try {
          const { totals, left } = await told(workbookBytes(split, 'shared', {}))
          const isSaid = left.includes(split[at + 1]!.name)
          if (!isSaid) expect(totals, `${grid[at]!.name}, ${isBare ? 'bare' : 'with headings'}`).toEqual(whole.totals)
        } catch (problem) {
          if (!(problem instanceof DomainError)) throw problem
          expect(['FILE_WITH_SEVERAL_SHEETS', 'FILE_WITHOUT_CONTENTS']).toContain(problem.code)
        }
      }
  })
})

/** The list once more on a sheet of its own: the whole, or its first row in both places. */
function copied(grid: Grid, at: number, isOneRow: boolean): Grid | null {
  const { name, rows } = grid[at]!
  const top = headingAt(rows) + 1
  const first = rows.findIndex((row, index) => index >= top && filled(row) > 2)
  if (first < 0) return null
  const kept = isOneRow ? rows.slice(0, first + 1) : rows
  return grid.toSpliced(at, 1, { name, rows: kept }, { name: `${name} - 2`.slice(-31), rows: kept })
}

describe('a copy of a list on a second sheet of its file counts nothing twice', () => {
  const some = [...Map.groupBy(SOUND_FILES, ({ kind }) => kind).values()].map(([file]) => file!)
  test.each(some)('$kind', async ({ bytes }) => {
    const grid = await gridOf(bytes)
    for (const isOneRow of [false, true])
      for (const at of grid.keys()) {
        const twice = copied(grid, at, isOneRow)
        if (!twice) continue
        const once = await told(workbookBytes(twice.toSpliced(at + 1, 1), 'shared', {})).catch(() => null)
        try {
          const { totals, left } = await told(workbookBytes(twice, 'shared', {}))
          const isSaid = left.includes(twice[at + 1]!.name)
          if (!isSaid) expect(totals, `${grid[at]!.name}, ${isOneRow ? 'one row' : 'whole'}`).toEqual(once?.totals)
        } catch (problem) {
          if (!(problem instanceof DomainError)) throw problem
        }
      }
  })
})
