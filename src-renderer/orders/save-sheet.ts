import type { DesktopBridge } from '../../src-shared/app/desktop-bridge.ts'

/** A PDF or file as the core hands it over. */
export interface Sheet {
  name: string
  base64: string
}

/** The desktop app asks where to keep it; a browser puts it into its downloads. False when the person changed their mind. */
export async function saveSheet(sheet: Sheet): Promise<boolean> {
  const desktop = window.lumbung as DesktopBridge | undefined
  if (desktop) return (await desktop.savePdf(sheet)).saved
  const bytes = Uint8Array.from(atob(sheet.base64), (character) => character.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  const link = document.createElement('a')
  link.href = address
  link.download = sheet.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return true
}
