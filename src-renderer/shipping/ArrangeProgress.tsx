import { Group, Stack } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { sellerCentreLink } from '../../src-shared/orders/contact.ts'
import type { OrderAct } from '../../src-shared/sync/order-acts.ts'
import { orderActsWords } from '../../src-shared/sync/order-acts.words.ts'
import { api } from '../base/api.ts'
import { openOutside } from '../base/open-outside.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'
import { Note } from '../design/Note.tsx'
import { ProgressWithNumbers } from '../design/ProgressWithNumbers.tsx'
import { useChannelSays } from './ChannelSays.tsx'

/** A label is drawn at the channel for some seconds: looked at in between, beside what is announced. */
const LOOK_EVERY_MS = 2_000

export interface ArrangeProgressProps {
  orderIds: readonly string[]
  onClose: () => void
}

/** How far arranging is, with numbers; each refusal in its own words. It goes on when this is closed. */
export function ArrangeProgress({ orderIds, onClose }: ArrangeProgressProps) {
  const w = useWords(orderActsWords)
  const says = useChannelSays()
  const [, go] = useLocation()
  const { data, error } = useQuery(
    api.orderActs.ofOrders.queryOptions({ input: { orderIds: [...orderIds] }, refetchInterval: LOOK_EVERY_MS }),
  )
  const acts = (data ?? []).filter(({ asked }) => asked.kind === 'arrange')
  const of = (state: OrderAct['state']) => acts.filter((act) => act.state === state)
  const [done, refused, waiting] = [of('done'), of('refused'), of('waiting')]
  const withLabel = done.filter(({ hasLabel }) => hasLabel)
  const isOver = data !== undefined && waiting.length === 0
  const inTheWay = waiting.find(({ trouble }) => trouble !== null)
  const print = () => go(`/label?orders=${withLabel.map(({ orderId }) => orderId).join(',')}`)
  return (
    <Dialog
      title={w.arrangeTitle(formatNumber(orderIds.length))}
      isOpen
      width="wide"
      onClose={onClose}
      actions={
        <>
          <ActionButton label={w.close} onAct={onClose} />
          {withLabel.length > 0 && (
            <ActionButton
              label={w.printLabels(formatNumber(withLabel.length))}
              kind="primary"
              icon={IconPrinter}
              shortcut={standingShortcuts.main}
              onAct={print}
            />
          )}
        </>
      }
    >
      <Stack gap={16}>
        <RefusalNotice error={error} />
        <ProgressWithNumbers
          label={isOver ? w.progressDone : w.progress}
          done={done.length + refused.length}
          total={orderIds.length}
        />
        {done.length > 0 && (
          <p role="status">{w.labelsGot(formatNumber(withLabel.length), formatNumber(done.length))}</p>
        )}
        {inTheWay?.trouble && <Note tone="kunyit">{w.waits(says(inTheWay.channel, inTheWay.trouble))}</Note>}
        {!isOver && <p className="quiet">{w.goesOn}</p>}
        {refused.length > 0 && <Refused acts={refused} />}
      </Stack>
    </Dialog>
  )
}

function Refused({ acts }: { acts: readonly OrderAct[] }) {
  const w = useWords(orderActsWords)
  const says = useChannelSays()
  const again = useMutation(api.orderActs.again.mutationOptions())
  return (
    <Stack gap={8} component="section" aria-label={w.refusedTitle(formatNumber(acts.length))}>
      <Group justify="space-between">
        <strong>{w.refusedTitle(formatNumber(acts.length))}</strong>
        <ActionButton
          label={w.again}
          size="small"
          isBusy={again.isPending}
          onAct={() => again.mutate({ ids: acts.map(({ id }) => id) })}
        />
      </Group>
      <p className="quiet small">{w.refusedHelp}</p>
      <RefusalNotice error={again.error} />
      {acts.map(({ id, orderNumber, channel, trouble }) => {
        const centre = sellerCentreLink(channel, orderNumber)
        return (
          <Group key={id} justify="space-between" wrap="nowrap" align="start">
            <div>
              <span className="kode">{orderNumber}</span>
              {trouble && <p className="small">{says(channel, trouble)}</p>}
            </div>
            {centre && <ActionButton label={w.openCentre} size="small" onAct={() => openOutside(centre)} />}
          </Group>
        )
      })}
    </Stack>
  )
}
