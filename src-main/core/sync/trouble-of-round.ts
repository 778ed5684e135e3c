import { SqliteError } from 'better-sqlite3'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { ChannelTrouble, type Trouble } from '../channels/connectors/trouble.ts'

/** The database could not write or read at all, whatever was in its hands. */
const OF_THE_DISK = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|CORRUPT|NOTADB)/

/** What a round met, called by its name; what no channel said is said to be ours. */
export function troubleOf(problem: unknown): Trouble {
  if (problem instanceof ChannelTrouble) return problem.trouble
  if (problem instanceof DomainError) return { kind: 'here', code: problem.code, message: '' }
  if (problem instanceof SqliteError && OF_THE_DISK.test(problem.code))
    return { kind: 'here', code: 'DISK', message: problem.code }
  return { kind: 'here', code: 'LUMBUNG', message: problem instanceof Error ? problem.message.slice(0, 300) : '' }
}

const OF_THE_LAPTOP = new Set(['DISK', 'CLOCK_DOUBTFUL'])

/** Whether the other lists of the shop would meet it, too: a no of the channel, or a defect of ours, concerns one list. */
export const concernsAll = ({ kind, code }: Trouble): boolean =>
  kind === 'here' ? OF_THE_LAPTOP.has(code) : kind !== 'permanent'
