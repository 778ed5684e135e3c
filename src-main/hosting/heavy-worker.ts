import { parentPort, workerData } from 'node:worker_threads'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import { doHere } from '../core/heavy-work.ts'
import type { FromWorker } from './apart-in-workers.ts'

/*
 * One piece of heavy work, in a thread of its own: from these sources under Node, from `out/main` in the packaged app
 * (workers read from asar since Electron 18, https://github.com/electron/electron/pull/33216).
 */
const tell = (news: FromWorker) => parentPort?.postMessage(news)

try {
  const { kind, input } = workerData as { kind: Parameters<typeof doHere>[0]; input: never }
  const answer = await doHere(kind, input, { onProgress: (done, total) => tell({ kind: 'progress', done, total }) })
  tell({ kind: 'done', answer })
} catch (problem) {
  tell(
    problem instanceof DomainError
      ? { kind: 'refused', code: problem.code, facts: problem.facts }
      : { kind: 'failed', problem },
  )
}
