import { desktop } from './bridge.ts'

/** Opens an address outside the app: the desktop asks the system's browser, a browser opens a tab that knows nothing of us. */
export function openOutside(address: string): void {
  const bridge = desktop()
  if (bridge) void bridge.openLink(address)
  else window.open(address, '_blank', 'noopener,noreferrer')
}
