import type { ChannelFile } from '../../../../src-shared/channels/channel-file.ts'
import type { FileContentsShown } from '../../../../src-shared/channels/file-shown.ts'
import type { WorkNeeds } from '../../apart.ts'
import { packAway, packParts } from '../../packed-parts.ts'
import { sha256 } from '../raw-documents.ts'
import { countIn, recordsOf, withRecords } from './kind-facts.ts'
import { kindOf } from './kinds.ts'
import { type ChannelFileRequest, readChannelFile } from './read-channel-file.ts'
import { createProblemList, shownProblems } from './reading/problem-list.ts'

/** A file that was read, in little room: what it says in short, and its records and problems in packed parts. */
export interface PackedFile {
  sha256: string
  shown: FileContentsShown
  /** The file itself, but for its records. */
  said: ChannelFile
  records: Uint8Array[]
  /** How much there is to take in. */
  count: number
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
  const count = countIn(file)
  return {
    sha256: sha256(request.bytes),
    shown: {
      ...kindOf(file).preview(file, request.zone),
      problems: shownProblems(file.problems),
      leftSheets: problems.leftSheets(),
    },
    said: withRecords(file, []),
    // nothing reads the file itself any more
    records: packAway(recordsOf(file) as object[]),
    count,
    problems: packParts(problems.all()),
  }
}
