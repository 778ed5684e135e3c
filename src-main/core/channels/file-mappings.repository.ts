import { type FileMapping, type KnownMapping, SoundMapping } from '../../../src-shared/channels/file-mapping.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { actorNow } from '../database/actor.ts'
import type { Reader, Tx } from '../database/open.ts'
import { fingerprintOf } from './files/mapped/headings.ts'
import type { TaughtMapping } from './files/mapped/mapped-kinds.ts'

/** The layouts that are known now, the newest first. */
export async function knownMappings(reader: Reader): Promise<KnownMapping[]> {
  const rows = await reader
    .selectFrom('file_mapping')
    .select((eb) => [
      'id',
      'at',
      'actor',
      'body',
      eb
        .selectFrom('import_run')
        .innerJoin('file_mapping as any_version', 'any_version.id', 'import_run.mapping_id')
        .select(({ fn }) => fn.countAll<number>().as('files'))
        .whereRef('any_version.fingerprint', '=', 'file_mapping.fingerprint')
        .where('import_run.withdrawn_at', 'is', null)
        .as('files'),
    ])
    .where('removed_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id, at, actor, body, files }) => ({
    id,
    at,
    actor,
    mapping: SoundMapping.parse(JSON.parse(body)),
    files: files ?? 0,
  }))
}

/** The mapping that a run was read by, as it was then, be it replaced since: what was read by it is read by it again. */
export async function taughtBy(reader: Reader, id: string | null): Promise<TaughtMapping[]> {
  if (id === null) return []
  const rows = await reader.selectFrom('file_mapping').select('body').where('id', '=', id).execute()
  return rows.map(({ body }) => ({ id, mapping: SoundMapping.parse(JSON.parse(body)) }))
}

/** Remembers a layout; one with the same headings gives way and stays for the files that were read by it. */
export async function saveMapping(tx: Tx, id: string, mapping: FileMapping, now: Instant): Promise<void> {
  const fingerprint = fingerprintOf(mapping.headings)
  await tx
    .updateTable('file_mapping')
    .set({ removed_at: now })
    .where('fingerprint', '=', fingerprint)
    .where('removed_at', 'is', null)
    .execute()
  await tx
    .insertInto('file_mapping')
    .values({ id, fingerprint, body: JSON.stringify(mapping), at: now, removed_at: null, actor: actorNow().id })
    .execute()
}

/** @returns false when it is not there any more. */
export async function removeMapping(tx: Tx, id: string, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('file_mapping')
    .set({ removed_at: now })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
