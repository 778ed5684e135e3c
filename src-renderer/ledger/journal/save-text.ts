import { desktop } from '../../app/bridge.ts'

export interface TextFile {
  name: string
  mediaType: string
  text: string
}

/** The desktop app asks where to keep it; a browser downloads it. False when the person changed their mind. */
export async function saveText({ name, mediaType, text }: TextFile): Promise<boolean> {
  const bytes = new TextEncoder().encode(text)
  const bridge = desktop()
  if (bridge) {
    const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    return (await bridge.saveFile({ name, base64 })).saved
  }
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return true
}
