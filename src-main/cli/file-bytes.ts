import { readFile, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { ORPCError } from '@orpc/server'
import { MOST_FILE_MEGABYTES } from '../../src-shared/channels/file-contents.ts'
import { refused } from '../core/refused.ts'

const MEGABYTE = 1024 * 1024

const WHY: Record<string, 'missing' | 'folder' | 'forbidden'> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EISDIR: 'folder',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
}

/** A file somebody named, with the moment it was last changed. @throws FILE_NOT_OPENED, FILE_TOO_LARGE, as the core says them. */
export async function fileInHand(path: string): Promise<{ file: File; modifiedAt: number }> {
  const name = basename(resolve(path))
  try {
    const found = await stat(path)
    // a device or a pipe may never end
    if (!found.isFile() && !found.isDirectory()) throw refused('FILE_NOT_OPENED', { name, why: 'no file' })
    const { size, mtimeMs } = found
    if (size > MOST_FILE_MEGABYTES * MEGABYTE) {
      const megabytes = Math.ceil((size / MEGABYTE) * 10) / 10
      throw refused('FILE_TOO_LARGE', { name, megabytes, limit: MOST_FILE_MEGABYTES })
    }
    return { file: new File([await readFile(path)], name), modifiedAt: Math.floor(mtimeMs) }
  } catch (problem) {
    if (problem instanceof ORPCError) throw problem
    const { code = '' } = problem as NodeJS.ErrnoException
    throw refused('FILE_NOT_OPENED', { name, why: WHY[code] ?? 'unreadable' })
  }
}
