import type { z } from 'zod'
import type { Language } from './business-day.ts'
import { oneNotMany } from './one-not-many.ts'

/**
 * A "no" that the business can say. Code, facts and sentence stand together: the schema checks the facts on both
 * sides of the wire, the sentence tells what happened, what is safe and what to do next.
 */
export interface Refusal<Facts extends z.ZodType = z.ZodType> {
  status: number
  data: Facts
  sentence: Record<Language, (facts: z.infer<Facts>) => string>
}

export const refusal = <Facts extends z.ZodType>(
  data: Facts,
  sentence: Record<Language, (facts: z.infer<Facts>) => string>,
  status = 409,
): Refusal<Facts> => ({
  status,
  data,
  sentence: { ...sentence, en: (facts) => oneNotMany(sentence.en(facts)) },
})

/** The part of a refusal table that one procedure may answer, in the shape oRPC's `.errors()` takes. */
export function pick<Table extends Record<string, Refusal>, Code extends keyof Table>(
  table: Table,
  ...codes: Code[]
): { [K in Code]: { status: number; data: Table[K]['data'] } } {
  return Object.fromEntries(codes.map((code) => [code, { status: table[code]!.status, data: table[code]!.data }])) as {
    [K in Code]: { status: number; data: Table[K]['data'] }
  }
}

/** Thrown by decisions and services; the router hands it to the caller as a typed error. */
export class DomainError<Code extends string = string> extends Error {
  readonly code: Code
  readonly facts: Record<string, unknown>
  constructor(code: Code, facts: Record<string, unknown> = {}) {
    super(code)
    this.name = 'DomainError'
    this.code = code
    this.facts = facts
  }
}
