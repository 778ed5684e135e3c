import { useEffect, useState } from 'react'

/** Becomes true only after something has lasted `waitMs`: shorter waits show nothing at all. */
export function useLateTrue(isTrue: boolean, waitMs = 400): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (!isTrue) return
    const timer = setTimeout(() => setLate(true), waitMs)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [isTrue, waitMs])
  return isTrue && isLate
}
