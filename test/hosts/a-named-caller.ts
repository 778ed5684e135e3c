import { RPCLink } from '@orpc/client/fetch'
import { expect, onTestFinished } from 'vitest'
import { doorKeys } from '../../src-main/web/door-keys.ts'
import { createWebHost } from '../../src-main/web/web-host.ts'
import type { aCore } from '../builders/a-core.ts'
import { aBuiltPage, cookieFrom } from './a-web-host.ts'

export type Shop = Pick<Awaited<ReturnType<typeof aCore>>, 'core' | 'folder' | 'doors'>

/** The shop behind HTTP, and a caller that names its acts. */
export async function aNamedCaller({ core, folder }: Shop) {
  const host = await createWebHost({
    core,
    rendererFolder: aBuiltPage(folder),
    port: 0,
    version: '0.0.0',
    keys: doorKeys(`${folder}/lumbung.sqlite`),
    noteDefect: ({ details }) => expect.unreachable(details),
  })
  onTestFinished(() => host.close())
  const cookie = await cookieFrom(host.startAddress())
  const link = new RPCLink<{ act: string }>({
    url: `${host.url}/rpc`,
    headers: ({ context }) => ({ cookie, 'idempotency-key': context.act }),
  })
  return async (procedure: string, input: unknown, act: string) =>
    withoutMoments(await link.call(procedure.split('.'), input, { context: { act } }))
}

/** A file that came over a line is dated by its arrival; what is in it counts. */
async function withoutMoments(answer: unknown): Promise<unknown> {
  const { file } = (answer ?? {}) as { file?: unknown }
  if (!(file instanceof File)) return answer
  return { ...(answer as object), file: { name: file.name, type: file.type, text: await file.text() } }
}
