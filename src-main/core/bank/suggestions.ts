import type { BankDocument, BankSuggestion } from '../../../src-shared/bank/bank.ts'
import { eventOf } from '../../../src-shared/bank/bank-meaning.ts'
import { wordsOf } from '../../../src-shared/kernel/folded.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { Reader } from '../database/open.ts'
import { documentLabels, labelKey } from '../ledger/document-labels.ts'
import { alreadyInBooks, arrivedFromTransit, MONEY_IN_TRANSIT } from './in-the-books.ts'
import { knownMeaning, qrisIn } from './known-words.ts'
import { type LessItsFee, lessTheirFees } from './less-its-fee.ts'
import type { StoredLine } from './lines.repository.ts'
import type { StoredRule } from './rules.repository.ts'
import { ruleFor } from './rules.ts'

const QRIS_ON_ITS_WAY = '1140'

export type BookOf = (account: AccountCode) => 'usaha' | 'rumah'

/**
 * What each line most likely is, and why: first what the books hold already, then money that left a channel balance, then rules,
 * then words that every bank uses. A line that nothing speaks for is absent. `asIf` these documents had never been written.
 */
export async function suggestionsFor(
  reader: Reader,
  lines: readonly StoredLine[],
  rules: readonly StoredRule[],
  bookOf: BookOf,
  asIf: readonly BankDocument[] = [],
): Promise<Map<string, BankSuggestion>> {
  if (lines.length === 0) return new Map()
  const inBooks = await alreadyInBooks(reader, lines)
  const shopLines = lines.filter(({ id, account }) => !inBooks.has(id) && bookOf(account) === 'usaha')
  const arrived = await arrivedFromTransit(reader, shopLines, asIf)
  const labels = await documentLabels(
    reader,
    [...inBooks.values()].map(({ document }) => document),
  )
  const suggestions = new Map<string, BankSuggestion>()
  const left: StoredLine[] = []
  for (const line of lines) {
    const same = inBooks.get(line.id)
    if (same) {
      const { document, day, isOnly } = same
      suggestions.set(line.id, {
        answer: { as: 'same', document },
        why: { why: 'same', label: labels.get(labelKey(document)) ?? '', day },
        isCertain: isOnly,
      })
      continue
    }
    const suggestion = fromTransit(line, arrived.met.get(line.id), bookOf)
    if (suggestion) suggestions.set(line.id, suggestion)
    else left.push(line)
  }
  const spoken = new Map(left.map((line) => [line.id, byWords(line, rules, bookOf)]))
  const mayBeLess = left.filter((line) => bookOf(line.account) === 'usaha' && mayBeWithdrawn(line, spoken.get(line.id)))
  const less = lessTheirFees(mayBeLess, arrived.open)
  for (const line of left) {
    const words = spoken.get(line.id) ?? null
    const suggestion = fromTransitLess(line, less.get(line.id), words !== null) ?? words
    if (suggestion) suggestions.set(line.id, suggestion)
  }
  return suggestions
}

/** Its words say that a channel sent it, or say nothing. */
const mayBeWithdrawn = (line: StoredLine, spoken: BankSuggestion | null | undefined): boolean => {
  if (line.amount <= 0) return false
  if (!spoken) return true
  const [event] = spoken.answer.as === 'records' ? spoken.answer.events : []
  return event?.what === 'transfer' && event.wallet === MONEY_IN_TRANSIT
}

function fromTransit(line: StoredLine, met: { day: string } | undefined, bookOf: BookOf): BankSuggestion | null {
  if (!met) return null
  const { account, amount } = line
  const event = eventOf({ what: 'transfer', other: MONEY_IN_TRANSIT }, { account, book: bookOf(account), amount })
  return (
    event && {
      answer: { as: 'records', events: [event] },
      why: { why: 'in transit', day: met.day, fee: 0 },
      isCertain: true,
    }
  )
}

function fromTransitLess(line: StoredLine, met: LessItsFee | undefined, isFromChannel: boolean): BankSuggestion | null {
  if (!met) return null
  const { move, fee, isOnly } = met
  const event = {
    what: 'transfer',
    wallet: MONEY_IN_TRANSIT,
    toWallet: line.account,
    amount: move.amount,
    fee,
  } as const
  return {
    answer: { as: 'records', events: [event] },
    why: { why: 'in transit', day: move.day, fee },
    isCertain: isFromChannel && isOnly,
  }
}

function byWords(line: StoredLine, rules: readonly StoredRule[], bookOf: BookOf): BankSuggestion | null {
  const { account, amount, description } = line
  const moved = { account, book: bookOf(account), amount }
  const words = wordsOf(line.words)
  const qris = moved.book === 'usaha' ? qrisIn(description, amount) : null
  if (qris) {
    const { gross, fee } = qris
    const event = { what: 'clearing received', wallet: account, clearing: QRIS_ON_ITS_WAY, amount: gross, fee } as const
    return { answer: { as: 'records', events: [event] }, why: { why: 'qris', gross, fee }, isCertain: true }
  }
  const spoken = ruleFor(rules, { account, amount, description, words }, moved.book)
  if (spoken) {
    const { rule, isCertain } = spoken
    const event = eventOf(rule.meaning, moved)
    if (event)
      return {
        answer: { as: 'records', events: [event] },
        why: { why: 'rule', rule: rule.id, words: rule.words, times: rule.times, isOwn: rule.isOwn },
        isCertain,
      }
  }
  const known = knownMeaning(wordsOf(description), moved)
  const event = known && eventOf(known.meaning, moved)
  return (
    event && {
      answer: { as: 'records', events: [event] },
      why: { why: 'known words', words: known.words },
      isCertain: known.isCertain,
    }
  )
}
