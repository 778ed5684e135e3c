import type { z } from 'zod'

/**
 * What was sent without the empty lists that stand where an object belongs, as PHP writes one that has nothing in it; null when
 * none does. One that stands for the whole body is an empty object.
 */
export function withoutEmptyLists(sent: unknown, error: z.ZodError): { value: unknown } | null {
  const paths = error.issues
    .filter((issue) => issue.code === 'invalid_type' && issue.expected === 'object')
    .map((issue) => issue.path)
    .filter((path) => isEmptyList(path.reduce<unknown>(partOf, sent)))
  if (paths.length === 0) return null
  if (paths.some((path) => path.length === 0)) return { value: {} }
  const value: unknown = structuredClone(sent)
  for (const path of paths) {
    const holder = path.slice(0, -1).reduce<unknown>(partOf, value) as Record<PropertyKey, unknown>
    delete holder[path.at(-1)!]
  }
  return { value }
}

const partOf = (value: unknown, name: PropertyKey) => (value as Record<PropertyKey, unknown> | undefined)?.[name]
const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0
