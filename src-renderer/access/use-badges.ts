import { useEffect } from 'react'
import { Badge } from '../../src-shared/access/access.ts'
import { scanner } from '../design/keyboard.ts'

/** Whatever waits for scans, a badge is no code for it: somebody else sits down. `onBadge` must stay the same function. */
export function useBadges(isOn: boolean, onBadge: (badge: string) => void): void {
  useEffect(() => {
    if (!isOn) return
    return scanner.takeFirst((code) => {
      const badge = Badge.safeParse(code.toUpperCase())
      if (badge.success) onBadge(badge.data)
      return badge.success
    })
  }, [isOn, onBadge])
}
