import { useEffect, useState } from 'react'
import { SLOWEST_SCANNER } from '../../src-shared/settings/settings.ts'
import { scanner } from '../design/keyboard.ts'
import type { Stroke } from '../design/scanner/scan-burst.ts'

/** After the closing key only its echo may come: some scanners send two. */
const ECHO_MS = 100
const SILENCE_MS = SLOWEST_SCANNER.endWaitMs + ECHO_MS

/**
 * The strokes of the last code that was scanned since this part came, from its first character to the silence after it. They
 * act nowhere else meanwhile; text fields keep theirs, and keys that no scanner sends do what they do.
 */
export function useHearing(): readonly Stroke[] | null {
  const [heard, setHeard] = useState<readonly Stroke[] | null>(null)
  useEffect(() => {
    let strokes: Stroke[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = scanner.learn((stroke) => {
      const isEnd = stroke.key === 'Enter' || stroke.key === 'Tab'
      if (stroke.isByHand || (stroke.key.length !== 1 && !isEnd)) return false
      if (isEnd && strokes.length === 0) return false
      strokes.push(stroke)
      clearTimeout(timer)
      timer = setTimeout(
        () => {
          setHeard(strokes)
          strokes = []
        },
        isEnd ? ECHO_MS : SILENCE_MS,
      )
      return true
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [])
  return heard
}
