import { useMutation } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { api } from '../base/api.ts'
import { useNewcomer } from './use-newcomer.ts'

const MINUTE_MS = 60_000
/** What shows that somebody is there. */
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const

/** Locks the screen of everybody who sits here; `onOpen` hears that it stayed open, because nothing answered. */
export function useLock(onOpen?: () => void): () => void {
  const { mutate } = useMutation(
    api.access.lock.mutationOptions({ onSuccess: useNewcomer(), ...(onOpen ? { onError: onOpen } : {}) }),
  )
  return useCallback(() => mutate(undefined), [mutate])
}

/** `lock` must stay the same function. The screen locks itself when nobody has touched it for so long; a laptop that slept is looked at when it wakes. */
export function useLockWhenIdle(minutes: number, isOn: boolean, lock: () => void): void {
  useEffect(() => {
    if (!isOn) return
    let seen = Date.now()
    const someone = () => {
      seen = Date.now()
    }
    const look = setInterval(() => {
      if (Date.now() - seen >= minutes * MINUTE_MS) lock()
    }, 1000)
    for (const sign of SIGNS) window.addEventListener(sign, someone, { capture: true, passive: true })
    return () => {
      clearInterval(look)
      for (const sign of SIGNS) window.removeEventListener(sign, someone, { capture: true })
    }
  }, [minutes, isOn, lock])
}
