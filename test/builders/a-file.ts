/** A file in somebody's hand. */
export const aFile = (name: string, bytes: Uint8Array | string): File => new File([bytes as BlobPart], name)
