import { IconPencil } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { divRound } from '../../src-shared/kernel/allocate.ts'
import { businessDay, formatDay, formatMoment } from '../../src-shared/kernel/business-day.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import type { Purchase } from '../../src-shared/purchasing/purchase.ts'
import { purchasesWords } from '../../src-shared/purchasing/purchases.words.ts'
import { api } from '../app/api.ts'
import { RefusalNotice } from '../app/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { useNow } from '../design/clock.ts'
import { useConfirm } from '../design/confirm.tsx'
import { KeyValueRows } from '../design/KeyValueRows.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { PanelPart, SidePanel } from '../design/SidePanel.tsx'
import { showToast } from '../design/toast.tsx'
import { PurchaseEntries } from './PurchaseEntries.tsx'
import { usePurchaseAddress } from './purchase-address.ts'
import { PurchaseState } from './purchase-columns.tsx'
import classes from './purchases.module.css'

/** One purchase: what each piece really cost, how it was paid, its journal entries, and how to correct it. */
export function PurchasePanel({ id, onClose }: { id: string; onClose: () => void }) {
  const w = useWords(purchasesWords)
  const { zone, language } = useLocale()
  const now = useNow()
  const confirm = useConfirm()
  const { change } = usePurchaseAddress()
  const { data, error } = useQuery(api.purchasing.get.queryOptions({ input: { id } }))
  const cancelling = useMutation(
    api.purchasing.cancel.mutationOptions({
      onSuccess: ({ number }) => showToast({ text: w.cancelledToast(number) }),
    }),
  )
  if (!data)
    return (
      <SidePanel title={error ? w.trouble : ' '} onClose={onClose}>
        {error && (
          <PanelPart>
            <RefusalNotice error={error} />
          </PanelPart>
        )}
      </SidePanel>
    )
  const cancel = async () => {
    const answer = await confirm({
      title: w.cancelTitle(data.number),
      body: w.cancelBody,
      losses: [
        w.cancelStock(formatNumber(data.pieces)),
        ...(data.owed > 0 ? [w.cancelDebt(formatRupiah(data.owed))] : []),
        ...(data.paid > 0 ? [w.cancelPaid(formatRupiah(data.paid))] : []),
      ],
      action: w.cancelPurchase,
      isDestructive: true,
      reason: { isNeeded: true },
      stay: w.keep,
    })
    if (answer) cancelling.mutate({ id, reason: answer.reason })
  }
  return (
    <SidePanel
      title={data.supplierName}
      chips={<PurchaseState row={data} today={businessDay(now, zone)} w={w} />}
      subtitle={
        <>
          <span className="kode">{data.number}</span> {formatDay(data.day, language)}
        </>
      }
      onClose={onClose}
      actions={
        !data.cancelled && (
          <>
            <ActionButton
              label={w.correct}
              icon={IconPencil}
              kind="primary"
              keys="E"
              onAct={() => change({ form: 'correct' })}
            />
            <ActionButton label={w.cancelPurchase} keys="B" isBusy={cancelling.isPending} onAct={() => void cancel()} />
          </>
        )
      }
    >
      {(data.cancelled || cancelling.error) && (
        <PanelPart>
          <RefusalNotice error={cancelling.error} />
          {data.cancelled && w.cancelledBecause(formatMoment(data.cancelled.at, zone, language), data.cancelled.reason)}
        </PanelPart>
      )}
      <PanelPart title={w.goods}>
        <Lines purchase={data} />
      </PanelPart>
      <PanelPart>
        <KeyValueRows
          rows={[
            { key: w.goodsValue, value: formatRupiah(data.total + data.discount - data.extraCost), isStrong: true },
            ...(data.discount > 0 ? [{ key: w.discount, value: formatRupiah(-data.discount) }] : []),
            ...(data.extraCost > 0 ? [{ key: w.extraCost, value: formatRupiah(data.extraCost) }] : []),
            { key: w.grandTotal, value: formatRupiah(data.total), kind: 'total' as const },
            { key: w.paidNow, value: formatRupiah(data.paid) },
            { key: w.stillOwed, value: formatRupiah(data.owed), isStrong: data.owed > 0 },
            ...(data.owed > 0 && data.dueDay ? [{ key: w.dueDay, value: formatDay(data.dueDay, language) }] : []),
          ]}
        />
        {data.note && <p className={classes.note}>{data.note}</p>}
      </PanelPart>
      <PurchaseEntries id={id} />
    </SidePanel>
  )
}

function Lines({ purchase }: { purchase: Purchase }) {
  const w = useWords(purchasesWords)
  return (
    <ul className={classes.goods}>
      {purchase.lines.map((line) => (
        <li key={line.variantId}>
          <div className={classes.goodsLine}>
            <span className={classes.goodsName} title={line.label}>
              {line.label}
            </span>
            <span>{formatRupiah(line.landedCost)}</span>
          </div>
          <div className={classes.goodsLine}>
            <small>{w.line(formatNumber(line.pieces), formatRupiah(line.price))}</small>
            <small>{w.landed(formatRupiah(divRound(line.landedCost, 1, line.pieces)))}</small>
          </div>
        </li>
      ))}
    </ul>
  )
}
