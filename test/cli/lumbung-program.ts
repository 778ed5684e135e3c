import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll } from 'vitest'

const bundled = join(import.meta.dirname, '../../scripts/bundled.mjs')

export interface Ran {
  status: number
  stdout: string
  stderr: string
}

/** `lumbung …` as people run it: bundled, in a process of its own. */
export const lumbungProgram = (...args: string[]): Promise<Ran> =>
  promisify(execFile)(process.execPath, [bundled, 'lumbung', ...args], { maxBuffer: 64 * 1024 * 1024 }).then(
    ({ stdout, stderr }) => ({ status: 0, stdout, stderr }),
    (failed: { stdout: string; stderr: string; code: number }) => ({ ...failed, status: failed.code }),
  )

/** The first command of changed sources says that it is being prepared, which is no answer of its own. */
export const prepareProgram = () => beforeAll(() => lumbungProgram('--version'), 180_000)

/** The same as a script asks it: the exit status, the JSON and the sentence. */
export async function askedByScript(...args: string[]) {
  const { status, stdout, stderr } = await lumbungProgram(...args, '--json')
  return { status, sentence: stderr.trim(), answer: JSON.parse(stdout) }
}
