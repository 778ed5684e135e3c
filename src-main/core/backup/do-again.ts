import { createRouterClient } from '@orpc/server'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Id } from '../../../src-shared/kernel/ids.ts'
import type { CallContext } from '../api.ts'
import type { Core } from '../core.ts'
import type { Receipt } from '../database/receipt.ts'

/** An act that could not be done again, and why, in the words of its refusal. */
export interface NotDoneAgain {
  id: Id
  procedure: string
  at: Instant
  why: string
}

/** Opens a shop's file with a clock that the caller moves. */
export type OpenCore = (file: string, now: () => Instant) => Promise<Pick<Core, 'router' | 'work' | 'close'>>

/**
 * Does acts again in a restored shop, each at its moment and in the name of whoever did it; one that is in the backup already is
 * answered from there and changes nothing. One that is refused is told, and those behind it go on.
 */
export async function doAgain(
  file: string,
  receipts: readonly Receipt[],
  openCore: OpenCore,
): Promise<{ done: number; notDone: NotDoneAgain[] }> {
  if (receipts.length === 0) return { done: 0, notDone: [] }
  let now = receipts[0]!.at
  const core = await openCore(file, () => now)
  const notDone: NotDoneAgain[] = []
  try {
    const client = createRouterClient(core.router, { context: (context: CallContext) => context })
    for (const { id, procedure, input, actor, at, ids } of receipts) {
      now = at
      try {
        if (ids === null) throw new Error('it made more than is kept of it')
        await call(client, procedure, input, { act: id, actor, ids })
      } catch (problem) {
        notDone.push({ id, procedure, at, why: (problem as Error).message })
      }
    }
    await core.work.idle()
  } finally {
    core.close()
  }
  return { done: receipts.length - notDone.length, notDone }
}

async function call(client: unknown, procedure: string, input: unknown, context: CallContext): Promise<void> {
  const asked = procedure.split('.').reduce((part, name) => (part as Record<string, unknown>)[name], client) as (
    input: unknown,
    options: { context: CallContext },
  ) => Promise<unknown>
  const answer = await asked(input, { context })
  // a stream does its work while it is read
  if (typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer)
    for await (const _news of answer as AsyncIterable<unknown>);
}
