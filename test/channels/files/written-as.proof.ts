import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { SOUND_FILES } from '../../builders/a-file-of-each-kind.ts'
import { tellsTheSame, WRITINGS } from './written-as.ts'

test.each(SOUND_FILES)('$name in every writing', async ({ bytes }) => {
  expect(await tellsTheSame(bytes, WRITINGS)).toBeGreaterThanOrEqual(3)
})

const SAMPLES = new URL('../../../../shared/samples/', import.meta.url)

describe.runIf(existsSync(SAMPLES))('what real shops downloaded, in every writing', () => {
  const files = ['shopee', 'tiktok', 'tokopedia'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, SAMPLES)).map((name) => ({ name, url: new URL(`${folder}/${name}`, SAMPLES) })),
  )
  test.each(files)('$name', async ({ url }) => {
    expect(await tellsTheSame(readFileSync(url), WRITINGS)).toBeGreaterThanOrEqual(3)
  })
})
