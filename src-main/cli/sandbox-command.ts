import type { SandboxOptions } from '../sandbox/frame/sandbox.ts'

/** Marketplaces of one's own by name, each read only when it is opened. */
const MARKETPLACES = {
  tiktok: async () => (await import('../sandbox/tiktok/tiktok.ts')).tiktok,
} as const
type SandboxName = keyof typeof MARKETPLACES

export const isSandbox = (name: string | undefined): name is SandboxName => name !== undefined && name in MARKETPLACES

/** Opens a marketplace on this computer and answers what an app needs to talk to it; it stays open with the process. */
export async function openSandboxCommand(name: SandboxName, options: SandboxOptions): Promise<Record<string, unknown>> {
  const { openSandbox } = await import('../sandbox/frame/sandbox.ts')
  return (await openSandbox(await MARKETPLACES[name](), options)).access()
}
