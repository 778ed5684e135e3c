import { badParameter } from './said-no.ts'
import { UNSURE } from './unsure.ts'

/** One list that is read page by page: what it is ordered by, and which questions its tokens belong to. */
export interface Paging<Row> {
  rows: readonly Row[]
  size: number
  token: string | undefined
  /** What a row is ordered by; the id breaks ties, so that a page never begins twice. */
  by: (row: Row) => number
  idOf: (row: Row) => string
  descending: boolean
  /** The rest of the question: a token of another question is refused. */
  asked: string
  now: number
}

export interface Page<Row> {
  rows: Row[]
  next_page_token: string
  total_count: number
}

interface Mark {
  by: number
  id: string
  asked: string
  at: number
}

const seal = (mark: Mark) => Buffer.from(JSON.stringify(mark)).toString('base64url')

function opened(token: string): Mark | null {
  try {
    const mark = JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as Partial<Mark>
    return typeof mark.by === 'number' && typeof mark.id === 'string' ? (mark as Mark) : null
  } catch {
    return null
  }
}

/**
 * The page after `token`, by place in the order and not by count, so rows that move meanwhile move pages as they do on the real
 * server. The last page has an empty token. Tokens are opaque, die after a while and serve one question.
 */
export function pageOf<Row>({ rows, size, token, by, idOf, descending, asked, now }: Paging<Row>): Page<Row> {
  const compare = (a: Row, b: Row) => by(a) - by(b) || (BigInt(idOf(a)) < BigInt(idOf(b)) ? -1 : 1)
  const sorted = [...rows].sort(descending ? (a, b) => compare(b, a) : compare)
  let from = 0
  if (token) {
    const mark = opened(token)
    if (!mark || mark.asked !== asked) throw badParameter('param query.page_token is invalid')
    if (now - mark.at > UNSURE.pageTokenSeconds) throw badParameter('param query.page_token is expired')
    const isAfter = (row: Row) => {
      const way =
        by(row) - mark.by || (BigInt(idOf(row)) > BigInt(mark.id) ? 1 : BigInt(idOf(row)) === BigInt(mark.id) ? 0 : -1)
      return descending ? way < 0 : way > 0
    }
    from = sorted.findIndex(isAfter)
    if (from < 0) from = sorted.length
  }
  const page = sorted.slice(from, from + size)
  const last = page.at(-1)
  const more = last && from + size < sorted.length
  return {
    rows: page,
    next_page_token: more ? seal({ by: by(last), id: idOf(last), asked, at: now }) : '',
    total_count: rows.length,
  }
}
