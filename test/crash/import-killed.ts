import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { expect } from 'vitest'
import { dice } from '../../src-main/sample-shop/dice.ts'
import { countsOf } from '../../src-shared/channels/counts-of.ts'
import type { contract } from '../../src-shared/contract.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import { aProduct, aVariant } from '../builders/a-product.ts'
import { anOrderFile } from '../builders/shopee-order-file.ts'
import { cookieFrom } from '../hosts/a-web-host.ts'
import { aMortalHost } from './a-mortal-host.ts'

type Client = ContractRouterClient<typeof contract>

/** About as long as it takes to be accepted. */
const EARLY_MS = 250

/** Orders that no file before it named. */
function aFileOf(orders: number, fileNumber: number): File {
  const file = anOrderFile()
  for (let index = 0; index < orders; index++) {
    const day = String(2 + (index % 18)).padStart(2, '0')
    file.withOrder(`2611${day}${String(fileNumber * orders + index).padStart(8, '0')}`, {
      status: index % 3 === 0 ? 'Perlu Dikirim' : 'Sedang Dikirim',
      items: [{ product: 'Kemeja', sku: 'KMJ', pieces: 1 + (index % 2), price: 100_000 }],
      cells: index % 3 === 0 ? {} : { 'Waktu Pengiriman Diatur': `2026-11-${day} 19:00` },
    })
  }
  return aFile(`Order.all.${fileNumber}.csv`, file.csv())
}

/** How an import ended, as whoever asks again is told; `gone` when nothing of it is known. */
async function endOf(client: Client, importId: string, shopId: string, onProgress = () => {}) {
  try {
    for await (const news of await client.channels.files.confirm({ importId, shopId }))
      if (news.type === 'result') return countsOf(news.outcome).added
      else onProgress()
  } catch (problem) {
    if (problem instanceof ORPCError && problem.code === 'IMPORT_NOT_FOUND') return 'gone'
    throw problem
  }
  throw new Error('the stream ended without an answer')
}

/**
 * Imports over HTTP whose host is killed at a random moment, and then sometimes again while it finishes what was cut off. Once it
 * is open: nothing of the file is in, or everything, and everything where its progress had been heard; the verifier is green; and the same import asked again says which.
 */
export async function importsKilled(
  imports: number,
  orders: number,
  seed: number,
): Promise<{ whole: number; nothing: number }> {
  const { core, client: own, folder, clock } = await aCore()
  const shopId = newId(clock.now)
  await own.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna Official' })
  const shirt = aProduct({ variants: [aVariant({ sku: 'KMJ' })] })
  await own.catalog.products.save(shirt)
  const pieces = 2 * orders * imports
  await own.inventory.opening.save({
    isMeant: true,
    lines: [{ variantId: shirt.variants[0]!.id, pieces, unitCost: 50_001 }],
  })
  core.close()

  const host = await aMortalHost(folder)
  const cookie = await cookieFrom(await host.start())
  const client: Client = createORPCClient(new RPCLink({ url: `${host.url}/rpc`, headers: { cookie } }))
  const ordersIn = async () => (await client.orders.tabs()).reduce((total, tab) => total + tab.orders, 0)
  const die = dice(seed)
  const ends = { whole: 0, nothing: 0 }
  let before = 0
  let longest = 300
  for (let fileNumber = 0; fileNumber < imports; fileNumber++) {
    const { importId } = await client.channels.files.stage({ file: aFileOf(orders, fileNumber) })
    const began = performance.now()
    const begun = Promise.withResolvers<void>()
    let isAccepted = false
    let isOver = false
    const asked = endOf(client, importId, shopId, () => {
      isAccepted = true
      begun.resolve()
    }).then(
      () => {
        isAccepted = true
        isOver = true
        longest = performance.now() - began
        begun.resolve()
      },
      // its line broke
      () => begun.resolve(),
    )
    const isEarly = die.between(0, 3) === 0
    if (!isEarly) await begun.promise
    await new Promise((lived) => setTimeout(lived, die.between(0, isEarly ? EARLY_MS : Math.round(longest))))
    const wasOver = isOver
    const wasAccepted = isAccepted
    await host.kill()
    await asked
    if (!wasOver && !isEarly) longest *= 1.5
    while (die.between(0, 1)) await host.startInVain(die.between(200, 2_000))
    await host.start()

    const came = (await ordersIn()) - before
    // what said how far it is was accepted, and what was accepted ends
    expect(wasAccepted ? [orders] : [0, orders], `import ${fileNumber}`).toContain(came)
    expect(await client.work.underWay()).toEqual([])
    const { findings } = await client.ledger.verify()
    expect(findings.filter(({ ok }) => !ok)).toEqual([])
    expect(await endOf(client, importId, shopId)).toBe(came === 0 ? 'gone' : orders)
    before += came
    ends[came === 0 ? 'nothing' : 'whole']++
  }
  return ends
}
