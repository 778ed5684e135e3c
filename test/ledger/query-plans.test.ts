import { expect, test } from 'vitest'
import { cashPage } from '../../src-main/core/cash/cash.repository.ts'
import { balancesOn, turnover } from '../../src-main/core/ledger/balances.repository.ts'
import { bordersAgree } from '../../src-main/core/ledger/borders-with-home.ts'
import { accountLines, journalPage, laterOnTheDay } from '../../src-main/core/ledger/journal.repository.ts'
import { costIncompleteOn } from '../../src-main/core/ledger/ledger.repository.ts'
import { aMonthOfBatikRatna } from '../builders/a-month-of-batik-ratna.ts'
import { queryPlans } from '../builders/query-plans.ts'

/** Steps that touch the big tables. */
const steps = (plans: string[][]) =>
  plans.flat().filter((step) => /\b(posting|entry|account_day|account_month|cash_record)\b/.test(step))

test('statements search two indexes and never look at an entry', async () => {
  const { doors } = await aMonthOfBatikRatna()
  expect(steps(await queryPlans(doors, (reader) => balancesOn(reader, ['2026-10-31', '2026-11-22'])))).toEqual([
    'SEARCH account_month USING PRIMARY KEY (book=? AND account=? AND month<?)',
    'SEARCH account_day USING PRIMARY KEY (book=? AND account=? AND day>? AND day<?)',
  ])
  const sums = steps(await queryPlans(doors, (reader) => turnover(reader, ['1101'], '2026-11-05', '2026-11-22')))
  expect(sums.length).toBeGreaterThan(0)
  for (const step of sums)
    expect(step).toMatch(/^SEARCH account_(day|month) USING PRIMARY KEY \(book=\? AND account=\?/)
})

test('what has no cost yet is summed by month and day, however many sales wait for it', async () => {
  const { doors } = await aMonthOfBatikRatna()
  const plans = (await queryPlans(doors, (reader) => costIncompleteOn(reader, '2026-11-22'))).flat()
  expect(plans.filter((step) => /uncosted/.test(step))).toEqual([
    'SEARCH uncosted_sold_month USING PRIMARY KEY (month<?)',
    'SEARCH uncosted_sold USING PRIMARY KEY (day>? AND day<?)',
  ])
})

test("a page of an account walks that account's index backwards and stops", async () => {
  const { doors } = await aMonthOfBatikRatna()
  const after = { day: '2026-11-12', entryId: 14, account: '1110' as const }
  const plans = await queryPlans(doors, async (reader) => {
    await accountLines(reader, ['1110'], { from: '2026-11-01', to: '2026-11-22', after, limit: 10 })
    await laterOnTheDay(reader, ['1110'], after)
  })
  expect(steps(plans)).toEqual([
    'SEARCH posting USING INDEX posting_by_account (account=? AND day>? AND day<?)',
    'SEARCH entry USING INTEGER PRIMARY KEY (rowid=?)',
    'SEARCH posting USING INDEX posting_by_account (account=? AND day=? AND entry_id>?)',
  ])
  expect(plans.flat().join()).not.toContain('TEMP B-TREE')
})

test('a page of the journal, or of the cash book, is read in the order of its index', async () => {
  const { doors } = await aMonthOfBatikRatna()
  const plans = await queryPlans(doors, async (reader) => {
    await journalPage(reader, { book: 'usaha', to: '2026-11-22', after: { day: '2026-11-12', id: 9 }, limit: 10 })
    await cashPage(reader, { query: 'sewa', after: { day: '2026-11-12', id: 'x' }, limit: 10 })
  })
  expect(steps(plans)).toEqual([
    expect.stringMatching(/^SEARCH entry USING INDEX entry_by_day \(book=\? AND \(?day/),
    expect.stringMatching(/^SEARCH posting USING PRIMARY KEY \(entry_id=\?\)/),
    expect.stringMatching(/^SEARCH cash_record USING INDEX cash_record_by_day/),
  ])
  expect(plans.flat().join()).not.toContain('TEMP B-TREE')
})

test('the entries of one document are found by the document', async () => {
  const { doors } = await aMonthOfBatikRatna()
  const plans = await queryPlans(doors, (reader) =>
    journalPage(reader, { book: 'usaha', documentKind: 'order', documentId: 'x', limit: 10 }),
  )
  expect(steps(plans)[0]).toMatch(
    /^SEARCH entry USING INDEX sqlite_autoindex_entry_\d \(document_kind=\? AND document_id=\?\)$/,
  )
})

test("the wall is checked by the border accounts' own lines", async () => {
  const { doors } = await aMonthOfBatikRatna()
  expect(steps(await queryPlans(doors, bordersAgree))[0]).toBe(
    'SEARCH posting USING INDEX posting_by_account (account=?)',
  )
})
