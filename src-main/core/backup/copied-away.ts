import { existsSync, mkdirSync, statSync } from 'node:fs'
import { basename, isAbsolute, join } from 'node:path'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { copyProven } from './kept-file.ts'
import { keyFileOf } from './key-file.ts'

/**
 * Copies a file that cannot be opened to another folder, byte by byte with its log and the wraps of its key, for whoever may read more of it one day. The file itself
 * is only read.
 * @throws BACKUP_PLACE_NOT_USABLE, BACKUP_NO_ROOM
 */
export async function copiedAway(file: string, folder: string, at: Instant): Promise<string> {
  if (!isAbsolute(folder) || !statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new DomainError('BACKUP_PLACE_NOT_USABLE', { folder })
  const moment = new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')
  const target = join(folder, `${basename(file, '.sqlite')}.rusak.${moment}`)
  try {
    mkdirSync(target, { mode: 0o700 })
    for (const part of [file, `${file}-wal`, keyFileOf(file)])
      if (existsSync(part)) await copyProven(part, join(target, basename(part)))
    return target
  } catch (problem) {
    const { code = '' } = problem as NodeJS.ErrnoException
    throw ['ENOSPC', 'EDQUOT'].includes(code)
      ? new DomainError('BACKUP_NO_ROOM', { folder })
      : new DomainError('BACKUP_PLACE_NOT_USABLE', { folder })
  }
}
