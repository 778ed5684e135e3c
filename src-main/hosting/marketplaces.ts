import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { deserialize, serialize } from 'node:v8'
import type { SavedSandbox } from '../sandbox/frame/sandbox.ts'
import type { Marketplace } from '../sandbox/frame/world.ts'

/** Marketplaces of one's own by name, each read only when it is opened. */
export const MARKETPLACES = {
  shopee: async (): Promise<Marketplace> => (await import('../sandbox/shopee/world.ts')).shopeeSandbox,
  tiktok: async (): Promise<Marketplace> => (await import('../sandbox/tiktok/tiktok.ts')).tiktok,
} as const
export type MarketplaceName = keyof typeof MARKETPLACES

/** Written beside the old one first: a power cut leaves one of the two whole. */
export function keepSandbox(file: string, saved: SavedSandbox): void {
  writeFileSync(`${file}.new`, serialize(saved), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

/** What was kept of a marketplace: nothing yet, or something that is none. */
export function keptSandbox(file: string, name: MarketplaceName): SavedSandbox | 'none' | 'unreadable' {
  let saved: Partial<SavedSandbox> | null
  try {
    saved = deserialize(readFileSync(file)) as Partial<SavedSandbox> | null
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'ENOENT' ? 'none' : 'unreadable'
  }
  return saved?.version === 1 && saved.channel === name ? (saved as SavedSandbox) : 'unreadable'
}
