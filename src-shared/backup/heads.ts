import { z } from 'zod'
import { Instant } from '../kernel/business-day.ts'

const Head = z.object({ id: z.number().int().positive(), hash: z.string() }).nullable()

/** The newest row of each of the three chains: whoever keeps them outside the file knows when its end was cut off. */
export const Heads = z.object({ at: Instant, entry: Head, movement: Head, trail: Head })
export type Heads = z.infer<typeof Heads>
