import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import type { BackupReason, Manifest } from '../../../src-shared/backup/backup.ts'
import { Instant, type Zone } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { bringFolderToDisk } from '../database/bring-to-disk.ts'
import { onScratchCopy } from '../database/scratch-copy.ts'
import type { Outside } from '../outside.ts'
import { createBackupKeys, type Opener } from './backup-keys.ts'
import { backupName } from './backup-name.ts'
import { type BackupThere, backupsIn, isPlaceThere, removeHalves, takePlace } from './backup-places.ts'
import { copyProven, keepJson, keptJson } from './kept-file.ts'
import { keyFileOf } from './key-file.ts'
import { isReceiptOld, receiptFiles, receiptsAfter } from './receipt-journal.ts'
import { retained } from './retention.ts'

/**
 * What is known of a shop's backups besides the files themselves. It lies beside the shop and not in it: a restore takes the
 * shop back, and must not take back where its backups go.
 */
const Memory = z.object({
  second: z
    .object({ folder: z.string(), awaySince: Instant.nullable(), lastAt: Instant.nullable() })
    .nullable()
    .default(null),
  tested: z.object({ at: Instant, ok: z.boolean(), of: Instant }).nullable().default(null),
  problem: z
    .object({ at: Instant, code: z.string(), facts: z.record(z.string(), z.unknown()) })
    .nullable()
    .default(null),
})
export type BackupMemory = z.infer<typeof Memory>

export interface KeeperNeeds {
  /** The shop's file. */
  file: string
  appVersion: string
  now: () => Instant
  outside: Pick<Outside, 'secrets' | 'doApart'> & Partial<Pick<Outside, 'openedKeys'>>
}

export interface BackupMade {
  manifest: Manifest
  file: string
  bytes: number
}

/** Backups of the shop that lies in one file: made, listed, copied to the second place, thinned out and tested. */
export function createBackupKeeper({ file, appVersion, now, outside }: KeeperNeeds) {
  const stem = basename(file, '.sqlite')
  const beside = dirname(file)
  const folder = join(beside, 'cadangan')
  const memoryFile = join(beside, `${stem}.cadangan.json`)
  const keys = createBackupKeys({ ...outside, file: keyFileOf(file), now })
  const receipts = join(beside, `${stem}.tanda-terima`)
  const anchor = join(beside, `${stem}.jangkar.json`)
  const memory = (): BackupMemory => keptJson(memoryFile, Memory) ?? Memory.parse({})
  const remember = (change: Partial<BackupMemory>) => keepJson(memoryFile, { ...memory(), ...change })
  const here = () => backupsIn(folder, stem)
  const second = () => {
    const place = memory().second
    return place && isPlaceThere(place.folder) ? backupsIn(place.folder, stem) : []
  }

  /** One thing at a time: a backup does not begin while another one is made or thinned out. */
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work)
    last = turn.catch(() => {})
    return turn
  }

  const thinOut = (zone: Zone) => {
    for (const there of [here(), second()]) {
      const kept = retained(there, zone)
      for (const each of there) if (!kept.has(each)) rmSync(each.file, { force: true })
    }
  }

  return {
    folder,
    receipts,
    anchor,
    keys,
    memory,
    remember,
    here,
    second,

    /**
     * Makes one backup beside the shop. The shop is copied online, in pieces of a millisecond; the rest is done apart.
     * @param onCopied the state that is kept stands: what comes from now on is not in it.
     * @throws SHOP_DAMAGED_NOT_KEPT, BACKUP_KEY_LOCKED, BACKUP_NO_ROOM
     */
    make: (reason: BackupReason, { zone, onCopied = () => {} }: { zone: Zone; onCopied?: () => void }) =>
      inTurn(async (): Promise<BackupMade> => {
        const { key, wraps } = await keys.current()
        try {
          mkdirSync(folder, { recursive: true, mode: 0o700 })
          removeHalves(folder)
          const at = now()
          const target = join(folder, backupName(stem, { at, reason, keyId: wraps.keyId }))
          const manifest = await onScratchCopy(file, (copy) => {
            onCopied()
            const asked = { copy, target: `${target}.part`, at, reason, appVersion, key, wraps }
            return outside.doApart('make backup', asked, { patienceMs: PATIENCE_MS })
          })
          renameSync(`${target}.part`, target)
          bringFolderToDisk(folder)
          thinOut(zone)
          return { manifest, file: target, bytes: statSync(target).size }
        } catch (problem) {
          const { code = '' } = problem as NodeJS.ErrnoException
          throw ['ENOSPC', 'SQLITE_FULL', 'EDQUOT'].includes(code)
            ? new DomainError('BACKUP_NO_ROOM', { folder })
            : problem
        }
      }),

    /**
     * Brings the newest backup to the second place, where it is not there already, and thins out what lies there.
     * @throws BACKUP_PLACE_AWAY, BACKUP_NO_ROOM
     */
    bringToSecond: (zone: Zone) =>
      inTurn(async (): Promise<void> => {
        const place = memory().second
        const newest = here()[0]
        if (!place || !newest) return
        if (!isPlaceThere(place.folder)) {
          remember({ second: { ...place, awaySince: place.awaySince ?? now() } })
          throw new DomainError('BACKUP_PLACE_AWAY', { folder: place.folder })
        }
        try {
          const target = join(place.folder, newest.name)
          if (!existsSync(target)) {
            removeHalves(place.folder)
            await copyProven(newest.file, target)
            thinOut(zone)
          }
          remember({ second: { ...place, awaySince: null, lastAt: newest.at } })
        } catch (problem) {
          const { code = '' } = problem as NodeJS.ErrnoException
          if (['ENOSPC', 'EDQUOT'].includes(code)) throw new DomainError('BACKUP_NO_ROOM', { folder: place.folder })
          remember({ second: { ...place, awaySince: place.awaySince ?? now() } })
          throw new DomainError('BACKUP_PLACE_AWAY', { folder: place.folder })
        }
      }),

    /** Receipts go to the second place as they are written, so that a lost laptop takes little along. */
    async bringReceipts(): Promise<void> {
      const place = memory().second
      if (!place || !isPlaceThere(place.folder)) return
      const there = join(place.folder, basename(receipts))
      mkdirSync(there, { recursive: true })
      const own = receiptFiles(receipts)
      for (const name of receiptFiles(there))
        if (!own.includes(name) && isReceiptOld(name, now())) rmSync(join(there, name))
      for (const name of own) {
        const size = statSync(join(there, name), { throwIfNoEntry: false })?.size
        if (size !== statSync(join(receipts, name)).size) await copyProven(join(receipts, name), join(there, name))
      }
    },

    /** Acts that were acknowledged after a backup was made: from beside the shop, and from beside the backup. */
    receiptsAfter: (backup: string, key: Uint8Array, { epoch, lastAct, at }: Manifest) =>
      receiptsAfter([receipts, join(dirname(backup), basename(receipts))], { key, epoch, lastAct, at }),

    /** @throws BACKUP_PLACE_NOT_USABLE */
    choosePlace(chosen: string | null): void {
      if (chosen !== null) takePlace(chosen)
      remember({ second: chosen === null ? null : { folder: chosen, awaySince: null, lastAt: null } })
    },

    /** Restores a backup to a scratch place, verifies what came out, and takes it away again. */
    test: (backup: BackupThere) =>
      inTurn(async () => {
        const key = await keys.keyFor(backup.file, {})
        const scratch = join(beside, `${basename(file)}.coba-cadangan`)
        const clear = () => {
          for (const part of ['', '-wal', '-shm']) rmSync(`${scratch}${part}`, { force: true })
        }
        clear()
        try {
          const outcome = await outside.doApart(
            'test backup',
            { file: backup.file, key, target: scratch, at: now() },
            { patienceMs: PATIENCE_MS },
          )
          remember({ tested: { at: now(), ok: outcome.ok, of: backup.at } })
          return outcome
        } catch (problem) {
          if (problem instanceof DomainError) remember({ tested: { at: now(), ok: false, of: backup.at } })
          throw problem
        } finally {
          clear()
        }
      }),

    /** What a backup says of itself, here or in any folder. @throws as `keyFor` and `manifestOf`; BACKUP_NOT_FOUND */
    async manifest(backup: string, opener: Opener = {}): Promise<Manifest> {
      if (!existsSync(backup)) throw new DomainError('BACKUP_NOT_FOUND', { file: backup })
      const key = await keys.keyFor(backup, opener)
      const { manifestOf } = await import('./backup-file.ts')
      return manifestOf({ file: backup, key })
    },

    /** Backups in a folder that somebody points at, of whichever shop. */
    foundIn: (some: string): BackupThere[] => [...backupsIn(some, 'lumbung'), ...backupsIn(some, 'latihan')],

    /** A file by its name, from the places that are known. @throws BACKUP_NOT_FOUND */
    named(name: string): string {
      const found = [...here(), ...second()].find((each) => each.name === name)
      if (!found) throw new DomainError('BACKUP_NOT_FOUND', { file: name })
      return found.file
    },
  }
}

/** A gigabyte takes a minute on a slow laptop; what takes this long hangs. */
const PATIENCE_MS = 30 * 60_000
