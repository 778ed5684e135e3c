import { ORPCError } from '@orpc/client'
import { MOST_FILE_MEGABYTES } from '../../src-shared/channels/file-contents.ts'

const MEGABYTE = 1024 * 1024

/**
 * A chosen file with its contents as they are now: what is counted and what is stored later are the same bytes.
 * @throws FILE_TOO_LARGE, FILE_NOT_OPENED, as the core says them.
 */
export async function fileContents(file: File): Promise<File> {
  const { name } = file
  if (file.size > MOST_FILE_MEGABYTES * MEGABYTE) {
    const megabytes = Math.ceil((file.size / MEGABYTE) * 10) / 10
    throw new ORPCError('FILE_TOO_LARGE', { defined: true, data: { name, megabytes, limit: MOST_FILE_MEGABYTES } })
  }
  try {
    return new File([await file.arrayBuffer()], name, { type: file.type })
  } catch {
    // Moved, changed or removed since it was chosen, or held by another program: a browser does not say which.
    throw new ORPCError('FILE_NOT_OPENED', { defined: true, data: { name, why: 'unreadable' } })
  }
}
