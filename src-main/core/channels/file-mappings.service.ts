import { type FileLook, type MappingTrial, SharedMapping } from '../../../src-shared/channels/file-look.ts'
import { type FileMapping, type KnownMapping, mappingFlaws } from '../../../src-shared/channels/file-mapping.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { DomainError } from '../../../src-shared/kernel/refusal.ts'
import { handedFile } from '../handed-file.ts'
import type { Outside, Scheduler } from '../outside.ts'
import type { RoomNeeds } from '../room-needs.ts'
import { settingsOf } from '../settings/settings.repository.ts'
import { bytesOf, tooComplex } from '../spreadsheet/refuse.ts'
import { knownMappings, removeMapping, saveMapping } from './file-mappings.repository.ts'
import { makingOf } from './files/making.ts'

interface Needs extends RoomNeeds {
  outside: Outside
}

interface Place {
  fileId: string
  sheet: number
  headingRow: number
}

/** No mapping is near: a thousand headings of two hundred letters. */
const MOST_SHARED_BYTES = 200_000

export const createFileMappings = ({ read, write, now, outside }: Needs) => {
  const unknown = createUnknownFiles(outside.scheduler)

  /** @throws UNKNOWN_FILE_GONE */
  const waiting = (fileId: string): UnknownFile => {
    const file = unknown.get(fileId)
    if (!file) throw new DomainError('UNKNOWN_FILE_GONE', { fileId })
    return file
  }

  const looked = async (
    fileId: string,
    place: { sheet?: number; headingRow?: number | undefined },
  ): Promise<FileLook> => {
    const { name, bytes } = waiting(fileId)
    const look = await outside.doApart('look at file', { name, bytes, ...place }).catch(tooComplex(name))
    return { fileId, fileName: name, kilobytes: Math.ceil(bytes.length / 1024), ...look }
  }

  const remember = (mapping: FileMapping): Promise<KnownMapping> =>
    write(['channels'], async (tx) => {
      const id = newId(now())
      await saveMapping(tx, id, mapping, now())
      return (await knownMappings(tx)).find((known) => known.id === id)!
    })

  return {
    async look({ file, modifiedAt }: { file: File; modifiedAt: Instant | null }): Promise<FileLook> {
      const fileId = newId(now())
      unknown.add(fileId, { name: file.name, bytes: await bytesOf(file), modifiedAt: makingOf(modifiedAt, now()) })
      return looked(fileId, {})
    },

    lookAgain: ({ fileId, sheet, headingRow }: Omit<Place, 'headingRow'> & { headingRow?: number | undefined }) =>
      looked(fileId, { sheet, headingRow }),

    async try({ fileId, ...asked }: Place & { mapping: FileMapping }): Promise<MappingTrial> {
      const { name, bytes, modifiedAt } = waiting(fileId)
      requireSound(asked.mapping)
      const { zone } = await settingsOf(read)
      return outside.doApart('try mapping', { name, bytes, modifiedAt, zone, ...asked }).catch(tooComplex(name))
    },

    list: () => knownMappings(read),
    async save(mapping: FileMapping): Promise<KnownMapping> {
      requireSound(mapping)
      return remember(mapping)
    },

    remove: (id: string) =>
      write(['channels'], async (tx) => {
        if (!(await removeMapping(tx, id, now()))) throw new DomainError('MAPPING_NOT_FOUND', { id })
        return { id }
      }),

    async share(id: string): Promise<File> {
      const known = (await knownMappings(read)).find((each) => each.id === id)
      if (!known) throw new DomainError('MAPPING_NOT_FOUND', { id })
      const shared = { lumbung: 'susunan berkas', version: 1, mapping: known.mapping }
      const name = known.mapping.name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'berkas'
      return handedFile(
        `susunan-${name.toLowerCase()}.json`,
        'application/json',
        Buffer.from(JSON.stringify(shared, null, 2), 'utf8'),
      )
    },

    async takeIn(file: File): Promise<KnownMapping> {
      return remember(await sharedMapping(file))
    },
  }
}
export type FileMappingsService = ReturnType<typeof createFileMappings>

/** @throws MAPPING_UNSOUND */
function requireSound(mapping: FileMapping): void {
  const [flaw] = mappingFlaws(mapping)
  if (flaw) throw new DomainError('MAPPING_UNSOUND', flaw)
}

/** A file from another shop is hostile until it is shown to be a mapping in every part. @throws NOT_A_SHARED_MAPPING */
async function sharedMapping(file: File): Promise<FileMapping> {
  const no = (why: 'size' | 'text' | 'contents') => new DomainError('NOT_A_SHARED_MAPPING', { name: file.name, why })
  if (file.size > MOST_SHARED_BYTES) throw no('size')
  let contents: unknown
  try {
    contents = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()))
  } catch {
    throw no('text')
  }
  if (typeof contents !== 'object' || contents === null || !('lumbung' in contents)) throw no('text')
  const parsed = SharedMapping.safeParse(contents)
  if (!parsed.success) throw no('contents')
  return parsed.data.mapping
}

interface UnknownFile {
  name: string
  bytes: Uint8Array
  modifiedAt: Instant | null
}

const LIFETIME_MS = 30 * 60_000
const AT_MOST = 2

/** Files that wait for somebody to say what they are: the newest two, each for half an hour, in memory only. */
function createUnknownFiles(scheduler: Scheduler) {
  const waiting = new Map<string, { file: UnknownFile; expiry: { callOff(): void } }>()
  const remove = (id: string) => {
    waiting.get(id)?.expiry.callOff()
    waiting.delete(id)
  }
  return {
    add(id: string, file: UnknownFile) {
      waiting.set(id, { file, expiry: scheduler.after(LIFETIME_MS, () => remove(id)) })
      for (const older of [...waiting.keys()].slice(0, -AT_MOST)) remove(older)
    },
    get: (id: string): UnknownFile | undefined => waiting.get(id)?.file,
  }
}
