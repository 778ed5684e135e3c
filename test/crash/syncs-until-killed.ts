import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { createCore } from '../../src-main/core/core.ts'
import { nodeOutside } from '../../src-main/hosting/node-outside.ts'
import { dice } from '../../src-main/sample-shop/dice.ts'
import { newId } from '../../src-shared/kernel/ids.ts'

/**
 * A shop whose rounds with its channels go on until somebody pulls the plug, while goods are found that nobody buys. Arguments: the
 * folder of the shop, the moment it begins, the number of this life, and what is found.
 */
const [folder = '', begin = '0', life = '1', variantId = ''] = process.argv.slice(2)
const core = await createCore({
  file: join(folder, 'lumbung.sqlite'),
  now: () => Number(begin) + Math.round(performance.now()),
  host: { version: '0', host: 'process', dataFolder: folder, isPractice: false },
  outside: nodeOutside(folder),
  resourcesFolder: join(import.meta.dirname, '../../resources'),
})
const client = createRouterClient(core.router)
const die = dice(Number(life))
const day = new Date(Number(begin)).toISOString().slice(0, 10)
await core.sync.start()
// a killed process leaves no cache behind by itself
flushCompileCache()
process.stdout.write('ready\n')
while (true) {
  await new Promise((waited) => setTimeout(waited, die.between(30, 300)))
  await client.inventory.adjust({
    id: newId(),
    kind: 'found',
    day,
    note: 'ditemukan di gudang',
    lines: [{ variantId, pieces: die.between(1, 3) }],
  })
  process.stdout.write('found\n')
}
