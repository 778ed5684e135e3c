import { z } from 'zod'
import { cashEventWords } from './cash.words.ts'
import type { CashEventKind } from './cash-record.ts'

/** Which way money went, as its owner says it: into a purse, out of it, or from one of the own purses to another. */
export const Direction = z.enum(['in', 'out', 'moved'])
export type Direction = z.infer<typeof Direction>

const DIRECTIONS: Readonly<Record<CashEventKind, Direction>> = {
  'business expense': 'out',
  'business income': 'in',
  'private expense': 'out',
  'mixed bill': 'out',
  'take home': 'out',
  'put in capital': 'in',
  'expense from household': 'out',
  'mixed bill from household': 'out',
  'repay household': 'out',
  'lend to household': 'out',
  'household repays': 'in',
  'forgive household': 'moved',
  'set off': 'moved',
  transfer: 'moved',
  'clearing received': 'in',
  'pay supplier': 'out',
  'loan received': 'in',
  'loan instalment': 'out',
  'household income': 'in',
  'household expense': 'out',
}

export const directionOf = (what: CashEventKind): Direction => DIRECTIONS[what]

const KINDS = Object.keys(cashEventWords.id) as [CashEventKind, ...CashEventKind[]]

/** What a list of money is narrowed to: a direction, or one kind of record. */
export const CashSort = z.enum([...Direction.options, ...KINDS])
export type CashSort = z.infer<typeof CashSort>

/** The kinds of record that a narrowed list keeps. */
export const kindsOf = (sort: CashSort): readonly CashEventKind[] =>
  KINDS.filter((what) => what === sort || DIRECTIONS[what] === sort)
