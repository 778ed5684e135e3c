import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../base/api.ts'
import { leadClock } from '../design/clock.ts'

/** Less is how long an answer takes. */
const NOTICED_MS = 60_000

/** The window's clock goes with that of Toko Latihan, whose days can be passed over. */
export function FollowPracticeClock() {
  const { data, dataUpdatedAt } = useQuery(api.sync.practice.state.queryOptions())
  useEffect(() => {
    if (!data) return
    const aheadMs = data.now - dataUpdatedAt
    leadClock(aheadMs > NOTICED_MS ? aheadMs : 0)
  }, [data, dataUpdatedAt])
  return null
}
