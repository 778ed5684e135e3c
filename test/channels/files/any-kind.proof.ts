import fc from 'fast-check'
import { test } from 'vitest'
import { SOUND_FILES } from '../../builders/a-file-of-each-kind.ts'
import { isReadOrRefused, mutationsOf } from './mutations.ts'

test.each(SOUND_FILES)('ten thousand mutations of $name', ({ name, bytes }) =>
  fc.assert(
    fc.asyncProperty(mutationsOf(bytes), (harmed) => isReadOrRefused(name, harmed)),
    { numRuns: 10_000 },
  ),
)
