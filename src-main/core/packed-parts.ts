import { promisify } from 'node:util'
import { deserialize, serialize } from 'node:v8'
import { deflateRawSync, inflateRaw } from 'node:zlib'
import { breathe } from './database/open.ts'

const unpack = promisify(inflateRaw)

/** Small enough that unpacking one part holds nobody up, large enough to pack well. */
const AT_ONCE = 500

/** Many records as a few bytes: they wait and travel in a tenth of the room that objects take. */
export function packParts(records: readonly unknown[]): Uint8Array[] {
  const parts: Uint8Array[] = []
  for (let start = 0; start < records.length; start += AT_ONCE)
    parts.push(deflateRawSync(serialize(records.slice(start, start + AT_ONCE)), { level: 1 }))
  return parts
}

/** The same, and lets go of the records as they are packed: of 50,000 orders both would be hundreds of megabytes. The array is empty then. */
export function packAway(records: unknown[]): Uint8Array[] {
  const parts: Uint8Array[] = []
  while (records.length > 0) parts.push(...packParts(records.splice(0, AT_ONCE)))
  return parts
}

/** The records again, some at a time; others have their turn in between. */
export async function* unpackParts<Item>(parts: readonly Uint8Array[]): AsyncGenerator<Item[]> {
  for (const part of parts) {
    yield deserialize(await unpack(part)) as Item[]
    await breathe()
  }
}

export async function allOf<Item>(parts: readonly Uint8Array[]): Promise<Item[]> {
  const records: Item[] = []
  for await (const some of unpackParts<Item>(parts)) records.push(...some)
  return records
}
