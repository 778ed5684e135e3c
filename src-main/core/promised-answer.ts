import { type AnySchema, getEventIteratorSchemaDetails } from '@orpc/contract'
import { z } from 'zod'
import { asStored } from '../../src-shared/kernel/as-stored.ts'
import { asUnreadable, isUnreadable } from '../../src-shared/kernel/unreadable.ts'
import { whyUnreadable } from './readable-rows.ts'

/**
 * Holds an answer against its contract. By now the act is committed, or the stored row is what it is: an answer that differs from
 * the contract is told to `note` and given as it is, never turned into an error; rows of a list that differ are marked as such.
 */
export function promisedAnswer(
  schema: AnySchema | undefined,
  answer: unknown,
  note: (problem: Error) => void,
): unknown {
  if (!schema) return answer
  const stream = getEventIteratorSchemaDetails(schema)
  if (stream) return promisedStream(answer as AsyncGenerator<unknown>, stream, note)
  if (!(schema instanceof z.ZodType)) return answer
  const { data, error } = asStored(schema).safeParse(answer)
  const unread = rowsIn(answer).filter(isUnreadable)
  for (const row of unread) note(new Error('a row of a list could not be read', { cause: whyUnreadable(row) }))
  if (!error) return unread.length === 0 ? data : answer
  note(new AnswerDiffers(error))
  const wrong = new Set(error.issues.map(({ path }) => (path[0] === 'rows' ? path[1] : undefined)))
  const rows = rowsIn(answer)
  return rows.length === 0
    ? answer
    : { ...(answer as object), rows: rows.map((row, index) => (wrong.has(index) ? asUnreadable(row) : row)) }
}

/** The rows of an answer that is a page of a list. */
const rowsIn = (answer: unknown): readonly object[] => {
  const rows = (answer as { rows?: unknown } | null | undefined)?.rows
  return Array.isArray(rows) && rows.every((row) => typeof row === 'object' && row !== null) ? rows : []
}

async function* promisedStream(
  stream: AsyncGenerator<unknown>,
  { yields, returns }: { yields: AnySchema; returns?: AnySchema | undefined },
  note: (problem: Error) => void,
) {
  try {
    for (;;) {
      const { done, value } = await stream.next()
      if (done) return promisedAnswer(returns, value, note)
      yield promisedAnswer(yields, value, note)
    }
  } finally {
    // whoever stops reading stops the work behind it
    await stream.return(undefined)
  }
}

/** An answer that its contract does not describe. */
class AnswerDiffers extends Error {
  constructor({ issues }: z.ZodError) {
    super(
      `the answer differs from its contract: ${issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`,
    )
    this.name = 'AnswerDiffers'
  }
}
