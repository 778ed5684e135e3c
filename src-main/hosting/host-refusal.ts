import { DomainError } from '../../src-shared/kernel/refusal.ts'

/** What the operating system or SQLite answered when a shop was to be opened, as a refusal where we know one. */
export function asHostRefusal(problem: unknown, folder: string, file: string): unknown {
  const { code = '', syscall = '' } = problem as NodeJS.ErrnoException
  if (['EACCES', 'EPERM', 'EROFS'].includes(code) || /^SQLITE_(READONLY|CANTOPEN|PERM)/.test(code))
    return new DomainError('FOLDER_NOT_WRITABLE', { folder })
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return new DomainError('DISK_FULL', { folder })
  // a folder that cannot be made: a file stands in its place, a drive is gone, a name the system does not take
  if (syscall === 'mkdir' || syscall === 'access') return new DomainError('FOLDER_NOT_WRITABLE', { folder })
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return new DomainError('FILE_DAMAGED', { file })
  return problem
}
