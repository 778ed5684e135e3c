import type { FileContents, FileDamage } from '../../../src-shared/channels/file-contents.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { TooHeavy } from '../apart.ts'
import { LIMITS } from './limits.ts'

export const damaged = (name: string, damage: FileDamage) => new DomainError('FILE_DAMAGED', { name, damage })

export const notASpreadsheet = (name: string, looksLike: FileContents) =>
  new DomainError('FILE_NOT_A_SPREADSHEET', { name, looksLike })

/** @throws FILE_TOO_LARGE */
export function refuseTooLarge({ name, size }: { name: string; size: number }, limit: number): void {
  if (size <= limit * LIMITS.megabyte) return
  throw new DomainError('FILE_TOO_LARGE', { name, megabytes: Math.ceil((size / LIMITS.megabyte) * 10) / 10, limit })
}

/** The bytes of a file that came through a door; of one that nothing here reads not even those. @throws FILE_TOO_LARGE */
export async function bytesOf(file: File): Promise<Uint8Array> {
  refuseTooLarge(file, LIMITS.csvMegabytes)
  return file.bytes()
}

/** For reading that was ended at a limit of memory or time. */
export const tooComplex =
  (name: string) =>
  (problem: unknown): never => {
    throw problem instanceof TooHeavy ? new DomainError('FILE_TOO_COMPLEX', { name, why: problem.why }) : problem
  }
