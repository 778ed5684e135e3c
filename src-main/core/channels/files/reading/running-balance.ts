import type { RowProblem } from '../../../../../src-shared/channels/channel-file.ts'
import { formatNumber, type Rupiah } from '../../../../../src-shared/kernel/rupiah.ts'
import type { WalletLine, WalletTotals } from '../../../../../src-shared/payouts/wallet-file.ts'

/** A line of a balance report, and the row it was read from. */
export interface LineInFile {
  line: WalletLine
  row: number
  /** A row like it, cell by cell, stands above. */
  isRepeated?: boolean
}

/** The lines by time with what their balances tell of them. */
export interface RunningBalance {
  lines: WalletLine[]
  totals: WalletTotals
  /** The first line whose balance does not follow from the one before it, and what it should be. */
  firstBreak: { row: number; orderNumber: string; stated: Rupiah; expected: Rupiah } | null
}

/**
 * Puts the lines of a report by time, the oldest first, and follows the balance from line to line. Lines of one minute keep the
 * order of the file, or its reverse where it is told newest first: whichever the balances bear out.
 *
 * A line that is not done moved money all the same where the balance after it says so: Shopee takes a withdrawal off at once
 * and gives it back by a line of its own when the bank refuses it (seen in a report of March 2024). Such a line counts as
 * done, and its description keeps the channel's word; what moved nothing is in no sum.
 */
export function followBalance(read: readonly LineInFile[]): RunningBalance {
  const [first, last] = [read[0], read.at(-1)]
  const isNewestFirst = first !== undefined && last !== undefined && first.line.at > last.line.at
  const [told, turned] = [byTime(read), byTime(read.toReversed())]
  const [likely, other] = (isNewestFirst ? [turned, told] : [told, turned]).map(follow) as [Followed, Followed]
  const { lines, breaks, opening } = other.breaks.length < likely.breaks.length ? other : likely
  const done = lines.filter(({ status }) => status === 'done')
  const sum = (which: (amount: Rupiah) => boolean) =>
    done.reduce((total, { amount }) => (which(amount) ? total + amount : total), 0)
  return {
    lines,
    firstBreak: breaks[0] ?? null,
    totals: {
      rows: lines.length,
      opening,
      in: sum((amount) => amount > 0),
      out: sum((amount) => amount < 0),
      closing: done.findLast(({ balance }) => balance !== null)?.balance ?? null,
      notDone: lines.length - done.length,
      from: lines[0]?.day ?? null,
      to: lines.at(-1)?.day ?? null,
    },
  }
}

const byTime = (lines: readonly LineInFile[]): LineInFile[] => lines.toSorted((a, b) => a.line.at - b.line.at)

interface Followed {
  lines: WalletLine[]
  opening: Rupiah | null
  breaks: NonNullable<RunningBalance['firstBreak']>[]
}

function follow(read: readonly LineInFile[]): Followed {
  let balance: Rupiah | null = null
  let opening: Rupiah | null = null
  const breaks: Followed['breaks'] = []
  const lines = read.map(({ line, row }) => {
    const followed = withItsMove(line, balance)
    if (followed.status !== 'done' || followed.balance === null) {
      if (followed.status === 'done' && balance !== null) balance += followed.amount
      return followed
    }
    opening ??= followed.balance - followed.amount
    const expected: Rupiah | null = balance === null ? null : balance + followed.amount
    if (expected !== null && expected !== followed.balance)
      breaks.push({ row, orderNumber: line.orderNumber, stated: followed.balance, expected })
    balance = followed.balance
    return followed
  })
  return { lines, opening, breaks }
}

/** With its balance as witness: `before` is null where nothing is known yet, and then its own balance is believed. */
function withItsMove(line: WalletLine, before: Rupiah | null): WalletLine {
  if (line.status === 'done' || line.balance === null) return line
  if (before === null) return line.status === 'failed' ? { ...line, status: 'done', isGuess: true } : line
  return before + line.amount === line.balance ? { ...line, status: 'done' } : line
}

/** The break as people are told of it: where it stands, what was told and what would follow. */
export const breakProblem = (
  { row, orderNumber, stated, expected }: NonNullable<RunningBalance['firstBreak']>,
  column: { heading: string; letter: string } | undefined,
): RowProblem => ({
  code: 'BALANCE_BREAKS',
  row,
  column: column?.heading ?? '',
  columnLetter: column?.letter ?? '',
  orderNumber,
  value: `${formatNumber(stated)} ≠ ${formatNumber(expected)}`,
  blocks: false,
})
