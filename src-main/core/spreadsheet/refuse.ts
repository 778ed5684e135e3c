import type { FileContents, FileDamage } from '../../../src-shared/channels/file-contents.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'

export const damaged = (name: string, damage: FileDamage) => new DomainError('FILE_DAMAGED', { name, damage })

export const notASpreadsheet = (name: string, looksLike: FileContents) =>
  new DomainError('FILE_NOT_A_SPREADSHEET', { name, looksLike })
