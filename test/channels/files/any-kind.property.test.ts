import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileKinds } from '../../../src-main/core/channels/files/kinds.ts'
import { readChannelFile } from '../../../src-main/core/channels/files/read-channel-file.ts'
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

describe('a file of any kind that was written over is read or refused, and what is read adds up', () => {
  test.each(SOUND_FILES)('$name', ({ name, bytes }) =>
    fc.assert(
      fc.asyncProperty(mutationsOf(bytes), (harmed) => isReadOrRefused(name, harmed)),
      { numRuns: 40 },
    ),
  )
})
