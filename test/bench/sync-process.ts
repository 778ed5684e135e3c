import '../../src-main/hosting/small-heap.ts'
import { judging } from './judging.ts'
import { syncLines } from './sync-lines.ts'

/** A process of its own, with the heap that a host has: how long the garbage is collected at once is part of a turn of the loop. */
export interface SyncSaid {
  line: string
  /** What was beyond its limit so far. */
  failures: string[]
}

const failures: string[] = []
for await (const line of syncLines(judging(failures))) process.send!({ line, failures } satisfies SyncSaid)
process.exit(0)
