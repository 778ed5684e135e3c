import { Box, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import { formatDay, formatMoment } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { useConfirm } from '../design/confirm.tsx'
import { GoodsName } from '../design/goods/GoodsName.tsx'
import { KeyValueRows } from '../design/KeyValueRows.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { PanelPart, SidePanel } from '../design/SidePanel.tsx'
import { showToast } from '../design/toast.tsx'
import { inventoryShortcuts } from './inventory.shortcuts.ts'
import { signed, signedRupiah } from './signed.ts'

/** One adjustment or count with its lines; it may be cancelled with a reason. */
export function AdjustmentPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const w = useWords(stockWords)
  const { zone, language } = useLocale()
  const confirm = useConfirm()
  const { data, error } = useQuery(api.inventory.adjustment.queryOptions({ input: { id } }))
  const cancelling = useMutation(
    api.inventory.cancelAdjustment.mutationOptions({ onSuccess: () => showToast({ text: w.cancelledToast }) }),
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
  const kind = w[`kind ${data.kind}`]
  const cancel = async () => {
    const answer = await confirm({
      title: w.cancelTitle(kind, formatDay(data.day, language)),
      body: w.cancelBody,
      losses: [w.cancelLoss(signed(-data.pieces), signedRupiah(-data.cost))],
      action: w.cancelRecord,
      isDestructive: true,
      reason: { isNeeded: true },
      stay: w.keepRecord,
    })
    if (answer) cancelling.mutate({ id, reason: answer.reason })
  }
  return (
    <SidePanel
      title={kind}
      subtitle={formatDay(data.day, language)}
      onClose={onClose}
      actions={
        !data.cancelled && (
          <ActionButton
            shortcut={inventoryShortcuts.record.cancelRecord}
            isBusy={cancelling.isPending}
            onAct={() => void cancel()}
          />
        )
      }
    >
      <PanelPart>
        {data.note && <div>{data.note}</div>}
        <div className="quiet">{formatMoment(data.recordedAt, zone, language)}</div>
        {data.cancelled && (
          <Text component="p" mt={8} c="dimmed">
            {w.cancelledBecause(formatMoment(data.cancelled.at, zone, language), data.cancelled.reason)}
          </Text>
        )}
        <RefusalNotice error={cancelling.error} />
      </PanelPart>
      <PanelPart title={w.historyLines}>
        <KeyValueRows
          rows={[
            ...data.lines.map((line) => ({
              key: line.variantId,
              label: (
                <>
                  <GoodsName goods={line.goodsName} layout="stacked" />
                  {line.counted !== null && line.expected !== null && (
                    <Box fz="xs" lh="xs">
                      {w.historyLine(formatNumber(line.counted), formatNumber(line.expected))}
                    </Box>
                  )}
                </>
              ),
              value: signed(line.pieces),
            })),
            { key: 'total', label: w.cost, value: signedRupiah(data.cost), kind: 'total' as const },
          ]}
        />
      </PanelPart>
    </SidePanel>
  )
}
