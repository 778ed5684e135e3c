import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ORPCError } from '@orpc/server'
import { expect, test } from 'vitest'
import { type RefusalCode, refusals } from '../../../src-shared/refusals.ts'
import { aCore } from '../../builders/a-core.ts'
import { aFile } from '../../builders/a-file.ts'
import { HOSTILE_FILES } from './hostile-corpus.ts'

/** The bytes of all files of a shop, but for what its readers share in memory. */
const bytesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('-shm'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => `${path} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)

const TECHNICAL = /\b(undefined|null|NaN|Error|Exception|stack)\b|\[object/

test(`${HOSTILE_FILES.length} damaged and hostile files give a clear sentence each, and change nothing`, async () => {
  expect(HOSTILE_FILES.length).toBeGreaterThanOrEqual(60)
  const { client, folder } = await aCore()
  const before = bytesOf(folder)
  for (const { what, name, bytes } of HOSTILE_FILES) {
    const problem = await client.channels.files.stage({ file: aFile(name, bytes) }).then(
      () => null,
      (problem: unknown) => problem,
    )
    expect(problem, what).toBeInstanceOf(ORPCError)
    const { code, data } = problem as ORPCError<RefusalCode, never>
    const refusal = refusals[code]
    expect(refusal, `${what}: ${code}`).toBeDefined()
    for (const language of ['id', 'en'] as const) {
      const sentence = refusal.sentence[language](data)
      expect(sentence, what).toContain(name)
      expect(sentence, what).not.toMatch(TECHNICAL)
      expect(sentence.length, what).toBeLessThan(420)
    }
  }
  expect(bytesOf(folder)).toEqual(before)
})
