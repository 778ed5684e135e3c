import type { ChannelFile, ImportContent } from '../../../../src-shared/channels/channel-file.ts'
import type { FileKind, ImportKind } from './file-kind.ts'
import { orderStatements } from './order-statements.ts'
import { shopeeOrders } from './shopee-orders/shopee-orders.ts'

type FileKinds = { [Kind in ChannelFile['kind']]: FileKind<Extract<ChannelFile, { kind: Kind }>> }
type ImportKinds = { [Kind in ImportContent['kind']]: ImportKind<Extract<ImportContent, { kind: Kind }>> }

const FILE_KINDS: FileKinds = { 'shopee orders': shopeeOrders }
const IMPORT_KINDS: ImportKinds = { ...FILE_KINDS, 'order statements': orderStatements }

/** Every kind of file we can read. */
export const fileKinds = Object.values(FILE_KINDS)

export const kindOf = (file: Pick<ChannelFile, 'kind'>): FileKind<ChannelFile> => FILE_KINDS[file.kind]

/** What can be done with a content, by its kind. */
export const importKindOf = (kind: ImportContent['kind']): ImportKind<ImportContent> =>
  IMPORT_KINDS[kind] as ImportKind<ImportContent>
