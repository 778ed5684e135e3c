import { type ChannelFile, CONTENT_KINDS, type ContentKind } from '../../../../src-shared/channels/channel-file.ts'
import type { ReadByMapping } from '../../../../src-shared/channels/read-by-mapping.ts'
import type { Channel } from '../../../../src-shared/orders/order.ts'

/*
 * What the core must know of kinds of files without their readers, which only the worker loads: twelve readers would stay in memory
 * all day for a file a week.
 */

/** Whose shops may take such a file in; null of banks, and of taught layouts, which say it themselves. */
const CHANNEL_OF: Readonly<Record<ChannelFile['kind'], Channel | null>> = {
  'shopee orders': 'shopee',
  'shopee income': 'shopee',
  'shopee balance': 'shopee',
  'shopee ads bill': 'shopee',
  'shopee returns': 'shopee',
  'shopee products': 'shopee',
  'tiktok products': 'tiktok',
  'tiktok orders': 'tiktok',
  'tiktok income': 'tiktok',
  'tiktok withdrawals': 'tiktok',
  'tokopedia sales': 'tiktok',
  'tokopedia finance': 'tiktok',
  'tokopedia balance': 'tiktok',
  'bank statement': null,
  'mapped orders': null,
  'mapped income': null,
  'mapped bank statement': null,
}

export const channelOf = (file: Pick<ChannelFile, 'kind'> & ReadByMapping): Channel | null =>
  file.mappedBy ? file.mappedBy.channel : CHANNEL_OF[file.kind]

/** The property of a file that holds its many records: they wait and travel packed, apart from the rest. */
const RECORDS: Readonly<Record<ContentKind, string>> = {
  orders: 'orders',
  returns: 'returns',
  listings: 'listings',
  settlements: 'settlements',
  wallet: 'lines',
  bank: 'lines',
}

const recordsIn = ({ kind }: ChannelFile) => RECORDS[CONTENT_KINDS[kind]] as keyof ChannelFile

/** The many records of a file: its orders, settlements, returns or lines. */
export const recordsOf = (file: ChannelFile): readonly object[] => file[recordsIn(file)] as unknown as readonly object[]

/** How much there is to take in: a channel that released nothing may still have paid out. */
export const countIn = (file: ChannelFile): number =>
  recordsOf(file).length || ('withdrawals' in file ? (file.withdrawals?.length ?? 0) : 0)

export const withRecords = (file: ChannelFile, records: readonly object[]): ChannelFile =>
  ({ ...file, [recordsIn(file)]: records }) as ChannelFile
