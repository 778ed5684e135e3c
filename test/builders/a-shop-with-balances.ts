import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from './a-core.ts'
import { aFile } from './a-file.ts'

const HOUR = 3_600_000

/** A Shopee shop that takes files in and back, with the balances of its books by account. */
export async function aShopWithBalances() {
  const { client, clock, doors } = await aCore()
  const shopId = newId(clock.now)
  await client.channels.shops.save({ id: shopId, channel: 'shopee', name: 'Batik Ratna Official' })
  let files = 0
  const take = async (
    bytes: Uint8Array | string,
    name = `berkas-${++files}.xlsx`,
    place: { shopId: string } | { account: '1110' | '1111' } = { shopId },
  ) => {
    const { importId } = await client.channels.files.stage({ file: aFile(name, bytes) })
    for await (const news of await client.channels.files.confirm({ importId, ...place }))
      if (news.type === 'result') {
        clock.now += HOUR
        return news.outcome
      }
    throw new Error('the stream ended without a result')
  }
  const takeBack = async (importId: string) => {
    for await (const news of await client.channels.files.withdraw({ importId }))
      if (news.type === 'result') return news.outcome.withdrawal
    throw new Error('the stream ended without a result')
  }
  /** Debit less credit of every account that has any. */
  const balances = (): Record<string, number> =>
    Object.fromEntries(
      doors.raw
        .prepare('SELECT account, sum(amount) AS amount FROM posting GROUP BY account HAVING sum(amount) <> 0')
        .all()
        .map((row) => Object.values(row as { account: string; amount: number }) as [string, number]),
    )
  return { client, clock, doors, shopId, take, takeBack, balances }
}
