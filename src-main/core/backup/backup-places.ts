import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { bringFolderToDisk } from '../database/bring-to-disk.ts'
import { type BackupName, readBackupName } from './backup-name.ts'

/** Says that a folder is the place that was chosen, and not an empty one where its disk would be. */
const SIGN = '.lumbung-cadangan'

export interface BackupThere extends BackupName {
  file: string
  bytes: number
}

/** Backups of one shop file (`lumbung`, `latihan`) in a folder, newest first; none where the folder is away. */
export function backupsIn(folder: string, stem: string): BackupThere[] {
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return []
  }
  return names
    .flatMap((name) => {
      const read = readBackupName(name)
      const found = read?.stem === stem && statSync(join(folder, name), { throwIfNoEntry: false })
      return read && found ? [{ ...read, file: join(folder, name), bytes: found.size }] : []
    })
    .sort((a, b) => b.at - a.at)
}

/** Makes a folder the second place. @throws BACKUP_PLACE_NOT_USABLE */
export function takePlace(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    const sign = join(folder, SIGN)
    writeFileSync(`${sign}.part`, 'Lumbung\n')
    renameSync(`${sign}.part`, sign)
    bringFolderToDisk(folder)
  } catch {
    throw new DomainError('BACKUP_PLACE_NOT_USABLE', { folder })
  }
}

/** Whether the place that was chosen is there, and not only a folder where its disk is mounted. */
export function isPlaceThere(folder: string): boolean {
  try {
    return readFileSync(join(folder, SIGN)).length > 0
  } catch {
    return false
  }
}

/** A lost laptop takes along what lies on the same disk. */
export function isSameDisk(one: string, other: string): boolean {
  const [a, b] = [one, other].map((folder) => statSync(folder, { throwIfNoEntry: false })?.dev)
  return a !== undefined && a === b
}

/** Whatever a kill left half-written. */
export function removeHalves(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder))
    if (name.endsWith('.cadangan.part')) rmSync(join(folder, name), { force: true })
}
