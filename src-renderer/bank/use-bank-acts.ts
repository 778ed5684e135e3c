import { useMutation } from '@tanstack/react-query'
import type { BankAnswer, BankLine } from '../../src-shared/bank/bank.ts'
import { bankWords } from '../../src-shared/bank/bank.words.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api } from '../base/api.ts'
import { useConfirm } from '../design/confirm.tsx'
import { useWords } from '../design/language.tsx'
import { showToast } from '../design/toast.tsx'
import type { BankAddress } from './bank-address.ts'
import { filterOf } from './use-bank-lines.ts'

/** What can be done in the inbox; each act has a name of its own by which it is undone. */
export function useBankActs(address: BankAddress, last: { batch: string } | null) {
  const w = useWords(bankWords)
  const confirm = useConfirm()
  const answer = useMutation(api.bank.answer.mutationOptions())
  const agreeCertain = useMutation(api.bank.agreeCertain.mutationOptions())
  const undo = useMutation(api.bank.undo.mutationOptions())
  const forget = useMutation(api.bank.forget.mutationOptions())
  const say = (lines: number, refused = 0) =>
    showToast({
      text: [w.agreedToast(formatNumber(lines)), ...(refused > 0 ? [w.refusedToast(formatNumber(refused))] : [])].join(
        '. ',
      ),
    })
  return {
    error: answer.error ?? agreeCertain.error ?? undo.error ?? forget.error,
    isBusy: answer.isPending || agreeCertain.isPending || undo.isPending,

    answer: (line: BankLine, given: BankAnswer) =>
      answer.mutateAsync({ id: line.id, batch: newId(), answer: given }).then(
        () => true,
        () => false,
      ),

    async ignore(line: BankLine) {
      const agreed = await confirm({
        title: w.ignoreTitle,
        body: w.ignoreBody,
        action: w.ignore,
        stay: w.stay,
        reason: { isNeeded: true },
      })
      if (agreed) await this.answer(line, { as: 'ignored', reason: agreed.reason.padEnd(3, '.') })
    },

    async agreeAll() {
      const { lines, refused } = await agreeCertain.mutateAsync({ ...filterOf(address), batch: newId() })
      say(lines, refused)
    },

    async undoLast() {
      if (!last) return showToast({ text: w.nothingToUndo })
      const { lines } = await undo.mutateAsync({ batch: last.batch })
      showToast({ text: w.undoneToast(formatNumber(lines)) })
    },

    forget: (line: BankLine) => forget.mutate({ id: line.id }),
  }
}
export type BankActs = ReturnType<typeof useBankActs>
