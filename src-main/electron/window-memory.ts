import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const Colour = z.string().regex(/^#[0-9a-f]{6}$/i)
export const LookInput = z.strictObject({ language: z.enum(['id', 'en']), titleBar: Colour, symbols: Colour })

const Bounds = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
const Remembered = z.object({
  bounds: Bounds.nullable(),
  isMaximized: z.boolean(),
  look: LookInput,
})
export type Remembered = z.infer<typeof Remembered>

const FIRST_TIME: Remembered = {
  bounds: null,
  isMaximized: false,
  look: { language: 'id', titleBar: '#F7F3EB', symbols: '#20222E' },
}

/** How the window looked last time, so that it opens there, in its colours, before the page has said a word. */
export function windowMemory(file: string) {
  let remembered = read(file)
  return {
    recall: () => remembered,
    remember(change: Partial<Remembered>) {
      remembered = { ...remembered, ...change }
      try {
        writeFileSync(file, JSON.stringify(remembered))
      } catch {
        // a window that opens in the middle next time is not worth a word
      }
    },
  }
}
export type WindowMemory = ReturnType<typeof windowMemory>

function read(file: string): Remembered {
  try {
    return Remembered.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return FIRST_TIME
  }
}
