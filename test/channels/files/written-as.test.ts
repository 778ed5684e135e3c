import { expect, test } from 'vitest'
import { SOUND_FILES } from '../../builders/a-file-of-each-kind.ts'
import { tellsTheSame, WRITINGS } from './written-as.ts'

test('a file of any kind tells the same as XLS, XLSX and CSV, whatever its letters and separators are', async () => {
  // each way with one file of some kind; `written-as.proof.ts` has each file in all of them
  const some = [...Map.groupBy(SOUND_FILES, ({ kind }) => kind).values()].map(([file]) => file!)
  let written = 0
  for (const [at, { bytes }] of some.entries())
    written += await tellsTheSame(bytes, [WRITINGS[at % WRITINGS.length]!, WRITINGS[(at * 7 + 3) % WRITINGS.length]!])
  expect(written).toBeGreaterThan(some.length)
})
