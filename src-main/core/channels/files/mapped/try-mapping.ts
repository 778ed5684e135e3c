import type { RowProblem } from '../../../../../src-shared/channels/channel-file.ts'
import type { MappingTrial } from '../../../../../src-shared/channels/file-look.ts'
import type { FileMapping } from '../../../../../src-shared/channels/file-mapping.ts'
import { businessDay, type Instant, type Zone } from '../../../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../../../src-shared/kernel/refusal.ts'
import type { WorkNeeds } from '../../../apart.ts'
import { readSpreadsheet } from '../../../spreadsheet/read-spreadsheet.ts'
import type { BookToRead } from '../book.ts'
import { createProblemList } from '../reading/problem-list.ts'
import { headingAt } from './headings.ts'
import { firstRows } from './look-at-file.ts'
import { mappingAt } from './mapped-layout.ts'
import { readMapped } from './read-mapped.ts'
import { UNEXPLAINED } from './read-mapped-income.ts'

export interface TrialRequest {
  name: string
  bytes: Uint8Array
  zone: Zone
  modifiedAt: Instant | null
  sheet: number
  headingRow: number
  mapping: FileMapping
}

const SHOWN = 5
const MOST_REASONS = 20

/** One word that was not taught keeps hundreds of rows out: each reason once, with how often it is among the problems kept. */
function oneOfEach(problems: readonly RowProblem[]): MappingTrial['problems'] {
  const byReason = new Map<string, MappingTrial['problems'][number]>()
  for (const problem of problems.filter(({ blocks }) => blocks)) {
    const reason = `${problem.code}\n${problem.columnLetter}\n${problem.value}`
    const known = byReason.get(reason)
    if (known) known.times++
    else byReason.set(reason, { ...problem, times: 1 })
  }
  return [...byReason.values()]
}

/**
 * Reads a waiting file by a mapping, by the very reader that takes such files in.
 * @throws the refusals of reading; MAPPING_DOES_NOT_FIT where a column of the mapping does not stand in that row.
 */
export async function tryMapping(request: TrialRequest, { signal }: WorkNeeds): Promise<MappingTrial> {
  const { name, bytes, zone, modifiedAt, mapping } = request
  const { format, sheets } = await readSpreadsheet({ name, bytes })
  const sheet = sheets.filter(({ hidden }) => !hidden)[request.sheet]
  const head = sheet && { name: sheet.name, firstRows: await firstRows(sheet) }
  const heading = head && headingAt(head.firstRows, request.headingRow)
  const found = head && heading && mappingAt(mapping, head, heading)
  if (!found) throw new DomainError('MAPPING_DOES_NOT_FIT', { name })
  const problems = createProblemList()
  const book: BookToRead = {
    rowsOf: () => sheet.rows(),
    isCsv: format === 'csv',
    zone,
    modifiedAt,
    problems,
    signal,
  }
  const file = await readMapped(found, book)
  const trial = {
    problems: oneOfEach(problems.first()).slice(0, MOST_REASONS),
    problemCount: problems.count(),
    remarkCount: problems.remarkCount(),
  }
  switch (file.kind) {
    case 'mapped orders':
      return {
        subject: 'orders',
        totals: file.totals,
        keptOut: file.keptOut,
        rows: file.orders
          .flatMap(({ snapshot }) => snapshot.lines.map((line) => ({ snapshot, line })))
          .slice(0, SHOWN)
          .map(({ snapshot, line }) => ({
            number: snapshot.number,
            placedOn: snapshot.placedAt === null ? null : businessDay(snapshot.placedAt, zone),
            state: snapshot.state,
            goods: [line.productName, line.variationName].filter(Boolean).join(' · '),
            sku: line.sku,
            pieces: line.pieces,
            price: line.price,
            buyerPayment: snapshot.buyerPayment,
          })),
        ...trial,
      }
    case 'mapped income': {
      const { rows, orders, adjustments, released, adjusted, byName } = file.totals
      return {
        subject: 'settlements',
        totals: { rows, orders, adjustments, released, adjusted, byName },
        explained: file.settlements.filter(({ lines }) => lines.every(({ name }) => name !== UNEXPLAINED)).length,
        keptOut: { rows: file.keptOut.rows },
        rows: file.settlements
          .slice(0, SHOWN)
          .map(({ orderNumber, releasedOn, released, lines }) => ({ orderNumber, releasedOn, released, lines })),
        ...trial,
      }
    }
    case 'mapped bank statement': {
      const { rows, opening, in: moneyIn, out, closing, pending } = file.totals
      return {
        subject: 'bank',
        totals: { rows, opening, in: moneyIn, out, closing, pending },
        keptOut: { rows: file.keptOut.rows },
        rows: file.lines
          .slice(0, SHOWN)
          .map(({ day, description, amount, balance }) => ({ day, description, amount, balance })),
        ...trial,
      }
    }
  }
}
