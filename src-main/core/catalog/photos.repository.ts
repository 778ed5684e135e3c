import type { Reader, Tx } from '../database/open.ts'
import type { Photo } from './photo.ts'

export async function savePhoto(tx: Tx, id: string, { mediaType, bytes }: Photo): Promise<void> {
  await tx
    .insertInto('photo')
    .values({ id, media_type: mediaType, bytes })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ media_type: mediaType, bytes }))
    .execute()
}

export async function photoById(reader: Reader, id: string): Promise<Photo | null> {
  const row = await reader.selectFrom('photo').select(['media_type', 'bytes']).where('id', '=', id).executeTakeFirst()
  return row ? { mediaType: row.media_type as Photo['mediaType'], bytes: row.bytes } : null
}
