import { desktop } from './bridge.ts'

/** The bytes of a file, as the desktop app takes them. */
export const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer())

/** The desktop app asks where to keep it; a browser puts it into its downloads. False when the person changed their mind. */
export async function saveFile(file: File): Promise<boolean> {
  const { name } = file
  const bridge = desktop()
  if (bridge) return (await bridge.saveFile({ name, bytes: await bytesOf(file) })).saved
  const link = document.createElement('a')
  link.href = passingAddress(file)
  link.download = name
  link.click()
  return true
}

/** Shows a file in a tab of its own, from where a person can print it. */
export const showFile = (file: File): void => void window.open(passingAddress(file), '_blank')

/** An address that holds long enough to be opened or kept. */
function passingAddress(file: File): string {
  const address = URL.createObjectURL(file)
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return address
}

/** A picture as an address that holds as long as it is shown. */
export const dataUrlOf = (picture: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(picture)
  })
