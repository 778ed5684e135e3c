import type { FileContents, FileDamage } from '../../../src-shared/channels/file-contents.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { TooHeavy } from '../apart.ts'

export const damaged = (name: string, damage: FileDamage) => new DomainError('FILE_DAMAGED', { name, damage })

export const notASpreadsheet = (name: string, looksLike: FileContents) =>
  new DomainError('FILE_NOT_A_SPREADSHEET', { name, looksLike })

/** For reading that was ended at a limit of memory or time. */
export const tooComplex =
  (name: string) =>
  (problem: unknown): never => {
    throw problem instanceof TooHeavy ? new DomainError('FILE_TOO_COMPLEX', { name, why: problem.why }) : problem
  }
