import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readChannelFile } from '../../../src-main/core/channels/files/read-channel-file.ts'
import { readSpreadsheet } from '../../../src-main/core/spreadsheet/read-spreadsheet.ts'
import { contentOf } from '../../../src-main/core/spreadsheet/sheet.ts'
import type { ChannelFile } from '../../../src-shared/channels/channel-file.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { SOUND_FILES } from '../../builders/a-file-of-each-kind.ts'

/** The one sheet of a file as comma separated text, every line as wide as the widest; null where it has several. */
async function textOf(name: string, bytes: Uint8Array): Promise<string | null> {
  const { sheets } = await readSpreadsheet({ name, bytes })
  if (sheets.length !== 1) return null
  const rows: string[][] = []
  for await (const batch of sheets[0]!.rows())
    for (const { cells } of batch) rows.push(cells.map((cell) => String(contentOf(cell) ?? '')))
  const width = Math.max(...rows.map(({ length }) => length))
  const written = (cell: string) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  const line = (row: string[]) => Array.from({ length: width }, (_, at) => written(row[at] ?? '')).join(',')
  return `${rows.map(line).join('\r\n')}\r\n`
}

/** Every document of a file as a text of its own, without what all of them say of the file. */
function documentsOf(file: ChannelFile): string[] {
  if ('orders' in file) return file.orders.map(({ snapshot: { atLeast, atMost, ...order } }) => JSON.stringify(order))
  const all: readonly object[] =
    'settlements' in file
      ? file.settlements
      : 'returns' in file
        ? file.returns
        : 'listings' in file
          ? file.listings
          : file.lines
  return all.map((each) => JSON.stringify(each))
}

const texts = (
  await Promise.all(SOUND_FILES.map(async ({ name, bytes, kind }) => ({ kind, name, text: await textOf(name, bytes) })))
).filter((file): file is { kind: typeof file.kind; name: string; text: string } => file.text !== null)

/** Commas within quotes part no cells. */
const cellsIn = (line: string): number => line.replace(/"[^"]*(?:"|$)/g, '').split(',').length

test.each(texts)(
  '$kind, $name: what is cut off in the middle of a row changes no document without a word',
  async ({ text }) => {
    const read = (bytes: string) => readChannelFile({ name: 'x.csv', bytes: Buffer.from(bytes), zone: 'WIB' })
    const sound = new Set(documentsOf(await read(text)))
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0.2, max: 1, noNaN: true }), async (share) => {
        const cut = text.slice(0, Math.floor(text.length * share))
        // the last cell of a line says nothing of what follows it
        const [last = '', above = ''] = cut.split('\r\n').toReversed()
        fc.pre(cellsIn(last) < cellsIn(above) || last === '')
        const file = await read(cut).catch((problem: unknown) => {
          if (problem instanceof DomainError) return null
          throw problem
        })
        if (file === null || file.problemCount > 0) return
        expect(documentsOf(file).filter((each) => !sound.has(each))).toEqual([])
      }),
      { numRuns: 40 },
    )
  },
)
