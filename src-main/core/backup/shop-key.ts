import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import type { Doors } from '../database/open.ts'
import { keepKnownKey, knowKey } from '../database/sealing.ts'
import { recall, remember } from '../settings/settings.repository.ts'
import type { BackupKey, createBackupKeys } from './backup-keys.ts'
import type { KeyWraps } from './key-envelope.ts'

/** Under this name the shop itself keeps how its key is wrapped: a file that came without the one beside it is opened by the code, too. */
export const KEY_WRAPS = 'keyWraps'

/** Under this name it keeps by which list of columns (`SEALED_LIST`) everything in it is sealed, once it is. */
export const ALL_SEALED = 'allSealed'

type Keys = ReturnType<typeof createBackupKeys>

/** What lies beside the shop, for whoever only reads its file. */
export async function knowKeysBeside(keys: Keys): Promise<void> {
  for (const earlier of await keys.earlier()) knowKey(earlier)
  if (keys.wraps() === null) return
  const current = await openedKey(keys)
  if (current) knowKey({ key: current.key, keyId: current.wraps.keyId })
}

/** Null where this laptop cannot open it. */
const openedKey = (keys: Keys): Promise<BackupKey | null> =>
  keys.current().catch((problem: unknown) => {
    if (problem instanceof DomainError) return null
    throw problem
  })

/**
 * Gives an opened shop the key that its backups have: what tells of people is sealed with it and opened. Where this laptop cannot open the key
 * the shop is opened all the same; those things stay hidden until the code is typed.
 */
export async function giveKey(
  { raw, read, write, sealWith }: Pick<Doors, 'raw' | 'read' | 'write' | 'sealWith'>,
  keys: Keys,
): Promise<void> {
  const told = await recall<KeyWraps>(read, KEY_WRAPS)
  if (told && keys.wraps()?.keyId !== told.keyId) {
    // one that grows beside the shop while it is restored
    if (keepKnownKey(raw.name, told.keyId)) return
    keys.expect(told)
  }
  for (const earlier of await keys.earlier()) knowKey(earlier)
  const current = await openedKey(keys)
  sealWith(current && { key: current.key, keyId: current.wraps.keyId })
  if (current === null) await write([], (tx) => remember(tx, ALL_SEALED, false))
  else if (JSON.stringify(told) !== JSON.stringify(current.wraps))
    await write([], (tx) => remember(tx, KEY_WRAPS, current.wraps))
}
