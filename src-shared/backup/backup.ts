import { z } from 'zod'
import { Instant } from '../kernel/business-day.ts'
import { Heads } from './heads.ts'

/** Why a backup was made. */
export const BackupReason = z.enum(['change', 'day end', 'by hand', 'import', 'migration', 'restore', 'update'])
export type BackupReason = z.infer<typeof BackupReason>

/** What a backup says of the shop inside it; sealed with it, and read before anything of it is unpacked. */
export const Manifest = z.object({
  format: z.literal(1),
  id: z.uuid(),
  at: Instant,
  reason: BackupReason,
  businessName: z.string(),
  appVersion: z.string(),
  /** Of the data: SQLite's `user_version`. */
  schemaVersion: z.number().int(),
  /** How often the shop was restored before. */
  epoch: z.number().int(),
  /** The last act that this backup knows, as `act.seq`. */
  lastAct: z.number().int(),
  counts: z.object({ orders: z.number().int(), entries: z.number().int(), movements: z.number().int() }),
  /** The hash of the newest entry of the journal; empty without one. */
  chainHead: z.string(),
  /** The newest row of each chain; older backups tell of the journal alone. */
  heads: Heads.optional(),
  /** What the shop's figures come to: `endStateDigest`. */
  digest: z.string(),
  /** Checks that found a difference when the copy was verified; none in a sound shop. */
  faults: z.array(z.string()),
  /** Size and SHA-256 (base64url) of the database file. */
  bytes: z.number().int(),
  sha256: z.string(),
})
export type Manifest = z.infer<typeof Manifest>

/** Beside the shop, or where its owner wants a second one. */
export const BackupPlace = z.enum(['here', 'second'])
export type BackupPlace = z.infer<typeof BackupPlace>

/** One backup as a list shows it. */
export const BackupShown = z.object({
  /** The file's name: moment, key and reason stand in it. */
  name: z.string(),
  at: Instant,
  reason: BackupReason,
  bytes: z.number().int(),
  places: z.array(BackupPlace).min(1),
})
export type BackupShown = z.infer<typeof BackupShown>

/** A backup somewhere, perhaps of another laptop. */
export const BackupFound = z.object({ file: z.string(), at: Instant, bytes: z.number().int(), isOurs: z.boolean() })
export type BackupFound = z.infer<typeof BackupFound>

export const LikelyPlace = z.object({ kind: z.enum(['disk', 'cloud', 'folder']), name: z.string(), folder: z.string() })
export type LikelyPlace = z.infer<typeof LikelyPlace>

export const BackupStatus = z.object({
  /** Whether backups are made by themselves: not in Toko Latihan. */
  isAutomatic: z.boolean(),
  /** The cloud service in whose folder the shop itself lies, where a file in use is copied and replaced; null: in none. */
  syncedBy: z.string().nullable(),
  /** Where the first copies lie. */
  folder: z.string(),
  /** The newest whole backup beside the shop. */
  last: z.object({ at: Instant, bytes: z.number().int() }).nullable(),
  /** Null: no second place was chosen. */
  second: z
    .object({
      folder: z.string(),
      /** The newest backup that got there; null before the first. */
      lastAt: Instant.nullable(),
      /** Since when it could not be reached; null while it can. */
      awaySince: Instant.nullable(),
      /** It lies on the same disk as the shop, which a lost laptop takes along. */
      isSameDisk: z.boolean(),
    })
    .nullable(),
  /** When the recovery code was last typed back; null: it is not known to be on paper. */
  codeConfirmedAt: Instant.nullable(),
  hasPassphrase: z.boolean(),
  /** The passphrase is asked each time the shop is opened, and this laptop alone opens nothing. */
  isAskedAtStart: z.boolean(),
  /** Who keeps the shop's key on this laptop: the system's key store for this user, or only a file of this user's. */
  keyKeeper: z.enum(['keychain', 'file']),
  /** This laptop cannot open the key: the recovery code does. */
  isKeyLocked: z.boolean(),
  /** When the newest backup was last restored to a scratch place and verified. */
  tested: z.object({ at: Instant, ok: z.boolean(), of: Instant }).nullable(),
  /** Why the last attempt came to nothing; null when it went well. */
  problem: z.object({ at: Instant, code: z.string(), sentence: z.string() }).nullable(),
  isUnderWay: z.boolean(),
  /** Something was recorded since the last backup. */
  isBehind: z.boolean(),
  /** Where a log lies that was found beside the file and was not its own: the file had been put there by hand. */
  strangeLog: z.string().nullable(),
  /** The last restore; null in a shop that never was. */
  restored: z
    .object({
      epoch: z.number().int(),
      at: Instant,
      backupAt: Instant,
      keptFile: z.string().nullable(),
      replayed: z.number().int(),
      notReplayed: z.number().int(),
    })
    .nullable(),
})
export type BackupStatus = z.infer<typeof BackupStatus>
