import { Checkbox, Group, Radio, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { wholeName } from '../../src-shared/catalog/goods-name.ts'
import type { Order } from '../../src-shared/orders/orders.ts'
import type { CancelChoices, SellerCancelReason } from '../../src-shared/sync/order-acts.ts'
import { orderActsWords } from '../../src-shared/sync/order-acts.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useMay } from '../base/use-me.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'
import { PanelPart } from '../design/SidePanel.tsx'
import { showToast } from '../design/toast.tsx'

export interface CancelAtChannelProps {
  orderId: string
  /** Lines that ran out, as far as it is known; all of them when left out. */
  ranOut?: readonly number[]
  /** As a part of a panel of its own. */
  isPart?: boolean
}

/** Cancels an order at its channel, after asking why; nothing where the channel does not take it from here. */
export function CancelAtChannel({ orderId, ranOut, isPart = false }: CancelAtChannelProps) {
  const w = useWords(orderActsWords)
  const may = useMay('orderActs.cancel')
  const [isOpen, setOpen] = useState(false)
  const { data: choices } = useQuery(api.orderActs.cancelChoices.queryOptions({ input: { orderId }, enabled: may }))
  const { data: order } = useQuery(api.orders.get.queryOptions({ input: { id: orderId }, enabled: isOpen }))
  if (!may || !choices) return null
  const act = (
    <Group>
      <ActionButton size="small" label={w.cancelThere} onAct={() => setOpen(true)} />
    </Group>
  )
  return (
    <>
      {isPart ? <PanelPart>{act}</PanelPart> : act}
      {isOpen && order && (
        <CancelDialog order={order} choices={choices} ranOut={ranOut} onClose={() => setOpen(false)} />
      )}
    </>
  )
}

interface CancelDialogProps {
  order: Order
  choices: CancelChoices
  ranOut: readonly number[] | undefined
  onClose: () => void
}

function CancelDialog({ order, choices, ranOut, onClose }: CancelDialogProps) {
  const w = useWords(orderActsWords)
  const [reason, setReason] = useState<SellerCancelReason>(choices.reasons[0]!)
  const [lines, setLines] = useState<readonly number[]>(() => ranOut ?? order.lines.map(({ line }) => line))
  const cancel = useMutation(
    api.orderActs.cancel.mutationOptions({
      onSuccess() {
        showToast({ text: w.cancelSent })
        onClose()
      },
    }),
  )
  const asksGoods = reason === 'out of stock' && choices.takesGoodsOffSale
  const isNamed = !asksGoods || lines.length > 0
  const send = () => isNamed && cancel.mutate({ orderId: order.id, reason, lines: asksGoods ? [...lines] : [] })
  return (
    <Dialog
      title={w.cancelThereTitle(order.number)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <ActionButton label={w.stay} kind="quiet" shortcut={standingShortcuts.back} listens={false} onAct={onClose} />
          <ActionButton
            label={w.cancelThere}
            kind="destructive"
            isBusy={cancel.isPending}
            {...(isNamed ? {} : { disabledBecause: w.cancelNamed })}
            onAct={send}
          />
        </>
      }
    >
      <Stack gap={12}>
        <p>{w.cancelThereBody}</p>
        <Radio.Group
          label={w.cancelWhy}
          value={reason}
          onChange={(value) => setReason(choices.reasons.find((each) => each === value) ?? reason)}
        >
          <Stack gap={6} mt={6}>
            {choices.reasons.map((each) => (
              <Radio key={each} value={each} label={w.cancelBecause(each)} />
            ))}
          </Stack>
        </Radio.Group>
        {asksGoods && (
          <Checkbox.Group
            label={w.cancelRanOut}
            description={w.cancelOffSale}
            value={lines.map(String)}
            onChange={(values) => setLines(values.map(Number))}
          >
            <Stack gap={6} mt={6}>
              {order.lines.map((line) => (
                <Checkbox key={line.line} value={String(line.line)} label={wholeName(line.goodsName)} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        <RefusalNotice error={cancel.error} />
      </Stack>
    </Dialog>
  )
}
