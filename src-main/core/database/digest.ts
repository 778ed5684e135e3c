import { createHash } from 'node:crypto'

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('base64url')

/** One hash of plain contents, however a client ordered their fields. */
export const digestOf = (contents: unknown): string => sha256(JSON.stringify(inOrder(contents)))

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  fields.sort(([a], [b]) => (a < b ? -1 : 1))
  return { fields: fields.map(([name, field]) => [name, inOrder(field)]) }
}
