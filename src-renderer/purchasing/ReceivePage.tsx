import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { businessDay } from '../../src-shared/kernel/business-day.ts'
import { purchasesWords } from '../../src-shared/purchasing/purchases.words.ts'
import { api } from '../base/api.ts'
import { Page } from '../base/Page.tsx'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { clockNow } from '../design/clock.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { halfFilled, keepHalfFilled } from './half-filled.ts'
import { usePurchaseAddress } from './purchase-address.ts'
import { ReceiveBody } from './ReceiveBody.tsx'
import { emptyReceipt, receiptOf } from './receive-form.ts'

/** Terima Barang: a new receipt, or the correction of one (same id). */
export function ReceivePage() {
  const w = useWords(purchasesWords)
  const { zone } = useLocale()
  const { address } = usePurchaseAddress()
  const isCorrection = address.form === 'correct'
  const purchase = useQuery(
    api.purchasing.get.queryOptions({ input: { id: address.id ?? '' }, enabled: isCorrection && address.id !== null }),
  )
  const [fresh] = useState(() => halfFilled() ?? emptyReceipt(businessDay(clockNow(), zone)))
  const start = isCorrection ? purchase.data && receiptOf(purchase.data) : fresh
  if (!start)
    return (
      <Page title={w.newTitle}>
        <RefusalNotice error={purchase.error} onRetry={() => purchase.refetch()} />
      </Page>
    )
  return (
    <ReceiveBody
      start={start}
      title={isCorrection && purchase.data ? w.editTitle(purchase.data.number) : w.newTitle}
      isCorrection={isCorrection}
      onKeep={(form) => {
        if (!isCorrection) keepHalfFilled(form)
      }}
    />
  )
}
