import type { Shop, StagedFile } from '../../../src-shared/channels/channels.ts'
import type { Id } from '../../../src-shared/kernel/ids.ts'
import type { Account } from '../../../src-shared/ledger/ledger.ts'
import type { Channel } from '../../../src-shared/orders/order.ts'

/** Where the files of one channel, or of one bank account, shall go. */
export type Choice =
  /** Nobody has said yet. */
  | { is: 'open' }
  | { is: 'shop'; id: Id }
  | { is: 'new shop'; name: string; channel: Exclude<Channel, 'own'> }
  /** Each speaks of a shop by itself, and not all of the same one. */
  | { is: 'as they say' }
  | { is: 'account'; code: string }

/** Files that go to one place: those of a channel, those of one bank account. */
export const placeKeyOf = (file: StagedFile): string =>
  file.about === 'bank' ? `bank/${file.bank}/${file.accountNumber || file.fileName}` : String(file.channel)

export const spokenOf = ({ suggestedShopId }: StagedFile): Id | null => suggestedShopId

/** The shop that all of them speak of; the first shop of a channel is made under the channel's name. */
export function choiceOf(files: readonly StagedFile[], shops: readonly Shop[], channelName: string): Choice {
  const { channel } = files[0]!
  if (channel === null || channel === 'own') return { is: 'open' }
  const fitting = shops.filter((shop) => shop.channel === channel)
  if (fitting.length === 0) return { is: 'new shop', name: channelName, channel }
  const spoken = new Set(files.map(spokenOf))
  const [only = null] = spoken
  if (spoken.size === 1) return only === null ? { is: 'open' } : { is: 'shop', id: only }
  return spoken.has(null) ? { is: 'open' } : { is: 'as they say' }
}

/** A bank account or an e-wallet of the books. */
export type Wallet = Pick<Account, 'code' | 'name'>

/** The account that this number was taken into before, else the one whose name holds the bank's. */
export function accountOf(file: StagedFile, wallets: readonly Wallet[]): Choice {
  if (file.about !== 'bank') return { is: 'open' }
  if (file.suggestedAccount !== null) return { is: 'account', code: file.suggestedAccount }
  const named = wallets.filter(({ name }) => name.toLowerCase().includes(file.bank))
  const [only] = named
  return only && named.length === 1 ? { is: 'account', code: only.code } : { is: 'open' }
}
