import type {
  BankAccountStanding,
  BankAnswer,
  BankFilter,
  BankLine,
  BankRule,
  BankRuleDraft,
  BankSummary,
} from '../../../src-shared/bank/bank.ts'
import { eventOf } from '../../../src-shared/bank/bank-meaning.ts'
import { wordsOf } from '../../../src-shared/kernel/folded.ts'
import { decodeCursor, encodeCursor } from '../../../src-shared/kernel/page.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { AccountCode } from '../../../src-shared/ledger/ledger.ts'
import type { CashSteps } from '../cash/cash-steps.ts'
import { asOfNow } from '../database/answering.ts'
import type { Reader } from '../database/open.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { bankFacts, bankSteps, lineNow, suggestedAnswers, type Within, waitingLines } from './bank-steps.ts'
import { balancesInBooks } from './in-the-books.ts'
import { shownLines } from './line-view.ts'
import { balancesByFile, bankLines, lastBatch, lineCounts, lineMonths, linesOfBatch } from './lines.repository.ts'
import { requireRuleAccounts } from './rule-accounts.ts'
import { bankRules, removeRule, type StoredRule, saveRule } from './rules.repository.ts'
import { fits } from './rules.ts'
import { assertedBalance } from './standing.ts'
import { bankNumbers, statementReach } from './statements.repository.ts'

const TOUCHED = ['bank', 'cash', 'ledger', 'household', 'purchasing'] as const

/** Lines a preview of a rule names. */
const EXAMPLES = 5

interface BankNeeds extends RoomNeeds {
  cash: CashSteps
}

/** Kotak Masuk Bank: what bank statements tell, and what each line of them is. */
export const createBank = ({ read, write, now, cash }: BankNeeds) => {
  const { answer, agreeCertain, answerEach, takeBack } = bankSteps({ cash, now })

  const fitting = async (reader: Reader, rule: BankRuleDraft) => {
    const { startDay, bookOf } = await bankFacts(reader)
    return (await waitingLines(reader, startDay)).flatMap((line) => {
      const { account, amount } = line
      const event = fits(rule, { ...line, words: wordsOf(line.words) })
        ? eventOf(rule.meaning, { account, amount, book: bookOf(account) })
        : null
      return event ? [{ line, answer: { as: 'records' as const, events: [event] } }] : []
    })
  }

  const shownRule = async (reader: Reader, { seenLeast: _, seenMost: __, ...rule }: StoredRule): Promise<BankRule> => ({
    ...rule,
    fits: (await fitting(reader, rule)).length,
  })

  const ruleNow = async (reader: Reader, id: string): Promise<StoredRule> => {
    const rule = (await bankRules(reader)).find((each) => each.id === id)
    if (!rule) throw new DomainError('BANK_RULE_NOT_FOUND', { id })
    return rule
  }

  const standings = async (reader: Reader): Promise<BankAccountStanding[]> => {
    const { startDay, accounts } = await bankFacts(reader)
    const counts = await lineCounts(reader, startDay)
    const numbers = await bankNumbers(reader)
    const found: BankAccountStanding[] = []
    for (const { account, from, to } of await statementReach(reader)) {
      const known = accounts.get(account)
      if (!known) continue
      const open = counts.filter(
        (row) => row.account === account && (row.state === 'waiting' || row.state === 'ignored'),
      )
      found.push({
        account,
        name: known.name,
        book: known.book,
        numbers: numbers.filter((row) => row.account === account).map(({ number }) => number),
        from,
        to,
        waiting: open.find(({ state }) => state === 'waiting')?.lines ?? 0,
        unanswered: open.reduce((sum, { amount }) => sum + amount, 0),
        ...assertedBalance(await balancesByFile(reader, account), await balancesInBooks(reader, account), startDay),
      })
    }
    return found.toSorted((a, b) => (a.account < b.account ? -1 : 1))
  }

  return {
    async lines({ cursor, limit, ...filter }: BankFilter & { cursor?: string | undefined; limit: number }) {
      const { startDay } = await bankFacts(read)
      const [day, account, position, id] = cursor ? decodeCursor(cursor) : []
      const after = cursor
        ? { day: String(day), account: account as AccountCode, position: Number(position), id: String(id) }
        : undefined
      const found = await bankLines(read, { ...filter, startDay, after, limit: limit + 1 })
      const lines = found.slice(0, limit)
      const last = lines.at(-1)
      return {
        rows: await shownLines(read, lines, await suggestedAnswers(read)),
        nextCursor: found.length > limit && last ? encodeCursor(last.day, last.account, last.position, last.id) : null,
      }
    },

    async line(id: string): Promise<BankLine> {
      return (await shownLines(read, [await lineNow(read, id)], await suggestedAnswers(read)))[0]!
    },

    async summary(within: Within): Promise<BankSummary> {
      const { startDay } = await bankFacts(read)
      const counts = await lineCounts(read, startDay)
      const count = (state: string) => counts.reduce((sum, row) => (row.state === state ? sum + row.lines : sum), 0)
      const suggestions = await suggestedAnswers(read)
      const open = await waitingLines(read, startDay, within)
      return {
        waiting: count('waiting'),
        answered: count('answered'),
        ignored: count('ignored'),
        beforeTheBooks: count('before the books'),
        certain: open.filter(({ id }) => suggestions.get(id)?.isCertain).length,
        months: await lineMonths(read),
        accounts: await standings(read),
        // Undo names it: of an earlier moment it would take back what somebody answered before
        last: await asOfNow(() => lastBatch(read)),
      }
    },

    answer: (id: string, batch: string, given: BankAnswer): Promise<{ lines: number }> =>
      write([...TOUCHED], async (tx) => {
        await answer(tx, id, batch, given)
        return { lines: 1 }
      }),

    agreeCertain: ({ batch, ...within }: Within & { batch: string }) =>
      write([...TOUCHED], (tx) => agreeCertain(tx, batch, within)),

    undo: (batch: string) => write([...TOUCHED], async (tx) => takeBack(tx, await linesOfBatch(tx, batch))),

    forget: (id: string) =>
      write([...TOUCHED], async (tx) => {
        const { id: known } = await lineNow(tx, id)
        return takeBack(tx, [known])
      }),

    rules: {
      async list(): Promise<BankRule[]> {
        return Promise.all((await bankRules(read)).map((rule) => shownRule(read, rule)))
      },

      save: (draft: BankRuleDraft): Promise<BankRule> =>
        write(['bank'], async (tx) => {
          if (wordsOf(draft.words).length === 0) throw new DomainError('BANK_RULE_NO_WORDS', { words: draft.words })
          requireRuleAccounts(draft, (await bankFacts(tx)).accounts)
          await saveRule(tx, draft, true, now())
          return shownRule(tx, await ruleNow(tx, draft.id))
        }),

      remove: (id: string): Promise<{ lines: number }> =>
        write(['bank'], async (tx) => {
          const { times } = await ruleNow(tx, id)
          await removeRule(tx, id)
          return { lines: times }
        }),

      async preview(draft: BankRuleDraft) {
        const found = await fitting(read, draft)
        return {
          lines: found.length,
          amount: found.reduce((sum, { line }) => sum + line.amount, 0),
          examples: found.slice(0, EXAMPLES).map(({ line }) => line.description),
        }
      },

      apply: (id: string, batch: string) =>
        write([...TOUCHED], async (tx) => {
          const found = await fitting(tx, await ruleNow(tx, id))
          return answerEach(
            tx,
            found.map((each) => ({ ...each, suggestion: undefined })),
            batch,
          )
        }),
    },
  }
}
export type BankService = ReturnType<typeof createBank>
