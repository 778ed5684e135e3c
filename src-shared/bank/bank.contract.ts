import { oc } from '@orpc/contract'
import { z } from 'zod'
import { cashRefusals } from '../cash/cash.refusals.ts'
import { dated } from '../inventory/inventory.contract.ts'
import { Id } from '../kernel/ids.ts'
import { PageInput, page } from '../kernel/page.ts'
import { pick } from '../kernel/refusal.ts'
import { bankRefusals } from './bank.refusals.ts'
import { BankAnswer, BankFilter, BankLine, BankRule, BankRuleDraft, BankSummary } from './bank.ts'

const batch = Id.describe('One act of answering: all its answers are undone together.')

const answering = {
  ...dated,
  ...pick(cashRefusals, 'WRONG_ACCOUNT', 'MORE_THAN_OWED', 'HOUSEHOLD_BOOK_OFF'),
  ...pick(bankRefusals, 'BANK_LINE_NOT_FOUND', 'BANK_LINE_DIFFERS', 'BANK_DOCUMENT_TAKEN', 'BANK_LINE_BEFORE_BOOKS'),
}

export const bankContract = {
  /** Kotak Masuk Bank: lines of statements, newest day first, each with its answer or what is suggested. */
  lines: oc
    .route({ method: 'GET', path: '/bank/lines' })
    .input(PageInput.extend(BankFilter.shape))
    .output(page(BankLine)),
  line: oc
    .route({ method: 'GET', path: '/bank/lines/{id}' })
    .input(z.object({ id: Id }))
    .output(BankLine)
    .errors(pick(bankRefusals, 'BANK_LINE_NOT_FOUND')),
  /** Counts, wallets beside their statements, and the last act that may be undone. */
  summary: oc
    .route({ method: 'GET', path: '/bank' })
    .input(BankFilter.omit({ state: true }))
    .output(BankSummary),
  /** Says what a line is; said again, the new answer stands instead. */
  answer: oc
    .route({ method: 'PUT', path: '/bank/lines/{id}/answer' })
    .input(z.object({ id: Id, batch, answer: BankAnswer }))
    .output(z.object({ lines: z.number().int() }))
    .errors(answering),
  /** Agrees to every certain suggestion within the filter; what cannot be stored stays waiting and is counted. */
  agreeCertain: oc
    .route({ method: 'POST', path: '/bank/agree' })
    .input(BankFilter.omit({ state: true }).extend({ batch }))
    .output(z.object({ lines: z.number().int(), refused: z.number().int() })),
  /** Takes the answers of one act back. */
  undo: oc
    .route({ method: 'POST', path: '/bank/undo' })
    .input(z.object({ batch: z.string().max(80) }))
    .output(z.object({ lines: z.number().int() })),
  /** Takes the answer of one line back. */
  forget: oc
    .route({ method: 'POST', path: '/bank/lines/{id}/forget' })
    .input(z.object({ id: Id }))
    .output(z.object({ lines: z.number().int() }))
    .errors(pick(bankRefusals, 'BANK_LINE_NOT_FOUND')),
  rules: {
    list: oc.route({ method: 'GET', path: '/bank/rules' }).output(z.array(BankRule)),
    /** Writes a rule, or changes one; a learned one that was changed is the owner's own. */
    save: oc
      .route({ method: 'PUT', path: '/bank/rules' })
      .input(BankRuleDraft)
      .output(BankRule)
      .errors({ ...pick(bankRefusals, 'BANK_RULE_NO_WORDS'), ...pick(cashRefusals, 'WRONG_ACCOUNT') }),
    remove: oc
      .route({ method: 'POST', path: '/bank/rules/remove' })
      .input(z.object({ id: Id }))
      .output(z.object({ lines: z.number().int() }))
      .errors(pick(bankRefusals, 'BANK_RULE_NOT_FOUND')),
    /** Which waiting lines a rule as it is drafted would answer, the first of them by name. */
    preview: oc
      .route({ method: 'POST', path: '/bank/rules/preview' })
      .input(BankRuleDraft)
      .output(z.object({ lines: z.number().int(), amount: z.number().int(), examples: z.array(z.string()) })),
    /** Answers every waiting line that a rule fits, also those of months ago. */
    apply: oc
      .route({ method: 'POST', path: '/bank/rules/apply' })
      .input(z.object({ id: Id, batch }))
      .output(z.object({ lines: z.number().int(), refused: z.number().int() }))
      .errors(pick(bankRefusals, 'BANK_RULE_NOT_FOUND')),
  },
}
