import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { accessRefusals } from '../access/access.refusals.ts'
import { Secret } from '../access/access.ts'
import { Instant } from '../kernel/business-day.ts'
import { HandedFile } from '../kernel/carried-file.ts'
import { pick } from '../kernel/refusal.ts'
import { settingsRefusals } from '../settings/settings.refusals.ts'
import { backupRefusals } from './backup.refusals.ts'
import { BackupFound, BackupShown, BackupStatus, LikelyPlace, Manifest } from './backup.ts'

const Path = z.string().min(1).max(1000)
/** Which backup, and how one of another laptop is opened: neither for this laptop's own. */
const OneBackup = z.object({
  /** A name of the list, or a whole path. */
  file: Path,
  code: z.string().max(100).optional(),
  passphrase: z.string().max(200).optional(),
})

const opening = pick(
  backupRefusals,
  'BACKUP_NOT_FOUND',
  'BACKUP_NOT_OURS',
  'BACKUP_DAMAGED',
  'RECOVERY_CODE_NEEDED',
  'RECOVERY_CODE_MISTYPED',
  'RECOVERY_CODE_DIFFERS',
  'PASSPHRASE_DIFFERS',
  'PASSPHRASE_WAITS',
)

export const backupContract = {
  /** Age, place and soundness of the backups. */
  status: oc.route({ method: 'GET', path: '/backups/status' }).output(BackupStatus),
  /** Backups beside the shop and in the second place, newest first. */
  list: oc.route({ method: 'GET', path: '/backups' }).output(z.array(BackupShown)),
  /** Makes one now, and brings it to the second place when that is there. */
  make: oc
    .route({ method: 'POST', path: '/backups' })
    .input(z.object({ reason: z.enum(['by hand', 'update']).default('by hand') }).optional())
    .output(z.object({ at: Instant, bytes: z.number().int(), faults: z.array(z.string()), isInSecond: z.boolean() }))
    .errors(pick(backupRefusals, 'BACKUP_KEY_LOCKED', 'BACKUP_NO_ROOM', 'SHOP_DAMAGED_NOT_KEPT')),
  /** Restores the newest one to a scratch place and verifies what came out. */
  test: oc
    .route({ method: 'POST', path: '/backups/test' })
    .output(z.object({ ok: z.boolean(), of: Instant }))
    .errors({ ...opening, ...pick(backupRefusals, 'BACKUP_KEY_LOCKED') }),
  place: {
    /** Folders that are probably meant: disks that are plugged in, folders of a cloud. */
    likely: oc.route({ method: 'GET', path: '/backups/places' }).output(z.array(LikelyPlace)),
    /** The second place: a folder of its own is made in it. Null: none any more; what lies there stays. */
    choose: oc
      .route({ method: 'POST', path: '/backups/place' })
      .input(z.object({ folder: Path.nullable() }))
      .output(BackupStatus)
      .errors(pick(backupRefusals, 'BACKUP_PLACE_NOT_USABLE')),
  },
  code: {
    /** The recovery code as it is printed, and the groups (counted from 1) that are to be typed back. */
    show: oc
      .route({ method: 'POST', path: '/backups/code' })
      .output(z.object({ code: z.string(), asked: z.array(z.number().int()).length(2) }))
      .errors(pick(backupRefusals, 'BACKUP_KEY_LOCKED')),
    /** The same on a sheet of A4. `lacking`: letters that our fonts cannot draw. */
    sheet: oc
      .route({ method: 'POST', path: '/backups/code/sheet' })
      .output(z.object({ file: HandedFile, pages: z.number().int(), lacking: z.array(z.string()) }))
      .errors(pick(backupRefusals, 'BACKUP_KEY_LOCKED')),
    confirm: oc
      .route({ method: 'POST', path: '/backups/code/confirm' })
      .input(z.object({ groups: z.array(z.object({ group: z.number().int(), typed: z.string().max(20) })).max(7) }))
      .output(z.object({ codeConfirmedAt: Instant }))
      .errors(pick(backupRefusals, 'CODE_GROUPS_DIFFER', 'BACKUP_KEY_LOCKED')),
    /** This laptop forgot the key; the code opens it again. */
    unlock: oc
      .route({ method: 'POST', path: '/backups/code/unlock' })
      .input(z.object({ code: z.string().max(100) }))
      .output(BackupStatus)
      .errors(pick(backupRefusals, 'RECOVERY_CODE_MISTYPED', 'RECOVERY_CODE_DIFFERS')),
  },
  /**
   * A second way in, for those who keep no paper: of the backups made from now on. Null takes it off. `atStart`: it is also asked each time
   * the shop is opened; that takes the code on paper, and is changed by who types what is asked until now, or the code (`current`).
   * `password`: the owner's, once there is one.
   */
  setPassphrase: oc
    .route({ method: 'POST', path: '/backups/passphrase' })
    .input(
      z.object({
        passphrase: z.string().min(10).max(200).nullable(),
        atStart: z.boolean().default(false),
        current: z.string().max(200).optional(),
        password: Secret.optional(),
      }),
    )
    .output(BackupStatus)
    .errors({
      ...pick(backupRefusals, 'BACKUP_KEY_LOCKED', 'CODE_NOT_ON_PAPER', 'PASSPHRASE_DIFFERS', 'PASSPHRASE_WAITS'),
      ...pick(accessRefusals, 'WRONG_SECRET', 'SIGN_IN_WAITS', 'SIGN_IN_LOCKED'),
    }),
  /** While the shop waits for its passphrase (`settings.status` says so): with it, or with the recovery code, the shop is opened. */
  openWithKey: oc
    .route({ method: 'POST', path: '/backups/open' })
    .input(z.object({ passphrase: z.string().max(200).optional(), code: z.string().max(100).optional() }))
    .output(z.object({ isOpening: z.boolean() }))
    .errors(
      pick(
        backupRefusals,
        'NOTHING_TO_RESCUE',
        'PASSPHRASE_DIFFERS',
        'PASSPHRASE_WAITS',
        'RECOVERY_CODE_MISTYPED',
        'RECOVERY_CODE_DIFFERS',
      ),
    ),
  /** While the shop cannot be opened: `settings.status` says why. */
  rescue: {
    /** Copies the file as it is, with what belongs to it, into a new folder in this one. */
    saveCopy: oc
      .route({ method: 'POST', path: '/backups/rescue/copy' })
      .input(z.object({ folder: Path }))
      .output(z.object({ file: z.string() }))
      .errors(pick(backupRefusals, 'NOTHING_TO_RESCUE', 'BACKUP_PLACE_NOT_USABLE', 'BACKUP_NO_ROOM')),
    /** Opens the shop again; `isOpening`: false where somebody has to start Lumbung anew. */
    tryAgain: oc
      .route({ method: 'POST', path: '/backups/rescue/again' })
      .output(z.object({ isOpening: z.boolean() }))
      .errors(pick(backupRefusals, 'NOTHING_TO_RESCUE')),
  },
  /** Backups in the likely places, or in a folder that somebody points at: also those of other laptops. */
  find: oc
    .route({ method: 'POST', path: '/backups/find' })
    .input(z.object({ folder: Path.optional() }))
    .output(z.array(BackupFound)),
  /** What a backup says of itself before anything is done with it; `newer`: acts since then that may be done again. */
  look: oc
    .route({ method: 'POST', path: '/backups/look' })
    .input(OneBackup)
    .output(Manifest.extend({ newer: z.number().int() }))
    .errors(opening),
  /**
   * Unpacks a backup, checks it, and makes it ready; then the shop closes and opens again as it was when the backup was made.
   * What stood here is kept in the same folder.
   */
  restore: oc
    .route({ method: 'POST', path: '/backups/restore' })
    /** `password`: the owner's, once there is one. `again`: whether acts that are newer than the backup are done again, from the receipt journal. */
    .input(OneBackup.extend({ again: z.boolean().default(true), password: Secret.optional() }))
    .output(
      eventIterator(
        z.discriminatedUnion('type', [
          z.object({ type: z.literal('progress'), done: z.number().int(), total: z.number().int() }),
          z.object({
            type: z.literal('result'),
            outcome: z.object({
              epoch: z.number().int(),
              backupAt: Instant,
              keptFile: z.string().nullable(),
              replayed: z.number().int(),
            }),
          }),
        ]),
      ),
    )
    .errors({
      ...opening,
      ...pick(backupRefusals, 'RESTORE_NOT_WHOLE', 'BACKUP_NO_ROOM'),
      ...pick(settingsRefusals, 'DATA_NEWER_THAN_APP', 'WORK_UNDER_WAY'),
      ...pick(accessRefusals, 'WRONG_SECRET', 'SIGN_IN_WAITS', 'SIGN_IN_LOCKED'),
    }),
}
