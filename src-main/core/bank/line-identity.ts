import { createHash } from 'node:crypto'
import type { BankStatementLine } from '../../../src-shared/bank/bank-file.ts'
import { folded } from '../../../src-shared/kernel/folded.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'

/** A line as one statement tells it, with what makes it the same line in another statement. */
export interface ToldLine extends BankStatementLine {
  id: string
  identity: string
  /** 1, 2, … of equal lines of a day: those of another statement are the same ones, as many as the fullest tells. */
  nth: number
  /** Its place among the lines of its day, so far as this statement tells them. */
  position: number
}

/** Day, amount and words: a balance or a running number may be missing in another layout of the same bank. */
const identityOf = ({ day, amount, description }: BankStatementLine): string =>
  [day, amount, folded(description)].join('|')

/** The booked lines of a statement, each with its identity; the oldest first. */
export function identified(account: AccountCode, lines: readonly BankStatementLine[]): ToldLine[] {
  const counts = new Map<string, number>()
  const count = (key: string) => {
    const next = (counts.get(key) ?? 0) + 1
    counts.set(key, next)
    return next
  }
  return lines
    .filter(({ isPending }) => !isPending)
    .map((line) => {
      const identity = identityOf(line)
      const nth = count(identity)
      return { ...line, identity, nth, position: count(line.day), id: idOf([account, identity, nth].join('|')) }
    })
}

/** The same line has the same id whichever statement told it first (RFC 9562 5.8, custom UUID from a hash). */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
