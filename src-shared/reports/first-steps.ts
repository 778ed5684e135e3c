import { z } from 'zod'

export const FirstStep = z.enum(['orders', 'mapping', 'stock', 'cost', 'opening balance', 'sender', 'label'])
export type FirstStep = z.infer<typeof FirstStep>

/** One step of a new shop: how much of it stands in the books. */
export const FirstSteps = z.array(z.object({ step: FirstStep, done: z.number().int(), of: z.number().int() }))
export type FirstSteps = z.infer<typeof FirstSteps>

/** Of many listings or SKUs a few are never mapped or counted; they stand in the day's work, and the step is behind the shop. */
const MOST = 0.9

export const isTaken = ({ done, of }: FirstSteps[number]): boolean => of > 0 && done >= of * MOST
