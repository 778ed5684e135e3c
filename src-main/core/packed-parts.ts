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
