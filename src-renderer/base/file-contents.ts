import { ORPCError } from '@orpc/client'
import { MOST_FILE_MEGABYTES } from '../../src-shared/channels/file-contents.ts'
import { base64Of } from './files.ts'

const MEGABYTE = 1024 * 1024

/** A chosen file as base64. @throws FILE_TOO_LARGE, FILE_NOT_OPENED, as the core says them. */
export async function fileContents(file: File): Promise<string> {
  const { name } = file
  if (file.size > MOST_FILE_MEGABYTES * MEGABYTE) {
    const megabytes = Math.ceil((file.size / MEGABYTE) * 10) / 10
    throw new ORPCError('FILE_TOO_LARGE', { defined: true, data: { name, megabytes, limit: MOST_FILE_MEGABYTES } })
  }
  try {
    return await base64Of(file)
  } catch {
    // Moved, changed or removed since it was chosen, or held by another program: a browser does not say which.
    throw new ORPCError('FILE_NOT_OPENED', { defined: true, data: { name, why: 'unreadable' } })
  }
}
