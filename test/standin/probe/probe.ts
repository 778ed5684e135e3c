import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { CORE_LINE, CORE_LOST, type DesktopBridge } from '../../../src-shared/app/desktop-bridge.ts'
import type { contract } from '../../../src-shared/contract.ts'

type Client = ContractRouterClient<typeof contract>

/**
 * The smallest page that talks to the core, for journeys through the desktop host: it shows the wiring without waiting
 * for any screen. `window.probe` is what the test speaks to.
 */
export interface Probe {
  /** The client of the newest line. */
  client(): Promise<Client>
  /** How often a line came, and how often one was lost. */
  lines: number
  losses: number
  /** The rooms of every change told since the last line. */
  changes: string[]
}

declare global {
  interface Window {
    probe: Probe
  }
}

let found = Promise.withResolvers<Client>()
const probe: Probe = { client: () => found.promise, lines: 0, losses: 0, changes: [] }
window.probe = probe

window.addEventListener('message', async (event) => {
  if (event.source !== window) return
  if (event.data === CORE_LOST) {
    probe.losses += 1
    found = Promise.withResolvers()
  }
  const [port] = event.ports
  if (event.data !== CORE_LINE || !port) return
  probe.lines += 1
  const client: Client = createORPCClient(new RPCLink({ port }))
  port.start()
  found.resolve(client)
  try {
    for await (const { rooms } of await client.changes.watch()) probe.changes.push(...rooms)
  } catch {
    // the line ended with its core
  }
})
const { lumbung } = window as unknown as { lumbung: DesktopBridge }
lumbung.connect()
