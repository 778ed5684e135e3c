import { useEffect, useRef, useState } from 'react'
import type { WithdrawalOutcome, WithdrawalProgress } from '../../../src-shared/channels/channels.ts'
import type { Id } from '../../../src-shared/kernel/ids.ts'
import { client } from '../../base/api.ts'

interface Work {
  done: number
  total: number
}

export interface Withdrawal {
  /** What it would do, once counted. */
  foreseen: WithdrawalOutcome | null
  /** Under way: counting, or the act itself. */
  counting: Work | null
  acting: Work | null
  error: unknown
  act(): Promise<WithdrawalOutcome | null>
}

const BEGIN: Work = { done: 0, total: 0 }

/** Taking an import back, or moving it: first what it would do, then the act. Leaving stops either, and nothing stays. */
export function useWithdrawal(importId: Id, moveTo: Id | undefined, isReady: boolean): Withdrawal {
  const [foreseen, setForeseen] = useState<WithdrawalOutcome | null>(null)
  const [counting, setCounting] = useState<Work | null>(null)
  const [acting, setActing] = useState<Work | null>(null)
  const [error, setError] = useState<unknown>(null)
  const stop = useRef(new AbortController())

  useEffect(() => {
    const counted = new AbortController()
    setForeseen(null)
    setError(null)
    if (!isReady) return
    setCounting(BEGIN)
    const run = async () => {
      const stream = await client.channels.files.previewWithdrawal(inputOf(importId, moveTo), {
        signal: counted.signal,
      })
      const outcome = await follow(stream, setCounting, counted.signal)
      if (!counted.signal.aborted) setForeseen(outcome)
    }
    run()
      .catch((problem) => {
        if (!counted.signal.aborted) setError(problem)
      })
      .finally(() => {
        if (!counted.signal.aborted) setCounting(null)
      })
    return () => counted.abort()
  }, [importId, moveTo, isReady])

  useEffect(() => {
    const controller = new AbortController()
    stop.current = controller
    return () => controller.abort()
  }, [])

  return {
    foreseen,
    counting,
    acting,
    error,
    async act() {
      const { signal } = stop.current
      setActing(BEGIN)
      setError(null)
      try {
        const stream = await client.channels.files.withdraw(inputOf(importId, moveTo), { signal })
        return await follow(stream, setActing, signal)
      } catch (problem) {
        if (!signal.aborted) setError(problem)
        return null
      } finally {
        if (!signal.aborted) setActing(null)
      }
    },
  }
}

const inputOf = (importId: Id, moveTo: Id | undefined) => ({ importId, ...(moveTo === undefined ? {} : { moveTo }) })

async function follow(
  stream: AsyncIterable<WithdrawalProgress>,
  onProgress: (work: Work) => void,
  signal: AbortSignal,
): Promise<WithdrawalOutcome | null> {
  for await (const news of stream) {
    if (signal.aborted) return null
    if (news.type === 'result') return news.outcome
    onProgress({ done: news.done, total: news.total })
  }
  return null
}
