import { z } from 'zod'
import type { Sees } from '../../../src-shared/access/roles.ts'
import { Price, Rupiah, RupiahTotal } from '../../../src-shared/kernel/rupiah.ts'

const MONEY = new Set<unknown>([Rupiah, Price, RupiahTotal])
/** What goods are sold for, by the names of its fields. */
const SELLING_PRICES: ReadonlySet<string> = new Set(['price', 'lowestPrice', 'highestPrice', 'listPrice'])

/**
 * An answer as somebody gets it who may not see all money: amounts that its contract knows as money are not in it. What is left out is
 * told by the schema, so that a new field is left out from its first day.
 */
export function withoutMoney(schema: unknown, answer: unknown, sees: Sees): unknown {
  if (sees === 'all money' || !(schema instanceof z.ZodType)) return answer
  return stripped(schema, answer, sees)
}

function stripped(schema: unknown, value: unknown, sees: Sees): unknown {
  if (value === null || typeof value !== 'object') return value
  const { def } = schema as { def?: Definition }
  if (!def) return value
  switch (def.type) {
    case 'object':
      return fields(def.shape ?? {}, value as Record<string, unknown>, sees)
    case 'array':
      return (value as unknown[]).map((each) => stripped(def.element, each, sees))
    case 'tuple':
      return (value as unknown[]).map((each, at) => stripped(def.items?.[at], each, sees))
    case 'record':
      if (isMoney(def.valueType)) return {}
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, stripped(def.valueType, each, sees)]))
    case 'union':
      return (def.options ?? []).reduce<unknown>((left, option) => stripped(option, left, sees), value)
    case 'intersection':
      return stripped(def.right, stripped(def.left, value, sees), sees)
    case 'pipe':
      return stripped(def.out, value, sees)
    case 'lazy':
      return stripped(def.getter?.(), value, sees)
    default:
      return def.innerType ? stripped(def.innerType, value, sees) : value
  }
}

function fields(shape: Record<string, unknown>, value: Record<string, unknown>, sees: Sees): Record<string, unknown> {
  const shown = (name: string) => !isMoney(shape[name]) || (sees === 'selling prices' && SELLING_PRICES.has(name))
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => shown(name))
      .map(([name, each]) => [name, name in shape ? stripped(shape[name], each, sees) : each]),
  )
}

/** Whether a schema is an amount, also when it may be missing. */
function isMoney(schema: unknown): boolean {
  if (MONEY.has(schema)) return true
  const { def } = (schema ?? {}) as { def?: Definition }
  if (def?.type === 'array') return isMoney(def.element)
  return def?.innerType !== undefined && isMoney(def.innerType)
}

/** What is read of zod's own description of a schema. https://zod.dev/packages/core#internals */
interface Definition {
  type: string
  shape?: Record<string, unknown>
  element?: unknown
  items?: unknown[]
  valueType?: unknown
  options?: unknown[]
  left?: unknown
  right?: unknown
  out?: unknown
  getter?: () => unknown
  innerType?: unknown
}
