import { z } from 'zod'

/** How many pieces of a SKU one listing may sell. */
export const StockRule = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('follow'),
    /** Of what is available after keeping back, in whole percent. */
    sharePercent: z.number().int().min(0).max(100),
    /** Pieces that this listing never sells. */
    keepBack: z.number().int().min(0).max(999_999),
    /** Never more than this; null for no limit. */
    most: z.number().int().min(0).max(999_999).nullable(),
    /** Where so few or fewer are available, this listing says sold out and leaves them to the others; 0 for never. */
    leaveLast: z.number().int().min(0).max(999),
  }),
  /** Always this many, whatever is there: made to order. */
  z.object({ kind: z.literal('fixed'), pieces: z.number().int().min(0).max(999_999) }),
  /** Nothing is told to the channel. */
  z.object({ kind: z.literal('off') }),
])
export type StockRule = z.infer<typeof StockRule>

/** Everything that may be sold, at every channel: what holds until the owner says otherwise. */
export const EVERYTHING: StockRule = { kind: 'follow', sharePercent: 100, keepBack: 0, most: null, leaveLast: 0 }
