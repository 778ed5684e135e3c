import { expect, test } from 'vitest'
import { everyActKilled } from './every-act-killed.ts'
test('x', async () => { expect(await everyActKilled(1, 81)).toBeGreaterThan(4) })
