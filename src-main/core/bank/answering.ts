import type { BankAnswer, BankSuggestion } from '../../../src-shared/bank/bank.ts'
import { isSameMeaning, meaningOf } from '../../../src-shared/bank/bank-meaning.ts'
import type { CashEvent } from '../../../src-shared/cash/cash-record.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { wordsOf } from '../../../src-shared/kernel/folded.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { type Accounts, movedOn } from '../cash/cash-entries.ts'
import type { CashSteps } from '../cash/cash-steps.ts'
import type { Tx } from '../database/open.ts'
import { requireMoveInBooks } from './in-the-books.ts'
import { idOf } from './line-identity.ts'
import { type Answered, documentsOf, forgetAnswer, type StoredLine, saveAnswer } from './lines.repository.ts'
import { bankRules, type StoredRule, saveRule } from './rules.repository.ts'
import { ruleSaying, taught } from './rules.ts'

export interface AnsweringNeeds {
  cash: CashSteps
  now: Instant
  startDay: string
  accounts: Accounts
}

/** Kept with a cash record that a line no longer stands for. */
const TAKEN_BACK = 'Jawaban mutasi bank diurungkan'

/** As much of a description as a note may hold. */
const noteOf = ({ description }: StoredLine) => description.slice(0, 500)

/**
 * Writes down what somebody says a line is. Records are those of Catat Kas, by its rules: so they stand in its list, pay what a
 * purchase owes and count as instalments, wherever money written by hand does. Their ids follow from the line, so that a new
 * answer corrects the same records.
 * @throws BANK_LINE_BEFORE_BOOKS, BANK_LINE_DIFFERS, BANK_DOCUMENT_TAKEN; what Catat Kas refuses.
 */
export async function answerLine(
  tx: Tx,
  line: StoredLine,
  answer: BankAnswer,
  batch: string,
  suggestion: BankSuggestion | undefined,
  { cash, now, startDay, accounts }: AnsweringNeeds,
): Promise<void> {
  const { id, day, amount, account } = line
  if (day < startDay && answer.as !== 'ignored') throw new DomainError('BANK_LINE_BEFORE_BOOKS', { day, startDay })
  const made = ((await documentsOf(tx, [id])).get(id) ?? []).filter(({ isMade }) => isMade)
  const documents: Answered['documents'][number][] = []
  if (answer.as === 'records') {
    const moved = answer.events.reduce((sum, event) => sum + movedOn(event, account, accounts), 0)
    if (moved !== amount) throw new DomainError('BANK_LINE_DIFFERS', { amount, moved })
    for (const [index, event] of answer.events.entries()) {
      const record = idOf(`${id}|${index}`)
      await cash.record(tx, { id: record, day, note: noteOf(line), event, isMeant: true })
      documents.push({ kind: 'cash-record', id: record, isMade: true })
    }
  }
  if (answer.as === 'same') {
    await requireMoveInBooks(tx, line, answer.document)
    documents.push({ ...answer.document, isMade: false })
  }
  const stays = new Set(documents.map((document) => document.id))
  for (const each of made) if (!stays.has(each.id)) await cash.cancel(tx, each.id, TAKEN_BACK)
  const learned = answer.as === 'records' ? await learn(tx, line, answer.events, suggestion, now) : NOTHING_LEARNED
  await saveAnswer(tx, {
    id,
    batch,
    at: now,
    ignoredBecause: answer.as === 'ignored' ? answer.reason : null,
    documents,
    ...learned,
  })
}

const NOTHING_LEARNED = { ruleId: null, againstRuleId: null }

/** Which rule says the same now, and which one was not agreed with. */
async function learn(
  tx: Tx,
  line: StoredLine,
  events: readonly CashEvent[],
  suggestion: BankSuggestion | undefined,
  now: Instant,
): Promise<Pick<Answered, 'ruleId' | 'againstRuleId'>> {
  const [only, second] = events
  const meaning = only && !second ? meaningOf(only, line.account) : null
  const rules = await bankRules(tx)
  const asked = suggestion?.why.why === 'rule' ? suggestion.why.rule : null
  const against = rules.find((rule) => rule.id === asked && !(meaning && isSameMeaning(rule.meaning, meaning)))
  const ruleId = meaning ? await teach(tx, line, meaning, rules, now) : null
  return { ruleId, againstRuleId: against?.id ?? null }
}

async function teach(
  tx: Tx,
  line: StoredLine,
  meaning: NonNullable<ReturnType<typeof meaningOf>>,
  rules: readonly StoredRule[],
  now: Instant,
): Promise<string | null> {
  const facts = { ...line, words: wordsOf(line.words) }
  const known = ruleSaying(rules, facts, meaning)
  if (known) return known.id
  const key = ['rule', line.words, line.amount > 0, JSON.stringify(Object.entries(meaning).toSorted())].join('|')
  const draft = taught(idOf(key), facts, meaning)
  // one that was switched off by hand stays off, and is not learned again
  if (!draft || rules.some((rule) => rule.id === draft.id)) return null
  await saveRule(tx, draft, false, now)
  return draft.id
}

/** The line waits again; what was made for it is cancelled, what was found stays as it is. */
export async function takeAnswerBack(tx: Tx, id: string, cash: CashSteps): Promise<void> {
  for (const document of (await documentsOf(tx, [id])).get(id) ?? [])
    if (document.isMade) await cash.cancel(tx, document.id, TAKEN_BACK)
  await forgetAnswer(tx, id)
}
