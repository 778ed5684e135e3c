import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CALLS_BY_PATH } from '../../src-main/sandbox/shopee/calls.ts'
import { ENDPOINTS } from '../../src-main/sandbox/tiktok/gateway.ts'

test('the README names every part of the APIs that is served, and how many calls of Shopee there are', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../src-main/sandbox/README.md'), 'utf8')
  const parts = [
    ...Object.keys(CALLS_BY_PATH).map((path) => path.split('/')[0]!),
    ...ENDPOINTS.map(({ path }) => path.split('/')[1]!),
  ]
  expect([...new Set(parts)].filter((part) => !readme.includes(`\`${part}\``))).toEqual([])
  expect(readme).toContain(`${Object.keys(CALLS_BY_PATH).length} calls`)
})
