import { extname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import { type DoApart, TooHeavy, type WorkNeeds } from '../core/apart.ts'
import { turns } from './turns.ts'

/** What a worker says while it works; each does one piece of work and ends. */
export type FromWorker =
  | { kind: 'progress'; done: number; total: number | null }
  | { kind: 'done'; answer: unknown }
  | { kind: 'refused'; code: string; facts: Record<string, unknown> }
  | { kind: 'failed'; problem: unknown }

/**
 * The largest files we read (CSV of 50 MB, 170,000 rows; XLSX of 100,000) need about half of it. The limit is on what JavaScript
 * holds; what is unpacked from a file has a limit of its own.
 */
const MEMORY_MB = 768
const PATIENCE_MS = 3 * 60_000
/** What reading leaves behind is swept up early: as fast as with more, and 100 MB less at its highest. */
const YOUNG_MB = 24

/** More at once would only take memory from each other. */
const AT_ONCE = 2

/** Beside this code, and named like it: `.ts` among the sources, `.mjs` where they are bundled. */
const WORKER = join(import.meta.dirname, `heavy-worker${extname(import.meta.filename)}`)

/**
 * Heavy work in worker threads, each with an end to its memory and its time. One that passes either is ended, and nobody
 * else notices.
 */
export function apartInWorkers(workerFile = WORKER, { memoryMb = MEMORY_MB, patienceMs = PATIENCE_MS } = {}): DoApart {
  const turn = turns(AT_ONCE)
  return (kind, input, needs = {}) =>
    turn(
      () => inWorker(workerFile, { kind, input }, { ...needs, memoryMb, patienceMs: needs.patienceMs ?? patienceMs }),
      needs.signal,
    ) as never
}

interface Limits {
  memoryMb: number
  patienceMs: number
}

function inWorker(
  file: string,
  work: { kind: string; input: unknown },
  { memoryMb, patienceMs, onProgress, signal }: Omit<WorkNeeds, 'patienceMs'> & Limits,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, {
      workerData: work,
      name: work.kind,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
    })
    const end = (settle: () => void) => {
      clearTimeout(patience)
      signal?.removeEventListener('abort', stop)
      settle()
      void worker.terminate()
    }
    const stop = () => end(() => reject(signal?.reason))
    const patience = setTimeout(() => end(() => reject(new TooHeavy('time'))), patienceMs)
    signal?.addEventListener('abort', stop, { once: true })

    worker.on('message', (news: FromWorker) => {
      switch (news.kind) {
        case 'progress':
          return onProgress?.(news.done, news.total)
        case 'done':
          return end(() => resolve(news.answer))
        case 'refused':
          return end(() => reject(new DomainError(news.code, news.facts)))
        case 'failed':
          return end(() => reject(news.problem))
      }
    })
    worker.on('error', (problem: NodeJS.ErrnoException) =>
      end(() => reject(problem.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TooHeavy('memory') : problem)),
    )
    worker.on('exit', (code) => end(() => reject(new Error(`the worker for ${work.kind} ended with ${code}`))))
  })
}
