import { expect, test } from 'vitest'
import { createPace } from '../../src-main/core/work/stepwise.ts'

/** What steps of so many milliseconds take on, one after the other, of which the processor worked so many. */
async function sizesOf(...steps: { wall: number; processor: number }[]): Promise<number[]> {
  const passed = { wall: 0, processor: 0 }
  const pace = createPace({ wall: () => passed.wall, processor: () => passed.processor })
  const sizes: number[] = []
  for (const { wall, processor } of steps)
    await pace.measured(async (size) => {
      sizes.push(size)
      passed.wall += wall
      passed.processor += processor
    })
  return sizes
}

test('a step that only waited for other programs does not make the next ones smaller', async () => {
  const waited = { wall: 150, processor: 1 }
  expect(await sizesOf(waited, waited, waited)).toEqual([20, 40, 80])
})

test('a step that kept the processor busy for too long is followed by a smaller one', async () => {
  const slow = { wall: 100, processor: 90 }
  expect(await sizesOf(slow, slow)).toEqual([20, 5])
})

test('by its own watch a step that keeps the processor busy makes the next ones smaller, too', async () => {
  const pace = createPace()
  const began = process.cpuUsage()
  const first = await pace.measured(async (size) => {
    while (process.cpuUsage(began).user < 150_000);
    return size
  })
  expect(await pace.measured(async (size) => size)).toBeLessThan(first)
})
