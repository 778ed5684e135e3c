import type { IncomingMessage } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * The parts of a form (RFC 7578), read without holding anybody up: Node's own `formData()` looks at each byte of a large file in
 * JavaScript, for half a second or more in one go. What is no form is an error, and the caller's fault.
 */
export async function formIn(request: IncomingMessage): Promise<FormData> {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(request.headers['content-type'] ?? '') ?? []
  const boundary = quoted ?? plain
  if (!boundary) throw new NotAForm()
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  chunks.length = 0
  await nextTurn()

  const form = new FormData()
  const between = Buffer.from(`\r\n--${boundary}`)
  // the first one needs no line before it
  let at = body.indexOf(between.subarray(2)) + between.length - 2
  if (at < between.length - 2) throw new NotAForm()
  while (!body.subarray(at, at + 2).equals(END)) {
    const headEnd = body.indexOf('\r\n\r\n', at)
    const end = headEnd < 0 ? -1 : body.indexOf(between, headEnd + 2)
    if (end < 0) throw new NotAForm()
    const part = body.subarray(headEnd + 4, Math.max(headEnd + 4, end))
    addPart(form, body.toString('utf8', at, headEnd), part)
    at = end + between.length
    await nextTurn()
  }
  return form
}

const END = Buffer.from('--')

/** The body that came is none of the form it says it is. */
export class NotAForm extends Error {}

function addPart(form: FormData, head: string, bytes: Buffer): void {
  const lines = head.split('\r\n')
  const header = (start: RegExp) => lines.find((line) => start.test(line))?.replace(start, '') ?? ''
  const disposition = header(/^content-disposition:\s*form-data\s*;/i)
  const name = written('name', disposition)
  if (name === null) throw new NotAForm()
  const fileName = written('filename', disposition)
  const type = header(/^content-type:/i).trim()
  if (fileName === null) form.append(name, bytes.toString('utf8'))
  else form.append(name, new File([bytes as Uint8Array<ArrayBuffer>], fileName, { type }))
}

/** Browsers write three signs of a name as per cent (https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data). */
const written = (key: string, disposition: string): string | null =>
  new RegExp(`(?:^|;)\\s*${key}="([^"]*)"`, 'i')
    .exec(disposition)?.[1]
    ?.replace(/%(22|0D|0A)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) ?? null
