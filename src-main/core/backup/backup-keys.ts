import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { CODE_BYTES, readCode, writtenCode } from '../../../src-shared/backup/recovery-code.ts'
import { Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { OpenedKeys, Secrets, ShopSecrets } from '../outside.ts'
import { type BackupHead, headOf } from './backup-file.ts'
import { keepJson, keptJson } from './kept-file.ts'
import {
  derivedKey,
  KeyWraps,
  newDataKey,
  openText,
  sealText,
  unwrapByCode,
  unwrapByPassphrase,
  wrapByCode,
  wrapByPassphrase,
} from './key-envelope.ts'
import { passphraseTries } from './passphrase-tries.ts'

/** What lies beside the shop: the wraps as every backup carries them, and key and code sealed for this laptop; null where it has no seal yet. */
const Kept = z.object({
  wraps: KeyWraps,
  sealed: z.string().nullable(),
  codeConfirmedAt: Instant.nullable(),
  /** The passphrase is asked when the shop is opened: then `sealed` is null, and the code is sealed under the key itself. */
  atStart: z.object({ code: z.string() }).nullable().default(null),
})
type Kept = z.infer<typeof Kept>
const Sealed = z.object({ key: z.string(), code: z.string() })

/** The key of this shop's backups, opened. */
export interface BackupKey {
  key: Buffer
  wraps: KeyWraps
  /** As it is printed. */
  code: string
}

/** How a backup of another laptop is opened. */
export interface Opener {
  code?: string | undefined
  passphrase?: string | undefined
}

interface KeysNeeds {
  /** Beside the shop: `lumbung.kunci.json`. */
  file: string
  /** Those of the laptop. */
  secrets: Secrets
  openedKeys?: OpenedKeys
  now?: () => Instant
}

/** What the owner chooses about the passphrase. */
export interface PassphraseChoice {
  /** Null takes it off. */
  passphrase: string | null
  /** Whether it is asked each time the shop is opened. */
  atStart?: boolean
  /** The one that is asked until now, or the recovery code. */
  current?: string | undefined
}

/** Stands before what only the data key opens, besides the laptop. */
const UNDER_KEY = 'kunci:'
const NO_SALT = Buffer.alloc(0)
const keyForSecrets = (key: Uint8Array): Buffer => derivedKey(key, NO_SALT, 'secrets of the laptop')

/**
 * The data key of a shop's backups on this laptop. It is made with the first backup, so that none waits for a person; that its
 * recovery code is on paper is known once two groups of it were typed back.
 */
export function createBackupKeys({ file, secrets: laptop, openedKeys = new Map(), now = Date.now }: KeysNeeds) {
  let known: BackupKey | null = null
  const tries = passphraseTries(`${file.slice(0, -'.json'.length)}-salah.json`, now)

  /** The passphrase that is asked at the start of the shop that lies here; null where none is. */
  const keptAtStart = (): (Kept & { atStart: NonNullable<Kept['atStart']> }) | null => {
    const kept = keptJson(file, Kept)
    return kept?.atStart ? { ...kept, atStart: kept.atStart } : null
  }
  const isAskedAtStart = (): boolean => keptAtStart() !== null

  /** With the passphrase asked at start the laptop gets nothing that opens the key. */
  const keep = async (
    { key, wraps, code }: BackupKey,
    codeConfirmedAt: Instant | null,
    isAsked: boolean,
  ): Promise<BackupKey> => {
    const sealed = isAsked ? null : await laptop.seal(JSON.stringify({ key: key.toString('base64'), code }))
    const atStart = isAsked ? { code: sealText(code, keyForSecrets(key)) } : null
    keepJson(file, { wraps, sealed, codeConfirmedAt, atStart } satisfies Kept)
    if (isAsked) openedKeys.set(wraps.keyId, key)
    known = { key, wraps, code }
    return known
  }

  const current = async (): Promise<BackupKey> => {
    if (known) return known
    const kept = keptJson(file, Kept)
    if (!kept) return keep(withNewCode(newDataKey()), null, false)
    try {
      if (kept.atStart) {
        const given = openedKeys.get(kept.wraps.keyId)
        if (!given) throw new DomainError('BACKUP_KEY_LOCKED')
        const key = Buffer.from(given)
        known = { key, wraps: kept.wraps, code: openText(kept.atStart.code, keyForSecrets(key)) }
        return known
      }
      if (kept.sealed === null) throw new DomainError('BACKUP_KEY_LOCKED')
      const { key, code } = Sealed.parse(JSON.parse(await laptop.open(kept.sealed)))
      known = { key: Buffer.from(key, 'base64'), wraps: kept.wraps, code }
      return known
    } catch {
      throw new DomainError('BACKUP_KEY_LOCKED')
    }
  }

  /** What tokens and keys are sealed with here: by the laptop, and where the passphrase is asked at start under the data key, too. */
  const secrets: ShopSecrets = {
    protection: () => laptop.protection(),
    async seal(text) {
      if (!isAskedAtStart()) return laptop.seal(text)
      const { key } = await current()
      return `${UNDER_KEY}${await laptop.seal(sealText(text, keyForSecrets(key)))}`
    },
    async open(sealed) {
      if (!sealed.startsWith(UNDER_KEY)) return laptop.open(sealed)
      const { key } = await current()
      return openText(await laptop.open(sealed.slice(UNDER_KEY.length)), keyForSecrets(key))
    },
    isUpToDate: (sealed) => sealed.startsWith(UNDER_KEY) === isAskedAtStart(),
  }

  /** @throws PASSPHRASE_WAITS, PASSPHRASE_DIFFERS */
  const openedByPassphrase = async (wraps: KeyWraps, passphrase: string): Promise<Buffer> => {
    // of another shop's backup no try is counted: nobody waits at a screen for it
    const isOurs = keptJson(file, Kept)?.wraps.keyId === wraps.keyId
    if (isOurs) tries.count()
    const key = await unwrapByPassphrase(wraps, passphrase)
    if (!key) throw new DomainError('PASSPHRASE_DIFFERS')
    if (isOurs) tries.forget()
    return key
  }

  /** @throws BACKUP_NOT_OURS, BACKUP_DAMAGED, RECOVERY_CODE_NEEDED, RECOVERY_CODE_MISTYPED, RECOVERY_CODE_DIFFERS, PASSPHRASE_DIFFERS, PASSPHRASE_WAITS */
  const keyFor = async (backup: string, { code, passphrase }: Opener): Promise<Buffer> => {
    const { wraps } = headOf(backup)
    if (code) return openedByCode(wraps, code)
    if (passphrase) return openedByPassphrase(wraps, passphrase)
    const ours = keptJson(file, Kept) && (await current().catch(() => null))
    if (!ours || ours.wraps.keyId !== wraps.keyId) throw new DomainError('RECOVERY_CODE_NEEDED')
    return ours.key
  }

  /** Whoever changes what is asked at the start knows it, or has the paper. */
  const requireAskedOne = async (wraps: KeyWraps, typed: string): Promise<void> => {
    const code = readCode(typed)
    if (code === null || unwrapByCode(wraps, code) === null) await openedByPassphrase(wraps, typed)
  }

  /** The key of a shop that stood here before still opens what was kept of it. */
  const putAside = (): void => {
    const kept = keptJson(file, Kept)
    if (kept) renameSync(file, `${file.slice(0, -'.json'.length)}.${kept.wraps.keyId}.json`)
    known = null
  }

  /** Files with the keys of shops that stood here before. */
  const earlierFiles = (): string[] => {
    const [folder, stem] = [dirname(file), `${basename(file, '.json')}.`]
    const names = existsSync(folder) ? readdirSync(folder) : []
    return names.filter((name) => name.startsWith(stem) && name !== basename(file)).map((name) => join(folder, name))
  }

  return {
    current,
    keyFor,
    secrets,
    isAskedAtStart,

    /** Whether somebody has to open the key before the shop is opened. */
    isWaiting(): boolean {
      const kept = keptAtStart()
      return kept !== null && openedKeys.get(kept.wraps.keyId) === undefined
    },

    /**
     * Opens the key for as long as the program runs; of a shop that asks nothing, does nothing.
     * @throws PASSPHRASE_WAITS, PASSPHRASE_DIFFERS, RECOVERY_CODE_MISTYPED, RECOVERY_CODE_DIFFERS
     */
    async open({ code, passphrase = '' }: Opener): Promise<void> {
      const kept = keptAtStart()
      if (!kept) return
      const key = code ? openedByCode(kept.wraps, code) : await openedByPassphrase(kept.wraps, passphrase)
      // who has the paper guesses nothing
      tries.forget()
      openedKeys.set(kept.wraps.keyId, key)
    },

    /** Null where no key lies beside the shop. */
    wraps: (): KeyWraps | null => keptJson(file, Kept)?.wraps ?? null,

    /** The shop that came to lie here was sealed with another key: until its code is typed it stays locked. */
    expect(wraps: KeyWraps): void {
      putAside()
      keepJson(file, { wraps, sealed: null, codeConfirmedAt: null, atStart: null } satisfies Kept)
    },

    /** Keys of shops that stood here before, as far as this laptop can open them. */
    async earlier(): Promise<{ key: Buffer; keyId: string }[]> {
      const keys: { key: Buffer; keyId: string }[] = []
      for (const each of earlierFiles()) {
        const kept = keptJson(each, Kept)
        if (!kept || kept.sealed === null) continue
        const opened = await secrets.open(kept.sealed).catch(() => null)
        if (opened === null) continue
        keys.push({ key: Buffer.from(Sealed.parse(JSON.parse(opened)).key, 'base64'), keyId: kept.wraps.keyId })
      }
      return keys
    },

    /** Keys of earlier shops are sealed as the owner wishes it now; those that cannot be opened stay as they are. */
    async sealEarlierAgain(): Promise<void> {
      for (const each of earlierFiles()) {
        const kept = keptJson(each, Kept)
        if (!kept || kept.sealed === null || secrets.isUpToDate(kept.sealed)) continue
        const opened = await secrets.open(kept.sealed).catch(() => null)
        if (opened !== null) keepJson(each, { ...kept, sealed: await secrets.seal(opened) } satisfies Kept)
      }
    },

    codeConfirmedAt: (): Instant | null => keptJson(file, Kept)?.codeConfirmedAt ?? null,
    /** Whether this opens the key that lies beside the shop; also where the laptop itself cannot any more. */
    isCode(typed: string): boolean {
      const code = readCode(typed)
      const kept = keptJson(file, Kept)
      return code !== null && kept !== null && unwrapByCode(kept.wraps, code) !== null
    },
    hasPassphrase: (): boolean => Boolean(keptJson(file, Kept)?.wraps.byPassphrase),
    confirmed: async (at: Instant): Promise<void> => void (await keep(await current(), at, isAskedAtStart())),

    /** The laptop's key store forgot us: the code opens what lies beside the shop, and it is sealed anew. */
    async unlock(typed: string): Promise<void> {
      const kept = keptJson(file, Kept)
      if (!kept) return void (await current())
      const key = openedByCode(kept.wraps, typed)
      await keep(
        { key, wraps: kept.wraps, code: writtenCode(readCode(typed)!) },
        kept.codeConfirmedAt,
        kept.atStart !== null,
      )
    },

    /**
     * Of the backups that come; and from the next start on, where it is asked then.
     * @throws CODE_NOT_ON_PAPER, PASSPHRASE_WAITS, PASSPHRASE_DIFFERS
     */
    async setPassphrase({ passphrase, atStart = false, current: typed = '' }: PassphraseChoice): Promise<void> {
      const { key, wraps, code } = await current()
      const kept = keptJson(file, Kept)
      if (kept?.atStart) await requireAskedOne(kept.wraps, typed)
      const isAsked = atStart && passphrase !== null
      // forgotten without the paper it would close the shop for good
      const codeConfirmedAt = kept?.codeConfirmedAt ?? null
      if (isAsked && codeConfirmedAt === null) throw new DomainError('CODE_NOT_ON_PAPER')
      const byPassphrase = passphrase === null ? null : await wrapByPassphrase(key, wraps.keyId, passphrase)
      const next = { ...wraps, byPassphrase }
      // proven before the laptop's own way in is taken away
      if (isAsked && !(await unwrapByPassphrase(next, passphrase))?.equals(key))
        throw new Error('the wrap does not open again')
      await keep({ key, code, wraps: next }, codeConfirmedAt, isAsked)
    },

    /**
     * After a restore on another laptop: the shop keeps the key and the code that its owner has on paper. Opened by the
     * passphrase alone the code is not known here; then a new one is made, to be printed.
     */
    async adopt({ wraps }: BackupHead, key: Buffer, { code }: Opener, at: Instant): Promise<void> {
      if (keptJson(file, Kept)?.wraps.keyId === wraps.keyId) return
      putAside()
      if (code) await keep({ key, wraps, code: writtenCode(readCode(code)!) }, at, false)
      else await keep(withNewCode({ key, keyId: wraps.keyId, byPassphrase: wraps.byPassphrase }), null, false)
    },
  }
}

function openedByCode(wraps: KeyWraps, typed: string): Buffer {
  const code = readCode(typed)
  if (!code) throw new DomainError('RECOVERY_CODE_MISTYPED')
  const key = unwrapByCode(wraps, code)
  if (!key) throw new DomainError('RECOVERY_CODE_DIFFERS')
  return key
}

function withNewCode({
  key,
  keyId,
  byPassphrase = null,
}: {
  key: Buffer
  keyId: string
  byPassphrase?: KeyWraps['byPassphrase']
}): BackupKey {
  const code = randomBytes(CODE_BYTES)
  return { key, code: writtenCode(code), wraps: { keyId, byCode: wrapByCode(key, keyId, code), byPassphrase } }
}
