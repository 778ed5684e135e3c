import { Group, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { orderActsWords } from '../../src-shared/sync/order-acts.words.ts'
import { api } from '../base/api.ts'
import { openOutside } from '../base/open-outside.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useMay } from '../base/use-me.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { useConfirm } from '../design/confirm.tsx'
import { useWords } from '../design/language.tsx'
import { showToast } from '../design/toast.tsx'

/** Yes or no to a return that waits for the seller, where the channel takes it from here; else the way to its Seller Centre. */
export function ReturnAnswer({ orderId, number }: { orderId: string; number: string }) {
  const w = useWords(orderActsWords)
  const confirm = useConfirm()
  const may = useMay('orderActs.answerReturn')
  const { data: answers } = useQuery(api.orderActs.returnAnswers.queryOptions({ input: { orderId }, enabled: may }))
  const send = useMutation(
    api.orderActs.answerReturn.mutationOptions({ onSuccess: () => showToast({ text: w.answerSent }) }),
  )
  const how = answers?.find((each) => each.number === number)
  if (!how) return null
  const accept = async () => {
    const agreed = await confirm({
      title: w.returnAcceptTitle(number),
      body: w.returnAcceptBody,
      action: w.returnAccept,
      stay: w.stay,
    })
    if (agreed) send.mutate({ orderId, number, answer: 'accept', why: '' })
  }
  const dispute = async () => {
    const agreed = await confirm({
      title: w.returnDisputeTitle(number),
      body: w.returnDisputeBody,
      action: w.returnDispute,
      stay: w.stay,
      reason: { label: w.returnDisputeReason, isNeeded: true },
    })
    if (agreed) send.mutate({ orderId, number, answer: 'dispute', why: agreed.reason })
  }
  return (
    <Stack gap={8} mt={8} component="section" aria-label={w.returnAnswer}>
      <RefusalNotice error={send.error} />
      <Group gap={8}>
        <ActionButton label={w.returnAccept} size="small" isBusy={send.isPending} onAct={() => void accept()} />
        {how.mayDispute ? (
          <ActionButton label={w.returnDispute} size="small" isBusy={send.isPending} onAct={() => void dispute()} />
        ) : (
          <ActionButton label={w.openCentre} size="small" onAct={() => openOutside(how.sellerCentreAddress)} />
        )}
      </Group>
      {!how.mayDispute && <p className="quiet small">{w.disputeByHand}</p>}
    </Stack>
  )
}
