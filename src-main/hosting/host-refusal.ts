import { statfsSync } from 'node:fs'
import { DomainError } from '../../src-shared/kernel/refusal.ts'

/** What the operating system or SQLite answered when a shop was to be opened, as a refusal where we know one. */
export function asHostRefusal(problem: unknown, folder: string, file: string): unknown {
  const { code = '', syscall = '' } = problem as NodeJS.ErrnoException
  if (['EACCES', 'EPERM', 'EROFS'].includes(code) || /^SQLITE_(READONLY|CANTOPEN|PERM)/.test(code))
    return new DomainError('FOLDER_NOT_WRITABLE', { folder })
  // without room for the index over its log SQLite speaks of the disk, not of its being full
  const isFull =
    ['ENOSPC', 'EDQUOT', 'SQLITE_FULL'].includes(code) || (code.startsWith('SQLITE_IOERR') && isWithoutRoom(folder))
  if (isFull) return new DomainError('DISK_FULL', { folder })
  // a folder that cannot be made: a file stands in its place, a drive is gone, a name the system does not take
  if (syscall === 'mkdir' || syscall === 'access') return new DomainError('FOLDER_NOT_WRITABLE', { folder })
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return new DomainError('FILE_DAMAGED', { file })
  return problem
}

const LITTLE_BYTES = 256 * 1024

function isWithoutRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize < LITTLE_BYTES
  } catch {
    return false
  }
}
