import type { Judge } from './judging.ts'
import { readingAgainstFloor, uploadsAtOnce } from './upload-bench.ts'

const ROWS = 100_000
const BODIES = { count: 10, megabytes: 39 }
/** `blocked`: against reading in the thread that owns the shop. The rest are the figures we promise. */
const LIMITS = { blocked: 0.3, readMb: 700, bodiesMb: 600 }

/** Files on their way in: what they take of memory, and how long they keep the shop from answering. */
export async function* uploadLines(judge: Judge): AsyncGenerator<string> {
  const { here, apart } = await readingAgainstFloor(ROWS)
  yield `a workbook of ${ROWS} rows read apart: ${apart.ms.toFixed(0)} ms; at most ${judge('reading, memory', apart.peakMb, LIMITS.readMb, ' MB')} of memory; the shop answers nobody for ${apart.blockedMs.toFixed(0)} ms at most, against reading it there ${judge('reading, blocked', apart.blockedMs / here.blockedMs, LIMITS.blocked)}`

  const { ms, peakMb, blockedMs, statuses } = await uploadsAtOnce(BODIES.count, BODIES.megabytes)
  const heard = statuses.filter((status) => status === 409 || status === 503).length
  yield `${BODIES.count} bodies of ${BODIES.megabytes} MB at once: ${ms.toFixed(0)} ms, ${heard} of them answered; at most ${judge('bodies, memory', peakMb, LIMITS.bodiesMb, ' MB')} of memory; the shop answers nobody for ${blockedMs.toFixed(0)} ms at most`
}
