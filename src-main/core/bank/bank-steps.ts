import type { BankAnswer, BankFilter, BankSuggestion } from '../../../src-shared/bank/bank.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import { cashRecordsByIds } from '../cash/cash.repository.ts'
import type { CashSteps } from '../cash/cash-steps.ts'
import type { Reader, Tx } from '../database/open.ts'
import { accountsIn } from '../ledger/ledger.repository.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { answerLine, takeAnswerBack } from './answering.ts'
import { arrivalsOfNothing, MONEY_IN_TRANSIT } from './in-the-books.ts'
import { bankLines, linesByIds, linesLessAFee, linesThatMade, type StoredLine } from './lines.repository.ts'
import { bankRules, removeUnlearned } from './rules.repository.ts'
import { type BookOf, suggestionsFor } from './suggestions.ts'

/** More waiting lines than these are suggested for when the first of them are answered. */
const MOST_SUGGESTED = 5_000

export type Within = Omit<BankFilter, 'state'>

/** What answering needs to know of the shop. */
export async function bankFacts(reader: Reader) {
  const settings = await settingsOf(reader)
  const accounts = new Map((await accountsIn(reader, settings)).map((account) => [account.code, account]))
  const bookOf: BookOf = (account) => accounts.get(account)?.book ?? 'usaha'
  return { startDay: settings.startDay, accounts, bookOf }
}

/** Lines that wait for an answer. */
export const waitingLines = async (reader: Reader, startDay: string, within: Partial<Within> = {}) =>
  bankLines(reader, { query: '', ...within, state: 'waiting', startDay, limit: MOST_SUGGESTED })

/** Suggestions for all lines that wait: which document belongs to which line shows only among all of them. */
export async function suggestedAnswers(reader: Reader): Promise<Map<string, BankSuggestion>> {
  const { startDay, bookOf } = await bankFacts(reader)
  return suggestionsFor(reader, await waitingLines(reader, startDay), await bankRules(reader), bookOf)
}

export interface BankStepNeeds {
  cash: CashSteps
  now: () => Instant
}

/** Answering lines within a transaction: for the inbox, and for the room that imports. */
export function bankSteps({ cash, now }: BankStepNeeds) {
  /** Answers lines one after the other; what the books refuse of one stays waiting. */
  const answerEach = async (
    tx: Tx,
    answers: readonly { line: StoredLine; answer: BankAnswer; suggestion: BankSuggestion | undefined }[],
    batch: string,
  ): Promise<{ lines: number; refused: number }> => {
    const { startDay, accounts } = await bankFacts(tx)
    let lines = 0
    for (const { line, answer, suggestion } of answers)
      try {
        await answerLine(tx, line, answer, batch, suggestion, { cash, now: now(), startDay, accounts })
        lines++
      } catch (problem) {
        if (!(problem instanceof DomainError)) throw problem
      }
    return { lines, refused: answers.length - lines }
  }

  const agree = async (tx: Tx, batch: string, isMeant: (suggestion: BankSuggestion) => boolean, within: Within) => {
    const { startDay } = await bankFacts(tx)
    const suggestions = await suggestedAnswers(tx)
    const answers = (await waitingLines(tx, startDay, within)).flatMap((line) => {
      const suggestion = suggestions.get(line.id)
      return suggestion && isMeant(suggestion) ? [{ line, answer: suggestion.answer, suggestion }] : []
    })
    return answerEach(tx, answers, batch)
  }

  /**
   * Lines that met a withdrawal less its fee by themselves, before a file told of the one that they equal, or of another one that
   * they might be: what is known now decides as if it had been known then.
   */
  const metOtherwise = async (
    tx: Tx,
    givenByThemselves: (batches: readonly string[]) => Promise<ReadonlySet<string>>,
  ): Promise<string[]> => {
    const answered = await linesLessAFee(tx, MONEY_IN_TRANSIT)
    if (answered.length === 0) return []
    const byThemselves = await givenByThemselves(answered.map(({ batch }) => batch))
    const met = answered.filter(({ batch }) => byThemselves.has(batch))
    if (met.length === 0) return []
    const { startDay, bookOf } = await bankFacts(tx)
    const lines = await linesByIds(
      tx,
      met.map(({ id }) => id),
    )
    const asIf = met.map(({ document }) => document)
    const all = [...(await waitingLines(tx, startDay)), ...lines.values()]
    const now = await suggestionsFor(tx, all, await bankRules(tx), bookOf, asIf)
    const records = await cashRecordsByIds(
      tx,
      asIf.map(({ id }) => id),
    )
    return met
      .filter(({ id, document }) => {
        const suggestion = now.get(id)
        if (!suggestion?.isCertain || suggestion.answer.as !== 'records') return true
        const [event] = suggestion.answer.events
        const said = records.get(document.id)?.event
        return event?.what !== 'transfer' || said?.what !== 'transfer' || event.amount !== said.amount
      })
      .map(({ id }) => id)
  }

  const takeBack = async (tx: Tx, ids: readonly string[]): Promise<{ lines: number }> => {
    for (const id of ids) await takeAnswerBack(tx, id, cash)
    await removeUnlearned(tx)
    return { lines: ids.length }
  }

  return {
    answerEach,
    takeBack,

    async answer(tx: Tx, id: string, batch: string, answer: BankAnswer): Promise<void> {
      const { startDay, accounts } = await bankFacts(tx)
      const line = await lineNow(tx, id)
      const suggestion = (await suggestedAnswers(tx)).get(id)
      await answerLine(tx, line, answer, batch, suggestion, { cash, now: now(), startDay, accounts })
      await removeUnlearned(tx)
    },

    agreeCertain: (tx: Tx, batch: string, within: Within) => agree(tx, batch, ({ isCertain }) => isCertain, within),

    /** Money that left a channel balance and came in meets by itself. */
    async meetTransit(
      tx: Tx,
      batch: string,
      givenByThemselves: (batches: readonly string[]) => Promise<ReadonlySet<string>>,
    ): Promise<{ lines: number; refused: number }> {
      await takeBack(tx, await metOtherwise(tx, givenByThemselves))
      return agree(tx, batch, ({ why, isCertain }) => why.why === 'in transit' && isCertain, { query: '' })
    },

    /** What met by itself waits again where its withdrawal is gone; answers that somebody gave stay. */
    async partTransit(
      tx: Tx,
      gone: readonly { day: string; amount: Rupiah }[],
      givenByThemselves: (batches: readonly string[]) => Promise<ReadonlySet<string>>,
    ): Promise<{ lines: number }> {
      const lines = await linesThatMade(tx, await arrivalsOfNothing(tx, gone))
      const byThemselves = await givenByThemselves(lines.map(({ batch }) => batch))
      return takeBack(
        tx,
        lines.filter(({ batch }) => byThemselves.has(batch)).map(({ id }) => id),
      )
    },
  }
}
export type BankSteps = ReturnType<typeof bankSteps>

/** @throws BANK_LINE_NOT_FOUND */
export async function lineNow(reader: Reader, id: string): Promise<StoredLine> {
  const line = (await linesByIds(reader, [id])).get(id)
  if (!line) throw new DomainError('BANK_LINE_NOT_FOUND', { id })
  return line
}
