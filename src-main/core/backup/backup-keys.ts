import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { CODE_BYTES, readCode, writtenCode } from '../../../src-shared/backup/recovery-code.ts'
import { Instant } from '../../../src-shared/kernel/business-day.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Secrets } from '../outside.ts'
import { type BackupHead, headOf } from './backup-file.ts'
import { keepJson, keptJson } from './kept-file.ts'
import { KeyWraps, newDataKey, unwrapByCode, unwrapByPassphrase, wrapByCode, wrapByPassphrase } from './key-envelope.ts'

/** What lies beside the shop: the wraps as every backup carries them, and key and code sealed for this laptop; null where it has no seal yet. */
const Kept = z.object({ wraps: KeyWraps, sealed: z.string().nullable(), codeConfirmedAt: Instant.nullable() })
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

/** Where the keys of the shop in this file lie. */
export const keyFileOf = (file: string): string => join(dirname(file), `${basename(file, '.sqlite')}.kunci.json`)

interface KeysNeeds {
  /** Beside the shop: `lumbung.kunci.json`. */
  file: string
  secrets: Secrets
}

/**
 * The data key of a shop's backups on this laptop. It is made with the first backup, so that none waits for a person; that its
 * recovery code is on paper is known once two groups of it were typed back.
 */
export function createBackupKeys({ file, secrets }: KeysNeeds) {
  let known: BackupKey | null = null

  const keep = async ({ key, wraps, code }: BackupKey, codeConfirmedAt: Instant | null): Promise<BackupKey> => {
    const sealed = await secrets.seal(JSON.stringify({ key: key.toString('base64'), code }))
    keepJson(file, { wraps, sealed, codeConfirmedAt } satisfies z.infer<typeof Kept>)
    known = { key, wraps, code }
    return known
  }

  const current = async (): Promise<BackupKey> => {
    if (known) return known
    const kept = keptJson(file, Kept)
    if (!kept) return keep(withNewCode(newDataKey()), null)
    try {
      if (kept.sealed === null) throw new DomainError('BACKUP_KEY_LOCKED')
      const { key, code } = Sealed.parse(JSON.parse(await secrets.open(kept.sealed)))
      known = { key: Buffer.from(key, 'base64'), wraps: kept.wraps, code }
      return known
    } catch {
      throw new DomainError('BACKUP_KEY_LOCKED')
    }
  }

  /** @throws BACKUP_NOT_OURS, BACKUP_DAMAGED, RECOVERY_CODE_NEEDED, RECOVERY_CODE_MISTYPED, RECOVERY_CODE_DIFFERS, PASSPHRASE_DIFFERS */
  const keyFor = async (backup: string, { code, passphrase }: Opener): Promise<Buffer> => {
    const { wraps } = headOf(backup)
    if (code) return openedByCode(wraps, code)
    if (passphrase) {
      const key = await unwrapByPassphrase(wraps, passphrase)
      if (!key) throw new DomainError('PASSPHRASE_DIFFERS')
      return key
    }
    const ours = keptJson(file, Kept) && (await current().catch(() => null))
    if (!ours || ours.wraps.keyId !== wraps.keyId) throw new DomainError('RECOVERY_CODE_NEEDED')
    return ours.key
  }

  /** The key of a shop that stood here before still opens what was kept of it. */
  const putAside = (): void => {
    const kept = keptJson(file, Kept)
    if (kept) renameSync(file, `${file.slice(0, -'.json'.length)}.${kept.wraps.keyId}.json`)
    known = null
  }

  return {
    current,
    keyFor,
    /** Null where no key lies beside the shop. */
    wraps: (): KeyWraps | null => keptJson(file, Kept)?.wraps ?? null,

    /** The shop that came to lie here was sealed with another key: until its code is typed it stays locked. */
    expect(wraps: KeyWraps): void {
      putAside()
      keepJson(file, { wraps, sealed: null, codeConfirmedAt: null } satisfies z.infer<typeof Kept>)
    },

    /** Keys of shops that stood here before, as far as this laptop can open them. */
    async earlier(): Promise<{ key: Buffer; keyId: string }[]> {
      const stem = `${basename(file, '.json')}.`
      const keys: { key: Buffer; keyId: string }[] = []
      for (const name of existsSync(dirname(file)) ? readdirSync(dirname(file)) : []) {
        const kept = name.startsWith(stem) && name !== basename(file) && keptJson(join(dirname(file), name), Kept)
        if (!kept || kept.sealed === null) continue
        const opened = await secrets.open(kept.sealed).catch(() => null)
        if (opened === null) continue
        keys.push({ key: Buffer.from(Sealed.parse(JSON.parse(opened)).key, 'base64'), keyId: kept.wraps.keyId })
      }
      return keys
    },

    codeConfirmedAt: (): Instant | null => keptJson(file, Kept)?.codeConfirmedAt ?? null,
    /** Whether this opens the key that lies beside the shop; also where the laptop itself cannot any more. */
    isCode(typed: string): boolean {
      const code = readCode(typed)
      const kept = keptJson(file, Kept)
      return code !== null && kept !== null && unwrapByCode(kept.wraps, code) !== null
    },
    hasPassphrase: (): boolean => Boolean(keptJson(file, Kept)?.wraps.byPassphrase),
    confirmed: async (at: Instant): Promise<void> => void (await keep(await current(), at)),

    /** The laptop's key store forgot us: the code opens what lies beside the shop, and it is sealed anew. */
    async unlock(typed: string): Promise<void> {
      const kept = keptJson(file, Kept)
      if (!kept) return void (await current())
      const key = openedByCode(kept.wraps, typed)
      await keep({ key, wraps: kept.wraps, code: writtenCode(readCode(typed)!) }, kept.codeConfirmedAt)
    },

    /** With null it is taken off: of the backups that come. */
    async setPassphrase(passphrase: string | null): Promise<void> {
      const { key, wraps, code } = await current()
      const byPassphrase = passphrase === null ? null : await wrapByPassphrase(key, wraps.keyId, passphrase)
      await keep({ key, code, wraps: { ...wraps, byPassphrase } }, keptJson(file, Kept)?.codeConfirmedAt ?? null)
    },

    /**
     * After a restore on another laptop: the shop keeps the key and the code that its owner has on paper. Opened by the
     * passphrase alone the code is not known here; then a new one is made, to be printed.
     */
    async adopt({ wraps }: BackupHead, key: Buffer, { code }: Opener, at: Instant): Promise<void> {
      if (keptJson(file, Kept)?.wraps.keyId === wraps.keyId) return
      putAside()
      if (code) await keep({ key, wraps, code: writtenCode(readCode(code)!) }, at)
      else await keep(withNewCode({ key, keyId: wraps.keyId, byPassphrase: wraps.byPassphrase }), null)
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
