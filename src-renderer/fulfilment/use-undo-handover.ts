import { useMutation } from '@tanstack/react-query'
import { handoverWords } from '../../src-shared/fulfilment/handover.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api } from '../base/api.ts'
import { useConfirm } from '../design/confirm.tsx'
import { useWords } from '../design/language.tsx'

/** Urungkan: a hand-over pressed by mistake is taken back, after the reason was asked. */
export function useUndoHandover() {
  const w = useWords(handoverWords)
  const confirm = useConfirm()
  const undo = useMutation(api.fulfilment.handover.undo.mutationOptions())
  return {
    error: undo.error,
    data: undo.data,
    forget: undo.reset,
    async ask(parcelIds: readonly string[]) {
      const answer = await confirm({
        title: w.undoTitle(formatNumber(parcelIds.length)),
        body: w.undoBody,
        action: w.undo,
        reason: { label: w.undoReason, isNeeded: true },
      })
      if (answer) undo.mutate({ parcelIds: [...parcelIds], reason: answer.reason })
    },
  }
}
