import type { ChannelFile } from '../../../../src-shared/channels/channel-file.ts'
import { allOf } from '../../packed-parts.ts'
import { withRecords } from './kind-facts.ts'
import type { PackedFile } from './packed-file.ts'

/** A file with all its records again. */
export const fileOf = async ({ said, records }: PackedFile): Promise<ChannelFile> =>
  withRecords(said, await allOf<object>(records))
