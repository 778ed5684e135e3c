/** One call as it came in: nothing of it has been believed yet. */
export interface Call {
  method: string
  /** Address without host and query, as it was sent. */
  path: string
  query: URLSearchParams
  headers: Record<string, string>
  body: Buffer
}

/** An answer before a fault may have spoiled it. */
export interface Answer {
  status: number
  headers?: Record<string, string>
  body: string | Buffer
}

export const json = (value: unknown, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
})

export const page = (html: string, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: html,
})

export const redirect = (to: string): Answer => ({ status: 302, headers: { location: to }, body: '' })

/** Reviver of `JSON.parse` that leaves out the fields of an object that are null. */
export const withoutNulls = (_: string, value: unknown) => (value === null ? undefined : value)

/** What a form of a page sent. */
export const formOf = (call: Call): URLSearchParams => new URLSearchParams(call.body.toString('utf8'))

/** The files of a multipart body by field name, in order; null when it is not one. */
export async function filesOf(call: Call): Promise<{ field: string; name: string; bytes: Buffer }[] | null> {
  const type = call.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) return null
  try {
    const form = await new Response(new Uint8Array(call.body), { headers: { 'content-type': type } }).formData()
    const files: { field: string; name: string; bytes: Buffer }[] = []
    for (const [field, value] of form)
      if (typeof value !== 'string')
        files.push({ field, name: value.name, bytes: Buffer.from(await value.arrayBuffer()) })
    return files
  } catch {
    return null
  }
}
