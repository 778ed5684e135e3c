import type { client as ApiClient } from './api.ts'

/** Opens Toko Latihan: the desktop app gives it a window of its own, in a browser this tab goes to its address. */
export async function openPractice(client: typeof ApiClient): Promise<void> {
  const desktop = window.lumbung as { openPractice?: () => Promise<void> } | undefined
  if (desktop?.openPractice) return desktop.openPractice()
  const { url } = await client.settings.startPractice()
  if (url) window.location.assign(url)
}
