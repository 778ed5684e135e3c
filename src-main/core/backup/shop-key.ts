import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { sha256 } from '../database/digest.ts'
import type { Doors, Reader } from '../database/open.ts'
import { KEY_WRAPS } from '../database/registers.ts'
import { ALL_SEALED, keepKnownKey, knowKey } from '../database/sealing.ts'
import { recall, remember } from '../settings/settings.repository.ts'
import type { BackupKey, createBackupKeys } from './backup-keys.ts'
import type { KeyWraps } from './key-envelope.ts'

/** Under this name it keeps that its wraps were once found rewritten by somebody else, until another file stands in its place. */
export const WRAPS_REWRITTEN = 'wrapsRewritten'

type Keys = ReturnType<typeof createBackupKeys>

/** What lies beside the shop, for whoever only reads its file, or a copy of it. */
export async function knowKeysBeside(keys: Keys, copy?: string): Promise<void> {
  for (const earlier of await keys.earlier()) knowKey(earlier)
  if (keys.wraps() === null) return
  const current = await openedKey(keys)
  if (!current) return
  knowKey({ key: current.key, keyId: current.wraps.keyId })
  if (copy !== undefined) keepKnownKey(copy, current.wraps.keyId)
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
  const wraps = keys.wraps()
  let told = await recall<KeyWraps>(read, KEY_WRAPS)
  const rightly = await wrapsByTrail(read)
  if (told && rightly !== null && sha256(JSON.stringify(told)) !== rightly) {
    await write([], (tx) => remember(tx, WRAPS_REWRITTEN, true))
    // a stranger's wraps would lock the owner out of a shop whose key lies here as it should
    if (wraps !== null && sha256(JSON.stringify(wraps)) === rightly) told = wraps
  }
  if (told && wraps?.keyId !== told.keyId) {
    // one that grows beside the shop while it is restored
    if (keepKnownKey(raw.name, told.keyId)) return
    keys.expect(told)
  }
  for (const earlier of await keys.earlier()) knowKey(earlier)
  const current = await openedKey(keys)
  sealWith(current && { key: current.key, keyId: current.wraps.keyId })
  if (current === null) await write([], (tx) => remember(tx, ALL_SEALED, false))
  else if (JSON.stringify(await recall(read, KEY_WRAPS)) !== JSON.stringify(current.wraps))
    await write([], (tx) => remember(tx, KEY_WRAPS, current.wraps))
}

/** The fingerprint of the wraps as Lumbung wrote them last; null where the trail does not know. */
async function wrapsByTrail(read: Reader): Promise<string | null> {
  const row = await read
    .selectFrom('trail')
    .select('contents')
    .where('register', '=', 'setting')
    .where('key', '=', KEY_WRAPS)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.contents ? (JSON.parse(row.contents) as { value: string }).value : null
}
