import { useRef, useState } from 'react'
import type { OrderColumn } from '../../src-shared/orders/orders.ts'
import { ordersWords } from '../../src-shared/orders/orders.words.ts'
import { client } from '../base/api.ts'
import { saveFile } from '../base/files.ts'
import { useWords } from '../design/language.tsx'
import { showToast } from '../design/toast.tsx'
import type { ExportFormat } from './OrderListMenu.tsx'
import type { OrderAddress } from './order-address.ts'
import { filterOf } from './use-order-list.ts'

/** Writes the list of an address into a file, with its progress; it can be stopped. */
export function useOrderExport(address: OrderAddress, columns: readonly OrderColumn[]) {
  const w = useWords(ordersWords)
  const [progress, setProgress] = useState<{ done: number; total: number | null } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const stopping = useRef<AbortController | null>(null)

  async function run(format: ExportFormat) {
    if (progress) return
    const stop = new AbortController()
    stopping.current = stop
    setError(null)
    setProgress({ done: 0, total: null })
    try {
      const asked = { ...filterOf(address), format, columns: [...columns] }
      for await (const step of await client.orders.exportFile(asked, { signal: stop.signal })) {
        if (step.kind === 'progress') setProgress({ done: step.done, total: step.total })
        else if (await saveFile(fileOf(step))) showToast({ text: w.listSaved(step.name) })
      }
    } catch (problem) {
      if (!stop.signal.aborted) setError(problem)
    } finally {
      setProgress(null)
    }
  }
  return { run, stop: () => stopping.current?.abort(), progress, error }
}

const fileOf = ({ name, type, base64 }: { name: string; type: string; base64: string }): File =>
  new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name, { type })
