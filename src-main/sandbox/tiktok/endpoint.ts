import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Call } from '../frame/call.ts'
import type { Market } from './book.ts'
import { readAs } from './checking.ts'
import type { Scope } from './opening.ts'
import { type Page, pageOf } from './paging.ts'

/** A call that may be carried out: who asks is known, what is asked is not read yet. */
export interface Raw {
  market: Market
  call: Call
  /** Of the path, by name. */
  params: Record<string, string>
  query: Record<string, string>
  body: unknown
}

export interface Asked<Query, Body> extends Omit<Raw, 'query' | 'body'> {
  query: Query
  body: Body
}

export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Names of its parts in braces. */
  path: string
  scope: Scope
  /** Shops are named by their cipher; a few endpoints refuse one. */
  takesCipher: boolean
  isMultipart: boolean
  run(raw: Raw): unknown
}

const nothing = z.looseObject({})

interface Definition<Query extends z.ZodType, Body extends z.ZodType> {
  query?: Query
  body?: Body
  takesCipher?: false
  isMultipart?: true
  answer(asked: Asked<z.infer<Query>, z.infer<Body>>): unknown
}

export const endpoint = <Query extends z.ZodType = typeof nothing, Body extends z.ZodType = typeof nothing>(
  method: Endpoint['method'],
  path: string,
  scope: Scope,
  { query, body, takesCipher, isMultipart, answer }: Definition<Query, Body>,
): Endpoint => ({
  method,
  path,
  scope,
  takesCipher: takesCipher ?? true,
  isMultipart: isMultipart ?? false,
  run: (raw) =>
    answer({
      ...raw,
      query: readAs(query ?? nothing, raw.query, 'query') as z.infer<Query>,
      body: readAs(body ?? nothing, raw.body ?? {}, 'body') as z.infer<Body>,
    }),
})

interface Listed<Row> {
  rows: readonly Row[]
  idOf: (row: Row) => string
  by: (row: Row) => number
  size: number
  token: string | undefined
  descending?: boolean | undefined
  /** Of lists of what changed: when the row did. */
  changedAt?: ((row: Row) => number) | undefined
}

/** A page of a list, spoiled by the faults that are on. */
export function listed<Row>(
  { market, call, query, body }: Pick<Asked<unknown, unknown>, 'market' | 'call' | 'query' | 'body'>,
  list: Listed<Row>,
): Page<Row> {
  const { faults } = market.ground
  const { changedAt } = list
  const rows = changedAt
    ? faults.changedRows(call.path, list.rows, { id: list.idOf, changedAt: (row) => changedAt(row) * 1000 })
    : list.rows
  const page = pageOf({
    ...list,
    rows,
    descending: list.descending ?? false,
    asked: questionOf(call.path, query as Record<string, unknown>, body),
    now: market.now(),
  })
  return { ...page, rows: faults.rows(call.path, page.rows) }
}

/** How a call is signed and how far it has read are no part of what it asks. */
const NOT_ASKED = ['app_key', 'sign', 'timestamp', 'access_token', 'shop_cipher', 'page_token', 'page_size']

const questionOf = (path: string, query: Record<string, unknown>, body: unknown) =>
  createHash('sha256')
    .update(JSON.stringify([path, Object.entries(query).filter(([name]) => !NOT_ASKED.includes(name)), body]))
    .digest('base64url')
    .slice(0, 16)
