import type { Account } from '../../../../src-shared/ledger/ledger.ts'
import type { JournalRow } from '../journal.repository.ts'
import type { Described } from './described.ts'

/**
 * The journal as plain text for hledger, which then recomputes every balance independently of us.
 * https://hledger.org/1.25/hledger.html#journal-format (read 22 November 2026)
 */

/** An account's name there: its book, its code, its words. Two spaces would end the name. */
const nameOf = ({ book, code, name }: Account): string => `${book}:${code} ${oneLine(name)}`

/** hledger's account types: asset, liability, equity, revenue, expense; cash is an asset of its own. */
const TYPES: Record<Account['kind'], string> = { asset: 'A', liability: 'L', equity: 'E', income: 'R', expense: 'X' }
const typeOf = ({ kind, isCash }: Account): string => (isCash ? 'C' : TYPES[kind])

const WHITE = /[\s]+/g
const oneLine = (text: string): string => text.replace(WHITE, ' ').trim()
/** `;` begins a comment in a description, and `|` parts the payee from the note. */
const described = (text: string): string => oneLine(text).replace(/[;|]/g, ',')
/** A comma ends a tag's value. */
const tagged = (text: string): string => oneLine(text).replace(/,/g, ' ')

export const hledgerHead = (accounts: readonly Account[]): string =>
  [
    'commodity Rp 1000.',
    'decimal-mark .',
    ...accounts.map((account) => `account ${nameOf(account)}  ; type:${typeOf(account)}`),
    '',
  ].join('\n')

export function hledgerTransaction(
  { id, day, documentKind, documentId, effect, reverses, lines }: JournalRow,
  { label, memo }: Described,
  accounts: ReadonlyMap<string, Account>,
): string {
  const tags = [`document:${tagged(`${documentKind}/${documentId}`)}`, `effect:${tagged(effect)}`]
  if (reverses !== null) tags.push(`reverses:${reverses}`)
  const description = label === memo ? described(memo) : `${described(label)} | ${described(memo)}`
  return [
    '',
    `${day} (${id}) ${description}  ; ${tags.join(', ')}`,
    ...lines.map(({ account, amount }) => `    ${nameOf(accounts.get(account)!)}  Rp ${amount}`),
    '',
  ].join('\n')
}
