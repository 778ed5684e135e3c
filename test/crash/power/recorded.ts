import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { aFolder } from '../../builders/a-folder.ts'

/** What a process did to its disk. `to` is the new name, `data` what was written at `at`; of a truncation `at` is the new length. */
export interface Deed {
  kind: 'write' | 'sync' | 'truncate' | 'create' | 'rename' | 'unlink' | 'mkdir'
  path: string
  at: number
  data: Buffer
}

const KINDS: Record<string, Deed['kind']> = {
  w: 'write',
  s: 'sync',
  t: 'truncate',
  c: 'create',
  r: 'rename',
  u: 'unlink',
  m: 'mkdir',
}

/** To be made once for a file of tests. Null where nothing can be recorded: it takes Linux and a C compiler. */
export function aRecorder(): string | null {
  if (process.platform !== 'linux') return null
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const recorder = join(folder, 'recorder.so')
  try {
    execFileSync(
      'cc',
      ['-O1', '-shared', '-fPIC', '-o', recorder, join(import.meta.dirname, 'recorder.c'), '-lpthread'],
      { stdio: 'pipe' },
    )
    return recorder
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw problem
  }
}

/** Where a process under the recorder says what it acknowledged: a file, so that it stands in its place among the writes. */
export const ACKNOWLEDGED = 'acknowledged'

/**
 * Runs a script over a folder until it acknowledged so many acts, ends it, and tells every deed of it in that folder, in order.
 */
export async function recorded(
  recorder: string,
  folder: string,
  [script, ...facts]: readonly [string, ...string[]],
  acts: number,
): Promise<Deed[]> {
  const record = join(aFolder(), 'record')
  const said = join(folder, ACKNOWLEDGED)
  const out = openSync(said, 'w')
  const child = spawn(process.execPath, [script, ...facts], {
    stdio: ['ignore', out, 'pipe'],
    env: { ...process.env, LD_PRELOAD: recorder, RECORD: record, RECORDED_FOLDER: folder },
  })
  closeSync(out)
  let complaint = ''
  child.stderr!.on('data', (text) => (complaint += text))
  const look = setInterval(() => {
    if (linesIn(readFileSync(said, 'utf8')).length >= acts) child.kill('SIGKILL')
  }, 20)
  const [code, signal] = await once(child, 'close')
  clearInterval(look)
  if (signal !== 'SIGKILL') throw new Error(`it stopped by itself (${code}): ${complaint}`)
  return deedsIn(readFileSync(record))
}

/** Whole lines that name an act. */
export const linesIn = (said: string): string[] =>
  said
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.includes(' '))

const NUMBER = 8

function deedsIn(record: Buffer): Deed[] {
  const deeds: Deed[] = []
  for (let at = 0; at < record.length; ) {
    const numberAt = (n: number) => Number(record.readBigUInt64LE(at + 1 + n * NUMBER))
    const [pathLength, offset, length] = [numberAt(0), numberAt(1), numberAt(2)]
    const pathAt = at + 1 + 3 * NUMBER
    const dataAt = pathAt + pathLength
    // it was ended while it wrote the last one
    if (pathAt > record.length || dataAt + length > record.length) break
    deeds.push({
      kind: KINDS[String.fromCharCode(record[at]!)]!,
      path: record.toString('utf8', pathAt, dataAt),
      at: offset,
      data: record.subarray(dataAt, dataAt + length),
    })
    at = dataAt + length
  }
  return deeds
}
