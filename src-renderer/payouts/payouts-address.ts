import { useLocation, useSearch } from 'wouter'
import { Channel } from '../../src-shared/orders/order.ts'
import type { ChannelMoney } from '../../src-shared/payouts/payouts.ts'

/** The views of Saldo & Pencairan, by the word in the address. */
export const VIEWS = ['cair', 'saldo', 'tarik', 'ditanya', 'menunggu', 'cocok'] as const
export type View = (typeof VIEWS)[number]

/** What the address says: the view, its filters, and the line or check that stands beside the list. */
export interface PayoutsAddress {
  view: View
  channel: Channel | null
  onlyLate: boolean
  query: string
  id: string | null
}

/** Withdrawals that only Catat Kas tells of, where they stand. */
export const notedAddress = ({ wallet, since, sort }: ChannelMoney['arrived']['byHand']): string =>
  `/pembukuan/kas?${new URLSearchParams({ wallet, from: since, ...(sort && { sort }) })}`

export function usePayoutsAddress() {
  const [, go] = useLocation()
  const params = new URLSearchParams(useSearch())
  const channel = Channel.safeParse(params.get('kanal'))
  const view = VIEWS.find((each) => each === params.get('lihat')) ?? 'cair'
  const address: PayoutsAddress = {
    view,
    channel: channel.success ? channel.data : null,
    onlyLate: params.has('telat'),
    query: params.get('query') ?? '',
    id: params.get('id'),
  }
  const change = (changes: Partial<PayoutsAddress>) => {
    const next = { ...address, ...changes }
    const written = new URLSearchParams({ lihat: next.view })
    if (next.channel) written.set('kanal', next.channel)
    if (next.onlyLate) written.set('telat', '1')
    if (next.query) written.set('query', next.query)
    if (next.id) written.set('id', next.id)
    go(`/saldo?${written}`, { replace: true })
  }
  return { address, change }
}
