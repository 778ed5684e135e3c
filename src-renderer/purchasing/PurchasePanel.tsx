import { Box, Flex, Text } from '@mantine/core'
import { IconBan, IconBarcode, IconCash, IconPencil } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { divRound } from '../../src-shared/kernel/allocate.ts'
import { businessDay, formatDay, formatMoment } from '../../src-shared/kernel/business-day.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import type { Purchase } from '../../src-shared/purchasing/purchase.ts'
import { purchasesWords } from '../../src-shared/purchasing/purchases.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { useNow } from '../design/clock.ts'
import { useConfirm } from '../design/confirm.tsx'
import { EntryRows } from '../design/EntryRows.tsx'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { KeyValueRows } from '../design/KeyValueRows.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { PanelPart, SidePanel } from '../design/SidePanel.tsx'
import { showToast } from '../design/toast.tsx'
import { PayDialog } from './PayDialog.tsx'
import { PurchaseEntries } from './PurchaseEntries.tsx'
import { usePurchaseAddress } from './purchase-address.ts'
import { PurchaseState } from './purchase-columns.tsx'
import { purchasingShortcuts } from './purchasing.shortcuts.ts'

/** One purchase: what each piece really cost, how it was paid, its journal entries, and how to correct it. */
export function PurchasePanel({ id, onClose }: { id: string; onClose: () => void }) {
  const w = useWords(purchasesWords)
  const { zone, language } = useLocale()
  const now = useNow()
  const confirm = useConfirm()
  const { change } = usePurchaseAddress()
  const [, go] = useLocation()
  const [isPaying, setPaying] = useState(false)
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
        ...(data.paidLater > 0 ? [w.cancelPayments(formatRupiah(data.paidLater))] : []),
      ],
      action: w.cancelPurchase,
      isDestructive: true,
      reason: { isNeeded: true },
      stay: w.keep,
    })
    if (answer) cancelling.mutate({ id, reason: answer.reason.padEnd(3, '.') })
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
            {data.owed > 0 && (
              <ActionButton
                icon={IconCash}
                kind="primary"
                shortcut={purchasingShortcuts.panel.pay}
                onAct={() => setPaying(true)}
              />
            )}
            <ActionButton
              icon={IconPencil}
              kind={data.owed > 0 ? 'secondary' : 'primary'}
              shortcut={purchasingShortcuts.panel.correct}
              onAct={() => change({ form: 'correct' })}
            />
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
            ...(data.paidLater > 0 ? [{ key: w.paidLater, value: formatRupiah(data.paidLater) }] : []),
            { key: w.stillOwed, value: formatRupiah(data.owed), isStrong: data.owed > 0 },
            ...(data.owed > 0 && data.dueDay ? [{ key: w.dueDay, value: formatDay(data.dueDay, language) }] : []),
          ]}
        />
        {data.note && (
          <Text component="p" mt={8} c="dimmed">
            {data.note}
          </Text>
        )}
      </PanelPart>
      {data.payments.length > 0 && <Payments purchase={data} />}
      <PurchaseEntries id={id} />
      {!data.cancelled && (
        <PanelPart>
          <ActionButton
            icon={IconBarcode}
            size="small"
            shortcut={purchasingShortcuts.panel.printStickers}
            onAct={() =>
              go(`/stiker?items=${data.lines.map(({ variantId, pieces }) => `${variantId}:${pieces}`).join(',')}`)
            }
          />{' '}
          <ActionButton
            icon={IconBan}
            size="small"
            shortcut={purchasingShortcuts.panel.cancelPurchase}
            isBusy={cancelling.isPending}
            onAct={() => void cancel()}
          />
        </PanelPart>
      )}
      {isPaying && <PayDialog purchase={data} today={businessDay(now, zone)} onClose={() => setPaying(false)} />}
    </SidePanel>
  )
}

/** What was paid for it after it came; each payment opens in Catat Kas. */
function Payments({ purchase }: { purchase: Purchase }) {
  const w = useWords(purchasesWords)
  const { language } = useLocale()
  const [, go] = useLocation()
  return (
    <PanelPart title={w.payments}>
      <EntryRows
        rows={purchase.payments.map(({ id, day, amount }) => ({
          id,
          day: formatDay(day, language),
          amount: formatRupiah(amount),
          onOpen: () => go(`/pembukuan/kas?id=${id}`),
        }))}
      />
    </PanelPart>
  )
}

function Lines({ purchase }: { purchase: Purchase }) {
  const w = useWords(purchasesWords)
  return (
    <ul className="ruled">
      {purchase.lines.map((line) => (
        <Box key={line.variantId} component="li" p="5px 0">
          <Flex gap={12} justify="space-between" className="nowrap">
            <GoodsName goods={line.goodsName} layout="stacked" />
            <span>{formatRupiah(line.landedCost)}</span>
          </Flex>
          <Flex gap={12} justify="space-between" className="nowrap">
            <SmallLine>{w.line(formatNumber(line.pieces), formatRupiah(line.price))}</SmallLine>
            <SmallLine>{w.landed(formatRupiah(divRound(line.landedCost, 1, line.pieces)))}</SmallLine>
          </Flex>
        </Box>
      ))}
    </ul>
  )
}

const SmallLine = ({ children }: { children: string }) => (
  <Box component="small" fz={12} lh="16px" className="quiet">
    {children}
  </Box>
)
