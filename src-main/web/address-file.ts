import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

/** A host that serves a shop to the browser, as it noted itself beside the shop. */
const Running = z.object({ url: z.string(), run: z.string(), process: z.number() })
export type Running = z.infer<typeof Running>

const addressFile = (shopFile: string) => `${shopFile}.address.json`

/** So that a second `npm start` can make a start address for the host that already runs. */
export function noteAddress(shopFile: string, { url, run }: Omit<Running, 'process'>): { forget(): void } {
  writeFileSync(addressFile(shopFile), JSON.stringify({ url, run, process: process.pid }), { mode: 0o600 })
  return { forget: () => rmSync(addressFile(shopFile), { force: true }) }
}

/**
 * The host that serves a shop, when it is the process that holds the shop's lock; the note of one that was killed says
 * nothing.
 */
export function runningHost(shopFile: string, lockHolder: number | null): Running | null {
  try {
    const noted = Running.parse(JSON.parse(readFileSync(addressFile(shopFile), 'utf8')))
    return noted.process === lockHolder ? noted : null
  } catch {
    return null
  }
}
