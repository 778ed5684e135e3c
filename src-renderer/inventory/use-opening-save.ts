import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { OpeningLine } from '../../src-shared/inventory/inventory.ts'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { api } from '../base/api.ts'
import { desktop } from '../base/bridge.ts'

/** Rows are saved together once typing rests this long, or when this many wait. */
const REST_MS = 700
const BATCH = 20

/**
 * Saves opening stock in small batches while a person goes on typing. Nothing waits when the page is left or hidden; a browser
 * tab that is closed while something is under way is asked about.
 */
export function useOpeningSave(onSaved: (documentsCosted: number) => void) {
  const waiting = useRef(new Map<Id, OpeningLine>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const underWay = useRef(0)
  const [unsaved, setUnsaved] = useState(0)
  const [isSaving, setSaving] = useState(false)
  const { mutateAsync, error } = useMutation(api.inventory.opening.save.mutationOptions())

  /** True when these are in the books; the refusal stands on the page otherwise. */
  const save = async (lines: OpeningLine[]): Promise<boolean> => {
    underWay.current++
    setSaving(true)
    try {
      const { documentsCosted } = await mutateAsync({ lines })
      onSaved(documentsCosted)
      return true
    } catch {
      return false
    } finally {
      underWay.current--
      setSaving(underWay.current > 0)
    }
  }
  const flush = async () => {
    clearTimeout(timer.current)
    const lines = [...waiting.current.values()]
    if (lines.length === 0) return
    waiting.current.clear()
    // what was not saved goes back to what waits, unless it was typed anew
    if (!(await save(lines)))
      for (const line of lines) if (!waiting.current.has(line.variantId)) waiting.current.set(line.variantId, line)
    setUnsaved(waiting.current.size)
  }
  const latest = useRef(flush)
  latest.current = flush
  useEffect(() => {
    const hide = () => document.visibilityState === 'hidden' && void latest.current()
    const close = (event: BeforeUnloadEvent) => {
      const isPending = waiting.current.size > 0 || underWay.current > 0
      void latest.current()
      // the desktop's core outlives its window and has been told already
      if (isPending && !desktop()) event.preventDefault()
    }
    document.addEventListener('visibilitychange', hide)
    window.addEventListener('beforeunload', close)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      window.removeEventListener('beforeunload', close)
      void latest.current()
    }
  }, [])

  const put = (line: OpeningLine) => {
    waiting.current.set(line.variantId, line)
    setUnsaved(waiting.current.size)
    clearTimeout(timer.current)
    if (waiting.current.size >= BATCH) void flush()
    else timer.current = setTimeout(() => void latest.current(), REST_MS)
  }
  return { put, save, flush: () => latest.current(), error, isSaving, unsaved }
}
