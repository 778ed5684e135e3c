import { getEventIteratorSchemaDetails } from '@orpc/contract'
import { resolveContractProcedures } from '@orpc/server'
import { expect, test } from 'vitest'
import { ACTS, KEEPS_A_SECRET, LONG_CALLS } from '../../src-shared/acts.ts'
import { contract } from '../../src-shared/contract.ts'

/** Asked with POST, for want of room in an address or because a file goes along; nothing of the shop changes by them. */
const ONLY_ASK = [
  'bank.rules.preview',
  'settings.startPractice',
  'sync.stock.marks',
  // buyers and days of a marketplace that one practises on: it keeps them itself, beside the shop
  'sync.practice.pace',
  'sync.practice.buyer',
  'sync.practice.nextDay',
  'settings.noteDefect',
  'ledger.verify',
  'inventory.booksWhenCounted',
  'settlements.rules.preview',
  'orders.exportFile',
  'fulfilment.handover.scan',
  'fulfilment.handover.sheet',
  'fulfilment.pickListSheet',
  'fulfilment.shoppingListSheet',
  'fulfilment.testLabel',
  'fulfilment.stickerGoods',
  'fulfilment.stickers',
  'fulfilment.commandCards',
  'fulfilment.badge',
  'returns.scan',
  'payouts.exportFile',
  'channels.archives.open',
  'channels.files.stage',
  'channels.files.read',
  'channels.files.preview',
  'channels.files.previewWithdrawal',
  'channels.files.discard',
  'fileMappings.look',
  'fileMappings.lookAgain',
  'fileMappings.try',
  'sync.connect.begin',
  'orderActs.choices',
  'orderActs.ofOrders',
  'sync.stock.rehearse',
  'productFiles.look',
  'productFiles.write',
  // files beside the shop, and the file in its place: nothing of what stands in it
  'backup.make',
  'backup.test',
  'backup.place.choose',
  'backup.code.show',
  'backup.code.sheet',
  'backup.code.confirm',
  'backup.code.unlock',
  'backup.setPassphrase',
  'backup.openWithKey',
  'backup.rescue.saveCopy',
  'backup.rescue.tryAgain',
  'backup.find',
  'backup.look',
  'backup.restore',
]

async function procedures() {
  const found: { path: string; method: string | undefined; isLong: boolean }[] = []
  await resolveContractProcedures({ router: contract, path: [] }, ({ contract: procedure, path }) => {
    const { route, outputSchema } = procedure['~orpc']
    found.push({
      path: path.join('.'),
      method: route.method,
      isLong: getEventIteratorSchemaDetails(outputSchema) !== undefined,
    })
  })
  return found
}

test('every procedure is a question, an act with a name, or asked with a secret', async () => {
  const sent = (await procedures()).filter(({ method }) => method !== 'GET').map(({ path }) => path)
  expect(sent.filter((path) => !ONLY_ASK.includes(path)).sort()).toEqual([...ACTS, ...KEEPS_A_SECRET].sort())
})

test('every procedure that answers with a stream takes turns with the other long ones; the stream of changes does not', async () => {
  const long = (await procedures()).filter(({ isLong }) => isLong).map(({ path }) => path)
  expect(long.sort()).toEqual([...LONG_CALLS, 'changes.watch'].sort())
})
