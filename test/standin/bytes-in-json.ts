/** Messages as text with bytes in them, as `page-runtime.js` writes and reads them: nothing else passes through the debugger. */
export const writtenJson = (message: unknown): string => JSON.stringify(message, asText)

/** `this` is the holder: a Buffer has turned itself into an object by now. */
function asText(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const given = this[key]
  if (given instanceof ArrayBuffer) return { $bytes: Buffer.from(given).toString('base64') }
  if (given instanceof Uint8Array) return { $bytes: Buffer.from(given).toString('base64') }
  return value
}

export const readJson = (text: string) =>
  JSON.parse(text, (_key, value) =>
    typeof value?.$bytes === 'string' ? new Uint8Array(Buffer.from(value.$bytes, 'base64')) : value,
  )
