/** Bytes as the file that a door hands out. */
export const handedFile = (name: string, type: string, bytes: Uint8Array): File =>
  new File([bytes as Uint8Array<ArrayBuffer>], name, { type })
