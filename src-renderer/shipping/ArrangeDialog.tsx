import { Stack } from '@mantine/core'
import { IconTruckDelivery } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { sellerCentreLink } from '../../src-shared/orders/contact.ts'
import type { NotArrangeable, ShipmentChoice } from '../../src-shared/sync/order-acts.ts'
import { orderActsWords } from '../../src-shared/sync/order-acts.words.ts'
import { api } from '../base/api.ts'
import { openOutside } from '../base/open-outside.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'
import { ArrangeProgress, type ArrangeProgressProps } from './ArrangeProgress.tsx'
import { firstChoice, isWhole } from './chosen-way.ts'
import { GroupChoice } from './GroupChoice.tsx'

/** Atur Pengiriman: one choice for each shop and courier, then how far it is, order by order. */
export function ArrangeDialog({ orderIds, onClose }: ArrangeProgressProps) {
  const [asked, setAsked] = useState<readonly string[] | null>(null)
  if (asked) return <ArrangeProgress orderIds={asked} onClose={onClose} />
  return <Choosing orderIds={orderIds} onAsked={setAsked} onClose={onClose} />
}

function Choosing({
  orderIds,
  onAsked,
  onClose,
}: ArrangeProgressProps & { onAsked: (orderIds: readonly string[]) => void }) {
  const w = useWords(orderActsWords)
  const asked = useQuery(
    api.orderActs.choices.queryOptions({
      input: { orderIds: [...orderIds] },
      // what is offered now is what is chosen from; it is no answer of the shop that changes with its acts
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
      retry: false,
    }),
  )
  const [chosen, setChosen] = useState<Record<number, ShipmentChoice>>({})
  const groups = asked.data?.groups ?? []
  const shipments = groups.flatMap((group, index) => {
    const choice = chosen[index] ?? firstChoice(group)
    return isWhole(choice, group.orderIds.length) ? [{ orderIds: group.orderIds, choice }] : []
  })
  const able = shipments.flatMap((shipment) => shipment.orderIds)
  const arrange = useMutation(api.orderActs.arrange.mutationOptions({ onSuccess: () => onAsked(able) }))
  const couldNotAsk = groups.some(({ choices }) => choices === null)
  return (
    <Dialog
      title={w.arrangeTitle(formatNumber(orderIds.length))}
      isOpen
      width="wide"
      onClose={onClose}
      actions={
        <>
          {couldNotAsk && (
            <ActionButton
              label={w.askAgain}
              isBusy={asked.isFetching}
              busyLabel={w.asking}
              onAct={() => void asked.refetch()}
            />
          )}
          <ActionButton
            label={w.arrangeThem(formatNumber(able.length))}
            kind="primary"
            icon={IconTruckDelivery}
            shortcut={standingShortcuts.main}
            isBusy={arrange.isPending}
            disabledBecause={able.length > 0 ? undefined : asked.isLoading ? w.asking : w.nothing}
            onAct={() => arrange.mutate({ shipments })}
          />
        </>
      }
    >
      <Stack gap={22}>
        <RefusalNotice error={asked.error ?? arrange.error} onRetry={asked.error ? () => asked.refetch() : undefined} />
        {asked.isLoading && (
          <p className="quiet" role="status">
            {w.asking}
          </p>
        )}
        {groups.map((group, index) => (
          <GroupChoice
            key={`${group.shopId} ${group.courier}`}
            group={group}
            choice={chosen[index] ?? firstChoice(group)}
            onChange={(choice) => setChosen({ ...chosen, [index]: choice })}
          />
        ))}
        {asked.data && <Others others={asked.data.others} />}
      </Stack>
    </Dialog>
  )
}

const SHOWN = 5

/** Orders that are arranged in the Seller Centre, or need it no more. */
function Others({ others }: { others: readonly NotArrangeable[] }) {
  const w = useWords(orderActsWords)
  if (others.length === 0) return null
  const byHand = others.find(({ why }) => why === 'not connected')
  const centre = byHand && sellerCentreLink(byHand.channel, byHand.orderNumber)
  return (
    <Stack gap={6} component="section" aria-label={w.others(formatNumber(others.length))}>
      <strong>{w.others(formatNumber(others.length))}</strong>
      <ul className="quiet small">
        {others.slice(0, SHOWN).map(({ orderId, orderNumber, why }) => (
          <li key={orderId}>
            <span className="kode">{orderNumber}</span> {w.why(why)}
          </li>
        ))}
        {others.length > SHOWN && <li>+{formatNumber(others.length - SHOWN)}</li>}
      </ul>
      {centre && (
        <div>
          <ActionButton label={w.openCentre} size="small" onAct={() => openOutside(centre)} />
        </div>
      )}
    </Stack>
  )
}
