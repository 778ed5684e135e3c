import { oc } from '@orpc/contract'
import { z } from 'zod'
import { cashRefusals } from '../cash/cash.refusals.ts'
import { HandedFile } from '../kernel/carried-file.ts'
import { PageInput, page } from '../kernel/page.ts'
import { pick } from '../kernel/refusal.ts'
import { RupiahTotal } from '../kernel/rupiah.ts'
import { Channel } from '../orders/order.ts'
import { LineAnswer } from './line-answer.ts'
import { payoutsRefusals } from './payouts.refusals.ts'
import {
  BalanceCheck,
  BalanceLineRow,
  ChannelMoney,
  ExpectedRelease,
  LinesView,
  NextRelease,
  UsualDays,
} from './payouts.ts'

const LinesInput = z.object({
  view: LinesView,
  channel: Channel.optional(),
  query: z.string().max(100).default(''),
})
const ExpectedInput = z.object({ channel: Channel.optional(), onlyLate: z.boolean().default(false) })
const answered = { ...pick(payoutsRefusals, 'BALANCE_LINE_NOT_FOUND'), ...pick(cashRefusals, 'WRONG_ACCOUNT') }

/** Saldo & Pencairan: the money that channels hold, release and pay out. */
export const payoutsContract = {
  /** Every channel that sells for the shop, or holds money of it. */
  overview: oc.route({ method: 'GET', path: '/payouts' }).output(z.array(ChannelMoney)),
  /** Lines of balances, newest first. */
  lines: oc
    .route({ method: 'GET', path: '/payouts/lines' })
    .input(PageInput.extend(LinesInput.shape))
    .output(page(BalanceLineRow)),
  /** Orders not released yet, of the last 62 days, the first expected first, at most a thousand; what is owed for older ones in one sum. */
  expected: oc
    .route({ method: 'GET', path: '/payouts/expected' })
    .input(ExpectedInput)
    .output(z.object({ rows: z.array(ExpectedRelease), days: z.array(UsualDays), older: RupiahTotal })),
  /** The next day on which money should come, and what is late of the last 62 days. */
  next: oc.route({ method: 'GET', path: '/payouts/next' }).output(NextRelease),
  /** Each balance report held against the books, newest first. */
  checks: oc.route({ method: 'GET', path: '/payouts/checks' }).output(z.array(BalanceCheck)),
  /** What is seen, as a table. */
  exportFile: oc
    .route({ method: 'POST', path: '/payouts/export' })
    .input(
      z.object({
        what: z.enum(['lines', 'expected', 'checks']),
        lines: LinesInput.optional(),
        expected: ExpectedInput.optional(),
        format: z.enum(['xlsx', 'csv']),
      }),
    )
    .output(HandedFile),
  /** What a line was for, or whether Catat Kas has it already; saying it again replaces it. */
  answer: oc
    .route({ method: 'POST', path: '/payouts/answer' })
    .input(z.object({ lineId: z.string().max(40), answer: LineAnswer }))
    .output(BalanceLineRow)
    .errors({ ...answered, ...pick(payoutsRefusals, 'LINE_NEEDS_NO_ANSWER') }),
  takeAnswerBack: oc
    .route({ method: 'POST', path: '/payouts/answer/undo' })
    .input(z.object({ lineId: z.string().max(40) }))
    .output(BalanceLineRow)
    .errors(answered),
}
