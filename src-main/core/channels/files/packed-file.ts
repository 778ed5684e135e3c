import type { ChannelFile, OrderInFile } from '../../../../src-shared/channels/channel-file.ts'
import type { FileContentsShown } from '../../../../src-shared/channels/channels.ts'
import type { WorkNeeds } from '../../apart.ts'
import { allOf, packParts } from '../../packed-parts.ts'
import { sha256 } from '../raw-documents.ts'
import { kindOf } from './kinds.ts'
import { type ChannelFileRequest, readChannelFile } from './read-channel-file.ts'
import { createProblemList, shownProblems } from './reading/problem-list.ts'

/** A file that was read, in little room: what it says in short, and its orders and problems in packed parts. */
export interface PackedFile {
  sha256: string
  shown: FileContentsShown
  said: Omit<ChannelFile, 'orders'>
  orders: Uint8Array[]
  /** Every problem, by row; `said` holds only the first of them. */
  problems: Uint8Array[]
}

/** Reads a file and packs what it says. @throws as `readChannelFile` does. */
export async function readPackedFile(
  request: Omit<ChannelFileRequest, keyof WorkNeeds>,
  needs: WorkNeeds,
): Promise<PackedFile> {
  const problems = createProblemList()
  const file = await readChannelFile({ ...request, ...needs }, problems)
  const { orders, ...said } = file
  return {
    sha256: sha256(request.bytes),
    shown: { ...kindOf(file).preview(file, request.zone), problems: shownProblems(file.problems) },
    said,
    orders: packParts(orders),
    problems: packParts(problems.all()),
  }
}

export const fileOf = async ({ said, orders }: PackedFile): Promise<ChannelFile> => ({
  ...said,
  orders: await allOf<OrderInFile>(orders),
})
