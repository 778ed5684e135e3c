import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Id } from '../../src-shared/kernel/ids.ts'
import { api } from '../base/api.ts'
import type { OpeningLine } from './opening-draft.ts'

/** Rows are saved together once typing rests this long, or when this many wait. */
const REST_MS = 700
const BATCH = 20

/** Saves opening stock in small batches while a person goes on typing; nothing waits when the page is left. */
export function useOpeningSave(onSaved: (documentsCosted: number) => void) {
  const waiting = useRef(new Map<Id, OpeningLine>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [unsaved, setUnsaved] = useState(0)
  const { mutateAsync, error, isPending } = useMutation(api.inventory.opening.save.mutationOptions())

  const flush = async () => {
    clearTimeout(timer.current)
    const lines = [...waiting.current.values()]
    if (lines.length === 0) return
    waiting.current.clear()
    try {
      const { documentsCosted } = await mutateAsync({ lines })
      onSaved(documentsCosted)
    } catch {
      // the refusal stands on the page; what was not saved goes back to what waits, unless it was typed anew
      for (const line of lines) if (!waiting.current.has(line.variantId)) waiting.current.set(line.variantId, line)
    }
    setUnsaved(waiting.current.size)
  }
  const latest = useRef(flush)
  latest.current = flush
  useEffect(() => () => void latest.current(), [])

  const put = (line: OpeningLine) => {
    waiting.current.set(line.variantId, line)
    setUnsaved(waiting.current.size)
    clearTimeout(timer.current)
    if (waiting.current.size >= BATCH) void flush()
    else timer.current = setTimeout(() => void latest.current(), REST_MS)
  }
  return { put, flush: () => void flush(), error, isSaving: isPending, unsaved }
}
