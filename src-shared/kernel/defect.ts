import { z } from 'zod'

/** Something that should not have happened, as it is told and written down. */
export interface Defect {
  /** `LB-4F2A` */
  code: string
  /** Name, message, where, and the stack: enough to find the place. */
  details: string
}

/** As a window tells it: what a page can say is limited, for the log it goes to lies on the owner's disk. */
export const ToldDefect = z.object({ code: z.string().regex(/^LB-[0-9A-F]{4}$/), details: z.string().max(8_000) })

/** @param where The procedure or page it happened in. */
export function defectOf(problem: unknown, where: string): Defect {
  const { name, message, stack } = asError(problem)
  const code = defectCode(problem)
  return { code, details: [code, `${name}: ${message}`, where, stack ?? ''].join('\n') }
}

/**
 * A short name for a defect, the same each time the same thing breaks, so that two reports can be matched.
 * Hashed (FNV-1a) from the name, the message without its numbers and ids, and the first place in the stack.
 */
export function defectCode(problem: unknown): string {
  const { name, message, stack } = asError(problem)
  const place = /at .*?([\w-]+\.\w+:\d+)/.exec(stack ?? '')?.[1] ?? ''
  const text = `${name}|${message.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+/gi, '#')}|${place}`
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return `LB-${(((hash >>> 16) ^ hash) & 0xffff).toString(16).toUpperCase().padStart(4, '0')}`
}

const asError = (problem: unknown): Error => (problem instanceof Error ? problem : new Error(String(problem)))

/** The core's own account of a defect, inside the error it answered with; null when it gave none. */
export function defectInside(data: unknown): Defect | null {
  if (typeof data !== 'object' || data === null || !('code' in data) || !('details' in data)) return null
  const { code, details } = data
  return typeof code === 'string' && typeof details === 'string' && /^LB-[0-9A-F]{4}$/.test(code)
    ? { code, details }
    : null
}
