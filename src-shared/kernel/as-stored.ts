import { z } from 'zod'

type Schema = z.core.$ZodType
const made = new WeakMap<Schema, z.ZodType>()

/**
 * The same shape without its limits: what an answer may hold. What is stored was accepted once, under rules that may have
 * been wider, and must be readable for ever; so an answer is held against its shape alone (which fields, numbers or words,
 * which of the named states) and never against how large, how long or how well formed a value is.
 */
export function asStored(schema: Schema): z.ZodType {
  const known = made.get(schema)
  if (known) return known
  const loose = loosened((schema as z.core.$ZodTypes)._zod.def, schema)
  made.set(schema, loose)
  return loose
}

function loosened(def: z.core.$ZodTypes['_zod']['def'], schema: Schema): z.ZodType {
  switch (def.type) {
    case 'string':
      return z.string()
    case 'number':
      return z.unknown().refine((value) => typeof value === 'number')
    case 'object':
      return z.object(Object.fromEntries(Object.entries(def.shape).map(([key, part]) => [key, asStored(part)])))
    case 'array':
      return z.array(asStored(def.element))
    case 'record':
      return z.record(z.string(), asStored(def.valueType))
    case 'nullable':
      return asStored(def.innerType).nullable()
    case 'optional':
      return asStored(def.innerType).optional()
    case 'intersection':
      return z.intersection(asStored(def.left), asStored(def.right))
    case 'union':
      return z.union(def.options.map(asStored))
    // text that is tidied when it is typed was tidied before it was stored
    case 'pipe':
      return asStored(def.out._zod.def.type === 'transform' ? def.in : def.out)
    default:
      return schema as z.ZodType
  }
}
