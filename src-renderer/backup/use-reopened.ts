import { useEffect } from 'react'
import { client } from '../base/api.ts'

const EVERY_MS = 500

/** Once the restored shop answers, the window begins anew: nothing that it remembers of the one before is true any more. */
export function useReopened(epoch: number | null): void {
  useEffect(() => {
    if (epoch === null) return
    let isOver = false
    const ask = async () => {
      const restored = await client.backup.status().then(
        (status) => status.restored,
        () => null,
      )
      if (isOver) return
      if (restored?.epoch === epoch) {
        location.hash = '#/'
        location.reload()
      } else setTimeout(ask, EVERY_MS)
    }
    const first = setTimeout(ask, EVERY_MS)
    return () => {
      isOver = true
      clearTimeout(first)
    }
  }, [epoch])
}

/** Whatever stood in place of the shop is being closed for it: the window begins anew once somebody answers. */
export function useOpenedAgain(isOpening: boolean): void {
  useEffect(() => {
    if (!isOpening) return
    const ask = async () => {
      const isThere = await client.settings.status().then(
        () => true,
        () => false,
      )
      if (isThere) location.reload()
    }
    // it answers a moment longer before it closes
    const asking = setInterval(() => void ask(), EVERY_MS * 3)
    return () => clearInterval(asking)
  }, [isOpening])
}
