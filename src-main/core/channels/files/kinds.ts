import type { ChannelFile } from '../../../../src-shared/channels/channel-file.ts'
import type { FileKind } from './file-kind.ts'
import { shopeeOrders } from './shopee-orders/shopee-orders.ts'

type Kinds = { [Kind in ChannelFile['kind']]: FileKind<Extract<ChannelFile, { kind: Kind }>> }

const KINDS: Kinds = { 'shopee orders': shopeeOrders }

/** Every kind of file we can read. */
export const fileKinds = Object.values(KINDS)

export const kindOf = <Kind extends ChannelFile['kind']>(kind: Kind): Kinds[Kind] => KINDS[kind]
