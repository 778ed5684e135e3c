import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileKinds } from '../../../src-main/core/channels/files/kinds.ts'
import { readChannelFile } from '../../../src-main/core/channels/files/read-channel-file.ts'
import { createProblemList } from '../../../src-main/core/channels/files/reading/problem-list.ts'
import { SOUND_FILES } from '../../builders/a-file-of-each-kind.ts'
import { isReadOrRefused, mutationsOf } from './mutations.ts'

test('every kind that can be read has a sound file of our own making, and is recognised by it', async () => {
  // a mapped kind knows only the layouts that an owner taught
  const known = fileKinds.map(({ kind }) => kind).filter((kind) => !kind.startsWith('mapped '))
  const sound = SOUND_FILES.filter(({ kind }) => known.includes(kind))
  const read = sound.map(async ({ name, bytes }) => (await readChannelFile({ name, bytes, zone: 'WIB' })).kind)
  expect(await Promise.all(read)).toEqual(sound.map(({ kind }) => kind))
  expect(known.filter((kind) => sound.every((file) => file.kind !== kind))).toEqual([])
})

test('of a sound file no sheet is left out', async () => {
  for (const { name, bytes } of SOUND_FILES) {
    const problems = createProblemList()
    await readChannelFile({ name, bytes, zone: 'WIB' }, problems)
    expect(problems.leftSheets(), name).toEqual([])
  }
})

const SAMPLES = new URL('../../../../shared/samples/', import.meta.url)

describe.runIf(existsSync(SAMPLES))(
  'of a real file no sheet is left out but the one that must be a file of its own',
  () => {
    const files = ['shopee', 'tiktok', 'tokopedia'].flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, SAMPLES)).map((name) => ({ name, url: new URL(`${folder}/${name}`, SAMPLES) })),
    )
    test.each(files)('$name', async ({ name, url }) => {
      const problems = createProblemList()
      await readChannelFile({ name, bytes: readFileSync(url), zone: 'WIB' }, problems)
      expect(problems.leftSheets()).toEqual(name.startsWith('sales-finance') ? ['Laporan Keuangan'] : [])
    })
  },
)

describe('a file of any kind that was written over is read or refused, and what is read adds up', () => {
  test.each(SOUND_FILES)('$name', ({ name, bytes }) =>
    fc.assert(
      fc.asyncProperty(mutationsOf(bytes), (harmed) => isReadOrRefused(name, harmed)),
      { numRuns: 40 },
    ),
  )
})
