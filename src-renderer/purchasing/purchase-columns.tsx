import { IconAlertTriangle, IconBan, IconCircleCheck, IconHourglass } from '@tabler/icons-react'
import { useMemo } from 'react'
import { type BusinessDay, businessDay } from '../../src-shared/kernel/business-day.ts'
import type { PurchaseRow } from '../../src-shared/purchasing/purchase.ts'
import { type PurchasesWords, purchasesWords } from '../../src-shared/purchasing/purchases.words.ts'
import { Chip } from '../design/Chip.tsx'
import { useNow } from '../design/clock.ts'
import { useLocale, useWords } from '../design/language.tsx'
import type { Column } from '../design/table/columns.ts'

/** The columns of Pembelian. */
export function usePurchaseColumns(): Column<PurchaseRow>[] {
  const w = useWords(purchasesWords)
  const { zone } = useLocale()
  const today = businessDay(useNow(), zone)
  return useMemo(
    () => [
      { id: 'number', head: w.number, kind: 'code', width: 140, value: (row) => row.number },
      {
        id: 'supplier',
        head: w.supplier,
        kind: 'text',
        width: { share: 1, least: 140 },
        value: (row) => row.supplierName,
        isStrong: true,
      },
      { id: 'day', head: w.day, kind: 'date', width: 106, value: (row) => row.day },
      { id: 'skus', head: w.skus, kind: 'number', width: 56, value: (row) => row.skus, hideBelow: 900, isQuiet: true },
      { id: 'pieces', head: w.pieces, kind: 'number', width: 66, value: (row) => row.pieces },
      { id: 'total', head: w.totalHead, kind: 'money', width: 124, value: (row) => row.total },
      {
        id: 'paid',
        head: w.paid,
        kind: 'money',
        width: 124,
        value: (row) => row.paid + row.paidLater,
        hideBelow: 1000,
      },
      { id: 'owed', head: w.owed, kind: 'money', width: 120, value: (row) => row.owed, isStrong: true },
      {
        id: 'dueDay',
        head: w.dueDay,
        kind: 'date',
        width: 106,
        value: (row) => (row.owed > 0 ? row.dueDay : null),
      },
      {
        id: 'state',
        head: w.state,
        kind: 'status',
        width: 136,
        value: (row) => row.dueDay ?? '',
        cell: (row) => <PurchaseState row={row} today={today} w={w} />,
        hideBelow: 1100,
      },
    ],
    [w, today],
  )
}

export function PurchaseState({ row, today, w }: { row: PurchaseRow; today: BusinessDay; w: PurchasesWords }) {
  if (row.cancelled)
    return (
      <Chip icon={IconBan} tone="mengkudu">
        {w.cancelled}
      </Chip>
    )
  if (row.owed === 0)
    return (
      <Chip icon={IconCircleCheck} tone="jolawe">
        {w.settled}
      </Chip>
    )
  if (row.dueDay !== null && row.dueDay < today)
    return (
      <Chip icon={IconAlertTriangle} tone="mengkudu" isFilled>
        {w.overdue}
      </Chip>
    )
  return (
    <Chip icon={IconHourglass} tone="kunyit">
      {w.open}
    </Chip>
  )
}
