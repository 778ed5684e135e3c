import { type AnySchema, getEventIteratorSchemaDetails } from '@orpc/contract'
import { z } from 'zod'
import { asStored } from '../../src-shared/kernel/as-stored.ts'

/**
 * Holds an answer against its contract. By now the act is committed, or the stored row is what it is: an answer that differs from
 * the contract is told to `note` and given as it is, never turned into an error.
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
  if (!error) return data
  note(new AnswerDiffers(error))
  return answer
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
