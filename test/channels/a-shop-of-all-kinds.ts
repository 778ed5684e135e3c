import { expect } from 'vitest'
import { firstOfMonth, lastOfMonth } from '../../src-shared/kernel/business-day.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { aCore } from '../builders/a-core.ts'
import { aFile } from '../builders/a-file.ts'
import type { FileInHand } from '../builders/a-month-of-files.ts'
import { balancesByMonth, balancesOf, hledger } from '../builders/hledger.ts'

/** A shop at two channels with a bank account, that takes in whatever its owner downloaded. */
export async function aShopOfAllKinds(startDay: string) {
  const shop = await aCore({ setUp: { startDay, keepsHousehold: true } })
  const { client, clock, doors } = shop
  const places = { shopee: newId(clock.now), tiktok: newId(clock.now) }
  await client.channels.shops.save({ id: places.shopee, channel: 'shopee', name: 'Batik Ratna Official' })
  await client.channels.shops.save({ id: places.tiktok, channel: 'tiktok', name: 'Batik Ratna' })
  const take = async ({ name, bytes }: FileInHand): Promise<string> => {
    const { importId, channel } = await client.channels.files.stage({ file: aFile(name, bytes) })
    const place = channel === null ? { account: '1110' as const } : { shopId: places[channel as 'shopee'] }
    const despite = Object.values(places)
    for await (const news of await client.channels.files.confirm({ importId, ...place, despite }))
      if (news.type === 'result') {
        clock.now += 60_000
        return news.outcome.kind
      }
    throw new Error(`${name} ended without a result`)
  }
  /** The owner agrees with whatever is suggested, to the last line of the bank. */
  const answerTheBank = async () => {
    await client.bank.agreeCertain({ batch: newId() })
    for (const { id, suggestion } of (await client.bank.lines({ state: 'waiting', limit: 200 })).rows)
      if (suggestion) await client.bank.answer({ id, batch: newId(), answer: suggestion.answer })
  }
  return { ...shop, take, answerTheBank, raw: doors.raw }
}
type Shop = Awaited<ReturnType<typeof aShopOfAllKinds>>

/** What another program makes of the journal alone, beside the books, the neraca of each month's end and the laba rugi of each month. */
export async function agreesWithHledger({ client, raw }: Shop): Promise<{ entries: number; months: string[] }> {
  const { text, entries } = await client.ledger.exportJournal({ format: 'hledger' })
  expect(() => hledger(text, 'check', '--strict')).not.toThrow()
  const ours = raw
    .prepare('SELECT account, sum(amount) AS amount FROM posting GROUP BY account HAVING sum(amount) <> 0')
    .all()
  expect(balancesOf(text)).toEqual(
    Object.fromEntries((ours as { account: string; amount: number }[]).map(({ account, amount }) => [account, amount])),
  )
  const shop = (await client.ledger.exportJournal({ format: 'hledger', book: 'usaha' })).text
  const sum = (balances: Record<string, number>, fits: (code: string) => boolean) =>
    Object.entries(balances).reduce((total, [code, amount]) => total + (fits(code) ? amount : 0), 0)
  for (const [month, balances] of balancesByMonth(shop, '--historical')) {
    const { assets, liabilities, difference } = await client.ledger.neraca({ day: lastOfMonth(month) })
    const position = sum(balances, (code) => code < '3000')
    expect([month, difference, assets.total - liabilities.total]).toEqual([month, 0, position])
  }
  const moved = balancesByMonth(shop)
  for (const [month, balances] of moved) {
    const { netProfit } = await client.ledger.labaRugi({ from: firstOfMonth(month), to: lastOfMonth(month) })
    const profit = 0 - sum(balances, (code) => code >= '4000' && code < '9000')
    expect([month, netProfit.amount]).toEqual([month, profit])
  }
  return { entries, months: [...moved.keys()] }
}
