import { test } from 'vitest'
import { plantedCanaries } from './canaries.ts'

/** A thousand of them are planted in `npm run proof`. */
test('neither phone nor address of a buyer is found anywhere, nor a token of a channel; names only in the shop itself', async () => {
  await plantedCanaries(30)
})
