import type { ChannelFile, ContentOf } from '../../../../src-shared/channels/channel-file.ts'
import type { FileKind } from './file-kind.ts'
import { shopeeOrders } from './shopee-orders/shopee-orders.ts'

type FileKinds = { [Kind in ChannelFile['kind']]?: FileKind<Extract<ContentOf<Kind>, ChannelFile>> }

/**
 * Every kind of file we can read, by name. Another one is its import and one line, `'shopee income': shopeeIncome,`; whether it
 * may be taken in depends on `contents.ts` alone. Reports that have no line here are known by a heading (`other-reports.ts`),
 * so that their refusal says what they are.
 */
const FILE_KINDS: FileKinds = { 'shopee orders': shopeeOrders }

export const fileKinds = Object.values(FILE_KINDS) as FileKind<ChannelFile>[]

export function kindOf({ kind }: Pick<ChannelFile, 'kind'>): FileKind<ChannelFile> {
  const known = FILE_KINDS[kind] as FileKind<ChannelFile> | undefined
  if (!known) throw new Error(`nothing reads ${kind}`)
  return known
}

/** The many records of a file: its orders, settlements or lines. */
export const recordsOf = (file: ChannelFile): readonly object[] =>
  file[kindOf(file).records as keyof ChannelFile] as unknown as readonly object[]
