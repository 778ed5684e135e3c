import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { cashWords } from '../../src-shared/cash/cash.words.ts'
import { formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { api } from '../base/api.ts'
import { Choice } from '../design/fields/Choice.tsx'
import { useWords } from '../design/language.tsx'
import { type CashForm, OLDER_DEBT } from './cash-form.ts'

export interface PurchaseChoiceProps {
  form: CashForm
  error: string | undefined
  onChange: (change: Partial<CashForm>) => void
}

const MANY = 200

/** Which receipt a supplier is paid for; choosing one proposes what it still owes. */
export function PurchaseChoice({ form, error, onChange }: PurchaseChoiceProps) {
  const w = useWords(cashWords)
  const unpaid = useQuery(api.purchasing.list.queryOptions({ input: { onlyOwed: true, limit: MANY } })).data?.rows
  const isSettled = !!form.purchase && unpaid !== undefined && !unpaid.some(({ id }) => id === form.purchase)
  const settled = useQuery(
    api.purchasing.get.queryOptions({ input: { id: form.purchase ?? '' }, enabled: isSettled }),
  ).data
  const choices = [...(settled ? [settled] : []), ...(unpaid ?? [])]
  const hasNothingToChoose = form.purchase === null && unpaid?.length === 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the answer is that there is nothing to choose
  useEffect(() => {
    if (hasNothingToChoose) onChange({ purchase: OLDER_DEBT })
  }, [hasNothingToChoose])
  return (
    <Choice
      label={w.purchase}
      value={form.purchase}
      placeholder={w.choosePurchase}
      error={error}
      data={[
        ...choices.map(({ id, number, supplierName, owed }) => ({
          value: id,
          label: w.purchaseChoice(supplierName, formatRupiah(owed), number),
        })),
        { value: OLDER_DEBT, label: w.noPurchase },
      ]}
      onChange={(purchase) => {
        const owed = choices.find(({ id }) => id === purchase)?.owed
        onChange({ purchase, ...(owed !== undefined && { amount: owed }) })
      }}
    />
  )
}
