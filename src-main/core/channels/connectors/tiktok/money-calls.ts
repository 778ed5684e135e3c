import { z } from 'zod'
import type { Payload, ShopAtChannel, Window } from '../connector.ts'
import { nextOf, within } from './order-calls.ts'
import type { ShopCalls } from './shop-calls.ts'

/* Source: Partner Center, finance 202309 and 202501, return_refund 202309 (2026-11). */

const Statement = z.object({ id: z.string(), statement_time: z.number() })
const Statements = z.object({ statements: z.array(Statement).nullish(), next_page_token: z.string().nullish() })
const Transactions = z.object({
  transactions: z.array(z.looseObject({ id: z.string() })).nullish(),
  next_page_token: z.string().nullish(),
})
const Withdrawals = z.object({
  withdrawals: z.array(z.looseObject({ id: z.string() })).nullish(),
  next_page_token: z.string().nullish(),
})
const Returns = z.object({
  return_orders: z.array(z.looseObject({ return_id: z.string() })).nullish(),
  next_page_token: z.string().nullish(),
})

/** Where one stands in a walk through statements and the rows of each: the cursor. */
const Walk = z.object({
  /** Statements still to be told, the first of them perhaps in part. */
  waiting: z.array(Statement),
  /** The page of the first one's rows; blank for its first. */
  rows: z.string(),
  /** The page of statements that comes after these; null when these are the last. */
  more: z.string().nullable(),
})
type Walk = z.infer<typeof Walk>

export function moneyCalls({
  get,
  post,
}: ShopCalls): Pick<ShopAtChannel, 'changedReturns' | 'settlements' | 'walletLines'> {
  const statements = async (window: Window, token: string | null): Promise<Walk> => {
    const { statement_time_ge, statement_time_lt } = within('statement_time', window)
    const { data } = await get('/finance/202309/statements', {
      statement_time_ge: String(statement_time_ge),
      statement_time_lt: String(statement_time_lt),
      sort_field: 'statement_time',
      sort_order: 'ASC',
      page_size: '100',
      ...(token === null ? {} : { page_token: token }),
    })
    const told = Statements.parse(data)
    return { waiting: told.statements ?? [], rows: '', more: nextOf(told.next_page_token) }
  }

  return {
    /** One page of one statement's rows at a time. */
    async settlements(window, cursor) {
      let walk = cursor === null ? await statements(window, null) : Walk.parse(JSON.parse(cursor))
      if (walk.waiting.length === 0 && walk.more !== null) walk = await statements(window, walk.more)
      const [statement, ...later] = walk.waiting
      if (!statement) return { items: [], next: null }
      const { data, answer } = await get(`/finance/202501/statements/${statement.id}/statement_transactions`, {
        sort_field: 'order_create_time',
        page_size: '100',
        ...(walk.rows === '' ? {} : { page_token: walk.rows }),
      })
      const told = Transactions.parse(data)
      const items = (told.transactions ?? []).map(
        (transaction): Payload => ({
          key: `${statement.id}/${transaction.id}`,
          body: JSON.stringify({ statement, transaction }),
          saidAt: answer.at,
        }),
      )
      const rows = nextOf(told.next_page_token)
      const next: Walk = rows === null ? { ...walk, waiting: later, rows: '' } : { ...walk, rows }
      return { items, next: next.waiting.length === 0 && next.more === null ? null : JSON.stringify(next) }
    },

    async walletLines(window, cursor) {
      const { create_time_ge, create_time_lt } = within('create_time', window)
      const { data, answer } = await get('/finance/202309/withdrawals', {
        types: 'WITHDRAW,SETTLE,TRANSFER,REVERSE',
        create_time_ge: String(create_time_ge),
        create_time_lt: String(create_time_lt),
        page_size: '100',
        ...(cursor === null ? {} : { page_token: cursor }),
      })
      const { withdrawals, next_page_token } = Withdrawals.parse(data)
      const items = (withdrawals ?? []).map(
        (each): Payload => ({ key: each.id, body: JSON.stringify(each), saidAt: answer.at }),
      )
      return { items, next: nextOf(next_page_token) }
    },

    async changedReturns(window, cursor) {
      const query = {
        page_size: '50',
        sort_field: 'update_time',
        sort_order: 'ASC',
        ...(cursor === null ? {} : { page_token: cursor }),
      }
      const { data, answer } = await post('/return_refund/202309/returns/search', within('update_time', window), {
        query,
        isReading: true,
      })
      const { return_orders, next_page_token } = Returns.parse(data)
      const items = (return_orders ?? []).map(
        (each): Payload => ({ key: each.return_id, body: JSON.stringify(each), saidAt: answer.at }),
      )
      return { items, next: nextOf(next_page_token) }
    },
  }
}
