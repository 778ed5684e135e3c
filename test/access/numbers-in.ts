import { Price, Rupiah, RupiahTotal } from '../../src-shared/kernel/rupiah.ts'

const MONEY = new Set<unknown>([Rupiah, Price, RupiahTotal])

interface Part {
  _zod: { def: Record<string, unknown> & { type: string } }
}

/** The names of the fields of an answer that are numbers and not known as money. */
export function numbersIn(schema: unknown, name = '', inside: readonly unknown[] = []): string[] {
  const { def } = (schema as Part | undefined)?._zod ?? {}
  if (!def || MONEY.has(schema) || inside.includes(schema)) return []
  const within = (part: unknown, field = name) => numbersIn(part, field, [...inside, schema])
  switch (def.type) {
    case 'number':
      return [name]
    case 'object':
      return Object.entries(def.shape as object).flatMap(([field, part]) => within(part, field))
    case 'union':
      return (def.options as unknown[]).flatMap((part) => within(part))
    default:
      return ['element', 'left', 'right', 'valueType', 'out', 'innerType'].flatMap((part) => within(def[part]))
  }
}
