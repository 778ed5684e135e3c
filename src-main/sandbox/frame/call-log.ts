import type { Answer, Call } from './call.ts'
import type { FaultKind } from './faults.ts'

/** One call as it came and went, for whoever wonders what a client really sent. */
export interface LoggedCall {
  id: number
  /** Milliseconds since 1970 on the sandbox's clock. */
  at: number
  method: string
  path: string
  query: string
  headers: Record<string, string>
  body: string
  status: number
  answer: string
  fault: FaultKind | null
}

const KEPT_CALLS = 2000
const KEPT_LETTERS = 8000

export interface CallLog {
  add(at: number, call: Call, answer: Answer | null, fault: FaultKind | null): void
  /** Newest first. */
  list(limit: number, path?: string): LoggedCall[]
  counts(): Record<string, number>
  clear(): void
}

export function createCallLog(): CallLog {
  let calls: LoggedCall[] = []
  let counts: Record<string, number> = {}
  let last = 0
  return {
    add(at, call, answer, fault) {
      counts[call.path] = (counts[call.path] ?? 0) + 1
      calls.push({
        id: ++last,
        at,
        method: call.method,
        path: call.path,
        query: call.query.toString(),
        headers: call.headers,
        body: asText(call.body),
        status: answer?.status ?? 0,
        answer: answer ? asText(answer.body) : '',
        fault,
      })
      if (calls.length > KEPT_CALLS * 1.2) calls = calls.slice(-KEPT_CALLS)
    },
    list: (limit, path) =>
      calls
        .filter((call) => !path || call.path.includes(path))
        .slice(-limit)
        .reverse(),
    counts: () => ({ ...counts }),
    clear() {
      calls = []
      counts = {}
    },
  }
}

function asText(body: string | Buffer): string {
  if (typeof body === 'string') return body.slice(0, KEPT_LETTERS)
  const text = body.subarray(0, KEPT_LETTERS).toString('utf8')
  return text.includes('\uFFFD') ? `(${body.length} byte)` : text
}
