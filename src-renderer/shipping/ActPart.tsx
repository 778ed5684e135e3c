import { Group, Stack } from '@mantine/core'
import { IconClock, IconMessageQuestion } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import type { Order } from '../../src-shared/orders/orders.ts'
import type { OrderAct } from '../../src-shared/sync/order-acts.ts'
import { orderActsWords } from '../../src-shared/sync/order-acts.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useMay } from '../base/use-me.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { useConfirm } from '../design/confirm.tsx'
import { DeadlineText } from '../design/DeadlineText.tsx'
import { useWords } from '../design/language.tsx'
import { Note } from '../design/Note.tsx'
import { PanelPart } from '../design/SidePanel.tsx'
import { showToast } from '../design/toast.tsx'
import { useChannelSays } from './ChannelSays.tsx'
import { shippingShortcuts } from './shipping.shortcuts.ts'

export interface ActPartProps {
  order: Order
  /** False while rows are chosen: letters then belong to them. */
  listens: boolean
}

/** What was asked of the channel about this order and is not over, and what a buyer asks of us. Nothing when there is neither. */
export function ActPart({ order, listens }: ActPartProps) {
  const { data: acts } = useQuery(
    api.orderActs.ofOrders.queryOptions({ input: { orderIds: [order.id] }, enabled: order.channel !== 'own' }),
  )
  const open = (acts ?? []).filter(({ state }) => state === 'waiting' || state === 'refused')
  const answering = open.some(({ asked, state }) => asked.kind === 'answer cancel' && state === 'waiting')
  const isAsked = order.state === 'cancel_requested' && !answering
  // a refusal of what is over anyhow is no news
  const told = open.filter(({ asked, state }) => state === 'waiting' || stillMatters(asked.kind, order))
  if (told.length === 0 && !isAsked) return null
  return (
    <PanelPart>
      <Stack gap={10}>
        {told.map((act) => (
          <OpenAct key={act.id} act={act} />
        ))}
        {isAsked && <CancelAsked order={order} listens={listens} />}
      </Stack>
    </PanelPart>
  )
}

const stillMatters = (kind: OrderAct['asked']['kind'], { state }: Order): boolean => {
  if (kind === 'arrange') return state === 'to_arrange' || state === 'partly_shipped'
  if (kind === 'cancel') return state === 'to_arrange' || state === 'unpaid'
  return kind !== 'answer cancel' || state === 'cancel_requested'
}

type Said = (typeof orderActsWords)['id']
const waits = (w: Said, kind: OrderAct['asked']['kind']): string =>
  kind === 'arrange' ? w.underWay : kind === 'cancel' ? w.cancelWaits : w.answerWaits
const refused = (w: Said, kind: OrderAct['asked']['kind'], sentence: string): string =>
  kind === 'arrange'
    ? w.refusedOne(sentence)
    : kind === 'cancel'
      ? w.cancelRefused(sentence)
      : w.answerRefused(sentence)

function OpenAct({ act }: { act: OrderAct }) {
  const w = useWords(orderActsWords)
  const says = useChannelSays()
  const again = useMutation(api.orderActs.again.mutationOptions())
  const sentence = act.trouble ? says(act.channel, act.trouble) : ''
  if (act.state === 'waiting')
    return (
      <Note tone="abu" icon={IconClock} isLive>
        {waits(w, act.asked.kind)} {sentence && w.waits(sentence)}
      </Note>
    )
  return (
    <>
      <RefusalNotice error={again.error} />
      <Note
        tone="mengkudu"
        action={
          <ActionButton
            label={w.again}
            size="small"
            isBusy={again.isPending}
            onAct={() => again.mutate({ ids: [act.id] })}
          />
        }
      >
        {refused(w, act.asked.kind, sentence)}
      </Note>
    </>
  )
}

/** A buyer asks to cancel: why, until when one may answer, yes or no. */
function CancelAsked({ order, listens }: ActPartProps) {
  const w = useWords(orderActsWords)
  const confirm = useConfirm()
  const may = useMay('orderActs.answerCancel')
  const { data: asked } = useQuery(api.orderActs.cancelRequest.queryOptions({ input: { orderId: order.id } }))
  const answer = useMutation(
    api.orderActs.answerCancel.mutationOptions({ onSuccess: () => showToast({ text: w.answerSent }) }),
  )
  if (!asked) return null
  const say = async (what: 'accept' | 'refuse') => {
    const isYes = what === 'accept'
    const agreed = await confirm({
      title: isYes ? w.acceptTitle(order.number) : w.refuseTitle(order.number),
      body: isYes ? w.acceptBody : w.refuseBody,
      ...(isYes ? { losses: [w.acceptLoss(formatNumber(order.pieces))] } : {}),
      action: isYes ? w.accept : w.refuse,
      stay: w.stay,
      isDestructive: isYes,
    })
    if (agreed) answer.mutate({ orderId: order.id, answer: what })
  }
  return (
    <>
      <RefusalNotice error={answer.error} />
      <Note tone="kunyit" icon={IconMessageQuestion} title={w.cancelAsked}>
        <Stack gap={6}>
          {asked.reason && <span>{w.cancelReason(asked.reason)}</span>}
          {asked.answerUntil === null ? (
            <span>{asked.mayAnswerHere ? w.answerSoon : w.cancelByHand}</span>
          ) : (
            <span>
              {w.answerBefore} <DeadlineText at={asked.answerUntil} />
            </span>
          )}
          {asked.mayAnswerHere && may && (
            <Group gap={8}>
              <ActionButton
                size="small"
                shortcut={shippingShortcuts.cancelRequest.refuse}
                hasKey={listens}
                isBusy={answer.isPending}
                onAct={() => void say('refuse')}
              />
              <ActionButton
                size="small"
                kind="destructive"
                shortcut={shippingShortcuts.cancelRequest.accept}
                hasKey={listens}
                isBusy={answer.isPending}
                onAct={() => void say('accept')}
              />
            </Group>
          )}
        </Stack>
      </Note>
    </>
  )
}
