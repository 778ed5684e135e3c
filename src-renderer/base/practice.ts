import type { client as ApiClient } from './api.ts'
import { desktop } from './bridge.ts'

/** Opens Toko Latihan: the desktop app gives it a window of its own, in a browser this tab goes to its address. */
export async function openPractice(client: typeof ApiClient): Promise<void> {
  const bridge = desktop()
  if (bridge) return bridge.openPractice()
  const { url } = await client.settings.startPractice()
  if (url) window.location.assign(url)
}
