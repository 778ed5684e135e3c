import { test } from 'vitest'
import { plantedCanaries } from './canaries.ts'

/** A thousand of them are planted in `npm run proof`. */
test('neither name nor phone, address or note of a buyer is found anywhere in the open, nor a token of a channel', async () => {
  await plantedCanaries(30)
})
