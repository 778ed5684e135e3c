import { setTimeout as waiting } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createPace } from '../../src-main/core/work/stepwise.ts'

test('a step that only waited for other programs does not make the next ones smaller', async () => {
  const pace = createPace()
  const sizes: number[] = []
  for (let round = 0; round < 3; round++)
    await pace.measured(async (size) => {
      sizes.push(size)
      // far longer than a step should last, with nothing for the processor to do
      await waiting(150)
    })
  expect(sizes.toSorted((a, b) => a - b)).toEqual(sizes)
  expect(sizes[2]).toBeGreaterThan(sizes[0]!)
})

test('a step that kept the processor busy for too long is followed by a smaller one', async () => {
  const pace = createPace()
  const began = process.cpuUsage()
  const first = await pace.measured(async (size) => {
    while (process.cpuUsage(began).user < 150_000);
    return size
  })
  expect(await pace.measured(async (size) => size)).toBeLessThan(first)
})
