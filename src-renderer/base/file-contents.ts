import { ORPCError } from '@orpc/client'
import { base64Of } from './files.ts'

const MEGABYTE = 1024 * 1024
/** Beyond this nothing is read into memory; the core draws its own, narrower limits. */
const MOST_MEGABYTES = 50

/** A chosen file as base64. @throws FILE_TOO_LARGE, FILE_NOT_OPENED, as the core says them. */
export async function fileContents(file: File): Promise<string> {
  const { name } = file
  if (file.size > MOST_MEGABYTES * MEGABYTE) {
    const megabytes = Math.ceil((file.size / MEGABYTE) * 10) / 10
    throw new ORPCError('FILE_TOO_LARGE', { defined: true, data: { name, megabytes, limit: MOST_MEGABYTES } })
  }
  try {
    return await base64Of(file)
  } catch {
    // Moved, changed or removed since it was chosen, or held by another program: a browser does not say which.
    throw new ORPCError('FILE_NOT_OPENED', { defined: true, data: { name, why: 'unreadable' } })
  }
}
