import { useEffect, useRef, useState } from 'react'
import { SCANNED_HERE } from './scanner.ts'

/** For a field of numbers: the code that was scanned into it, until something is typed. The field kept what it held. */
export function useScannedHere() {
  const fieldRef = useRef<HTMLInputElement>(null)
  const [code, setCode] = useState<string | null>(null)
  useEffect(() => {
    const field = fieldRef.current
    const hear = (event: Event) => {
      event.preventDefault()
      setCode((event as CustomEvent<string>).detail)
    }
    field?.addEventListener(SCANNED_HERE, hear)
    return () => field?.removeEventListener(SCANNED_HERE, hear)
  }, [])
  return { fieldRef, code, forget: () => setCode(null) }
}
