import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { ORPCError } from '@orpc/server'
import { refused } from '../core/refused.ts'

const MEGABYTE = 1024 * 1024
/** Beyond this nothing is read into memory; the core draws its own, narrower limits. */
const MOST_MEGABYTES = 50

const WHY: Record<string, 'missing' | 'folder' | 'forbidden'> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EISDIR: 'folder',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
}

/** The bytes of a file somebody named. @throws FILE_NOT_OPENED, FILE_TOO_LARGE, as the core says them. */
export async function fileBytes(path: string): Promise<Buffer> {
  const name = basename(resolve(path))
  try {
    const { size } = await stat(path)
    if (size > MOST_MEGABYTES * MEGABYTE) {
      const megabytes = Math.ceil((size / MEGABYTE) * 10) / 10
      throw refused('FILE_TOO_LARGE', { name, megabytes, limit: MOST_MEGABYTES })
    }
    return await readFile(path)
  } catch (problem) {
    if (problem instanceof ORPCError) throw problem
    const { code = '' } = problem as NodeJS.ErrnoException
    throw refused('FILE_NOT_OPENED', { name, why: WHY[code] ?? 'unreadable' })
  }
}
