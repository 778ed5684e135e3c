import { DomainError } from '../../src-shared/kernel/refusal.ts'
import { keepSandbox, keptSandbox, MARKETPLACES, type MarketplaceName } from '../hosting/marketplaces.ts'
import type { SandboxOptions, SavedSandbox } from '../sandbox/frame/sandbox.ts'

/**
 * Opens a marketplace on this computer and answers what an app needs to talk to it; it stays open with the process.
 * @param keep a file that it goes on from, and that it is kept in when the process is ended
 */
export async function openSandboxCommand(
  name: MarketplaceName,
  { keep, ...options }: SandboxOptions & { keep?: string | undefined },
): Promise<Record<string, unknown>> {
  const { openSandbox } = await import('../sandbox/frame/sandbox.ts')
  const saved = keep === undefined ? undefined : savedIn(keep, name)
  const sandbox = await openSandbox(await MARKETPLACES[name](), { ...options, saved }).catch(
    (problem: NodeJS.ErrnoException) => {
      if (problem.code === 'EADDRINUSE') throw new DomainError('PORT_IN_USE', { port: options.port ?? 0 })
      throw problem
    },
  )
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, async () => {
      if (keep !== undefined) keepSandbox(keep, sandbox.saved())
      await sandbox.close()
    })
  return sandbox.access()
}

/** @throws NOT_A_SANDBOX when the file holds anything else; none there yet is a sandbox that begins. */
function savedIn(file: string, name: MarketplaceName): SavedSandbox | undefined {
  const kept = keptSandbox(file, name)
  if (kept === 'unreadable') throw new DomainError('NOT_A_SANDBOX', { file })
  return kept === 'none' ? undefined : kept
}
