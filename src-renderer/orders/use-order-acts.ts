import { useMutation, useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import type { OrderState } from '../../src-shared/orders/order.ts'
import { type Order, type OrderRow, TAB_OF } from '../../src-shared/orders/orders.ts'
import { ordersWords } from '../../src-shared/orders/orders.words.ts'
import { api, client } from '../base/api.ts'
import { saveFile } from '../base/files.ts'
import { useLettersLacking } from '../base/use-letters-lacking.ts'
import { useConfirm } from '../design/confirm.tsx'
import { useWords } from '../design/language.tsx'
import { showToast } from '../design/toast.tsx'

type Choice = Pick<OrderRow, 'id' | 'state' | 'isHeld' | 'number' | 'channel'>

const PRINTED_BEFORE: ReadonlySet<OrderState> = new Set(['printed', 'packed', 'handed_over'])

/** Which acts make sense for every one of these orders. */
export function validActs(orders: readonly Choice[]) {
  const every = (holds: (order: Choice) => boolean) => orders.length > 0 && orders.every(holds)
  const isWaiting = ({ state }: Choice) => TAB_OF[state] === 'to_ship'
  return {
    arrange: every(({ state, channel }) => state === 'to_arrange' && channel !== 'own' && channel !== 'other'),
    label: every((order) => isWaiting(order) || order.state === 'handed_over'),
    isReprint: every(({ state }) => PRINTED_BEFORE.has(state)),
    pickList: every((order) => isWaiting(order) && order.state !== 'packed'),
    pack: every((order) => isWaiting(order) && order.state !== 'packed' && !order.isHeld),
    hold: every((order) => (isWaiting(order) || order.state === 'cancel_requested') && !order.isHeld),
    release: every(({ isHeld }) => isHeld),
  }
}

/** What can be done to orders from the list and from the panel. `arrange` opens Atur Pengiriman. */
export function useOrderActs(arrange: (orderIds: readonly string[]) => void) {
  const w = useWords(ordersWords)
  const confirm = useConfirm()
  const agrees = useLettersLacking()
  const [, go] = useLocation()
  const hold = useMutation(api.fulfilment.hold.mutationOptions())
  const release = useMutation(api.fulfilment.release.mutationOptions())
  const cancelSale = useMutation(api.orders.cancelOwnSale.mutationOptions())
  const pickList = useMutation({
    mutationFn: async (orderIds: string[]) => {
      const paper = await client.fulfilment.pickListSheet({ orderIds })
      const { file } = paper
      if ((await agrees(paper)) && (await saveFile(file))) showToast({ text: w.pickListKept(file.name) })
    },
  })
  const { data: connections } = useQuery(api.sync.connections.queryOptions())
  const count = (orders: readonly Choice[]) => formatNumber(orders.length)
  const ids = (orders: readonly Choice[]) => orders.map(({ id }) => id)

  return {
    error: hold.error ?? release.error ?? cancelSale.error ?? pickList.error,
    isPickListBusy: pickList.isPending,
    /** Whether any shop talks to its channel, so that couriers can be asked for from here. */
    hasConnection: connections?.some(({ state }) => state !== 'ended') ?? false,
    arrange: (orders: readonly Choice[]) => arrange(ids(orders)),
    labels: (orders: readonly Choice[]) => go(`/label?orders=${ids(orders).join(',')}`),
    pack: (order: Choice) => go(`/kemas?code=${encodeURIComponent(order.number)}`),
    pickList: (orders: readonly Choice[]) => pickList.mutate(ids(orders)),

    async hold(orders: readonly Choice[]): Promise<boolean> {
      const answer = await confirm({
        title: w.holdTitle(count(orders)),
        body: w.holdBody,
        action: w.holdAction,
        stay: w.stay,
        reason: { isNeeded: true },
      })
      if (!answer) return false
      const orderIds = ids(orders)
      await hold.mutateAsync({ orderIds, reason: answer.reason })
      showToast({ text: w.heldToast(count(orders)), undo: () => release.mutate({ orderIds }) })
      return true
    },

    async release(orders: readonly Choice[]) {
      await release.mutateAsync({ orderIds: ids(orders) })
      showToast({ text: w.releasedToast(count(orders)) })
    },

    /** Asks why, names what is taken back, and cancels a sale of our own. */
    async cancelSale(order: Order) {
      const answer = await confirm({
        title: w.cancelSaleTitle(order.number),
        body: w.cancelSaleBody,
        losses: [
          w.cancelSaleLossStock(formatNumber(order.pieces)),
          ...(order.buyerPayment > 0 ? [w.cancelSaleLossMoney(formatRupiah(order.buyerPayment))] : []),
        ],
        action: w.cancelSale,
        stay: w.cancelSaleStay,
        isDestructive: true,
        reason: { isNeeded: true },
      })
      if (!answer) return
      await cancelSale.mutateAsync({ id: order.id, reason: answer.reason })
      showToast({ text: w.cancelledToast(order.number) })
    },
  }
}
export type OrderActs = ReturnType<typeof useOrderActs>
