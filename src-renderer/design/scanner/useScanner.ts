import { useLayoutEffect, useRef } from 'react'
import { scanner } from '../keyboard.ts'
import type { ScanHandler } from './scanner.ts'

/**
 * Sends every scan to `handler` while this part is on screen, wherever focus is; scans never reach fields.
 * The part that appeared last gets them. `enabled: false` steps aside for the part beneath.
 */
export function useScanner(handler: ScanHandler, enabled = true) {
  const latest = useRef(handler)
  useLayoutEffect(() => {
    latest.current = handler
  })
  // before the part is seen: a scan may follow at once
  useLayoutEffect(() => {
    if (enabled) return scanner.add((code, beneath) => latest.current(code, beneath))
  }, [enabled])
}
