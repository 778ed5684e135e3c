import { useState } from 'react'
import { returnsWords } from '../../src-shared/returns/returns.words.ts'
import { useConfirm } from '../design/confirm.tsx'
import { useWords } from '../design/language.tsx'

/** Takes one step back after asking why: the step stays on record, with the reason. */
export function useUndo() {
  const w = useWords(returnsWords)
  const confirm = useConfirm()
  const [error, setError] = useState<unknown>(null)
  return {
    error,
    async undo(what: string, perform: (reason: string) => Promise<unknown>, body: string = w.undoBody) {
      const answer = await confirm({
        title: w.undoTitle,
        body: `${what}. ${body}`,
        action: w.undoAction,
        stay: w.keep,
        reason: { isNeeded: true },
      })
      if (!answer) return
      setError(null)
      await perform(answer.reason.padEnd(3, '.')).catch(setError)
    },
  }
}
