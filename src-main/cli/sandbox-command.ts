import { readFile, rename, writeFile } from 'node:fs/promises'
import { deserialize, serialize } from 'node:v8'
import { DomainError } from '../../src-shared/kernel/refusal.ts'
import type { SandboxOptions, SavedSandbox } from '../sandbox/frame/sandbox.ts'

/** Marketplaces of one's own by name, each read only when it is opened. */
const MARKETPLACES = {
  shopee: async () => (await import('../sandbox/shopee/world.ts')).shopeeSandbox,
  tiktok: async () => (await import('../sandbox/tiktok/tiktok.ts')).tiktok,
} as const
type SandboxName = keyof typeof MARKETPLACES

export const isSandbox = (name: string | undefined): name is SandboxName => name !== undefined && name in MARKETPLACES

/**
 * Opens a marketplace on this computer and answers what an app needs to talk to it; it stays open with the process.
 * @param keep a file that it goes on from, and that it is kept in when the process is ended
 */
export async function openSandboxCommand(
  name: SandboxName,
  { keep, ...options }: SandboxOptions & { keep?: string | undefined },
): Promise<Record<string, unknown>> {
  const { openSandbox } = await import('../sandbox/frame/sandbox.ts')
  const saved = keep === undefined ? undefined : await savedIn(keep, name)
  const sandbox = await openSandbox(await MARKETPLACES[name](), { ...options, saved }).catch(
    (problem: NodeJS.ErrnoException) => {
      if (problem.code === 'EADDRINUSE') throw new DomainError('PORT_IN_USE', { port: options.port ?? 0 })
      throw problem
    },
  )
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, async () => {
      if (keep !== undefined) await keptIn(keep, sandbox.saved())
      await sandbox.close()
    })
  return sandbox.access()
}

/** Written beside the old one first: a power cut leaves one of the two whole. */
async function keptIn(file: string, saved: SavedSandbox): Promise<void> {
  await writeFile(`${file}.new`, serialize(saved))
  await rename(`${file}.new`, file)
}

/** @throws NOT_A_SANDBOX when the file holds anything else; none there yet is a sandbox that begins. */
async function savedIn(file: string, name: SandboxName): Promise<SavedSandbox | undefined> {
  let saved: Partial<SavedSandbox> | null
  try {
    saved = deserialize(await readFile(file)) as Partial<SavedSandbox> | null
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    saved = null
  }
  if (saved?.version !== 1 || saved.channel !== name) throw new DomainError('NOT_A_SANDBOX', { file })
  return saved as SavedSandbox
}
