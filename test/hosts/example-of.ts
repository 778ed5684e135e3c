import fc from 'fast-check'

/** The part of JSON Schema that zod writes. */
export interface Schema {
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  examples?: unknown[]
  default?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  format?: string
  contentEncoding?: string
  contentMediaType?: string
  minimum?: number
  exclusiveMinimum?: number
  maximum?: number
}

/**
 * A value that a schema allows, made from the schema alone, as somebody would who has nothing else to go by.
 * @param whole with every optional part, or with none.
 */
export function exampleOf(schema: Schema, whole: boolean): unknown {
  if (schema.examples?.length) return schema.examples[0]
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.contentMediaType) return new File(['contoh'], 'contoh')
  const [choice] = schema.anyOf ?? schema.oneOf ?? []
  if (choice) return exampleOf(choice, whole)
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  switch (type) {
    case 'object': {
      const isAsked = (name: string) => whole || schema.required?.includes(name)
      const parts = Object.entries(schema.properties ?? {}).filter(([name]) => isAsked(name))
      return Object.fromEntries(parts.map(([name, part]) => [name, exampleOf(part, whole)]))
    }
    case 'array':
      return Array.from({ length: Math.max(schema.minItems ?? 0, whole ? 1 : 0) }, () =>
        exampleOf(schema.items!, whole),
      )
    case 'string':
      return textOf(schema)
    case 'integer':
    case 'number': {
      const lowest = schema.minimum ?? (schema.exclusiveMinimum ?? -1) + 1
      return Math.min(Math.max(lowest, 1), schema.maximum ?? 1)
    }
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      throw new Error(`no example of ${JSON.stringify(schema)}`)
  }
}

function textOf({ format, pattern, contentEncoding, minLength = 0, maxLength = 100 }: Schema): string {
  if (format === 'uuid') return '01900000-0000-7000-8000-000000000001'
  if (contentEncoding === 'base64') return 'aGFsbw=='
  if (pattern) {
    const [text] = fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 1, seed: 1 })
    return text!
  }
  return 'contoh'.repeat(Math.ceil(Math.max(minLength, 1) / 6)).slice(0, maxLength)
}
