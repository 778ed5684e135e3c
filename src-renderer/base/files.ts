import { desktop } from './bridge.ts'

/** A file as the core hands it over. */
export interface FileInHand {
  name: string
  mediaType: string
  base64: string
}

/** A PDF as the core hands it over. */
export const pdf = ({ name, base64 }: { name: string; base64: string }): FileInHand => ({
  name,
  mediaType: 'application/pdf',
  base64,
})

/** The desktop app asks where to keep it; a browser puts it into its downloads. False when the person changed their mind. */
export async function saveFile(file: FileInHand): Promise<boolean> {
  const { name, base64 } = file
  const bridge = desktop()
  if (bridge) return (await bridge.saveFile({ name, base64 })).saved
  const link = document.createElement('a')
  link.href = passingAddress(file)
  link.download = name
  link.click()
  return true
}

/** Shows a file in a tab of its own, from where a person can print it. */
export const showFile = (file: FileInHand): void => void window.open(passingAddress(file), '_blank')

/** An address that holds long enough to be opened or kept. */
function passingAddress({ mediaType, base64 }: FileInHand): string {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return address
}

/** The bytes of a chosen file, or of a text in a Blob, as base64. */
export const base64Of = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })
