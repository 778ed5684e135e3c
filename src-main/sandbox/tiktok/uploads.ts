import type { Call } from '../frame/call.ts'
import { badParameter, SaidNo } from './said-no.ts'

/** The file of a multipart body, with the fields beside it. @throws SaidNo when there is none, or it is too large */
export async function fileIn(call: Call, most: number) {
  const form = await new Response(new Uint8Array(call.body), {
    headers: { 'content-type': call.headers['content-type'] ?? '' },
  })
    .formData()
    .catch(() => null)
  const file = form?.get('data')
  if (!form || !file || typeof file === 'string') throw badParameter('param body.data is missing')
  if (file.size > most) throw new SaidNo(36009021)
  const said = form.get('name')
  return { form, bytes: new Uint8Array(await file.arrayBuffer()), name: typeof said === 'string' ? said : file.name }
}
