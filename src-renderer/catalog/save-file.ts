import type { DesktopBridge } from '../../src-shared/app/desktop-bridge.ts'

export interface FileInHand {
  name: string
  mediaType: string
  base64: string
}

/** The desktop app asks where to keep it; a browser puts it into its downloads. False when the person changed their mind. */
export async function saveFile({ name, mediaType, base64 }: FileInHand): Promise<boolean> {
  const desktop = window.lumbung as DesktopBridge | undefined
  if (desktop) return (await desktop.saveFile({ name, base64 })).saved
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return true
}

/** The bytes of a chosen file as base64, in pieces that any engine takes. */
export async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const PIECE = 0x8000
  let text = ''
  for (let from = 0; from < bytes.length; from += PIECE)
    text += String.fromCharCode(...bytes.subarray(from, from + PIECE))
  return btoa(text)
}
