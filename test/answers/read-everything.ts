import { FIRST_DAY, LAST_DAY } from '../../src-shared/kernel/limits.ts'
import type { ShopUnderAttack } from './a-shop-under-attack.ts'

/** Everything a shop can ask to see, each page, each sheet, each export. */
export async function readEverything({ client, skus }: Pick<ShopUnderAttack, 'client' | 'skus'>): Promise<void> {
  const orders = await client.orders.list({})
  await client.orders.tabs()
  for (const { id } of orders.rows) {
    await client.orders.get({ id })
    await client.returns.get({ orderId: id })
  }
  for (const { id } of (await client.purchasing.list({})).rows) await client.purchasing.get({ id })
  await client.purchasing.suppliers({})
  await client.purchasing.restock({})
  for (const { id } of (await client.inventory.adjustments({})).rows) await client.inventory.adjustment({ id })
  await client.inventory.levels({})
  for (const variantId of skus) await client.inventory.card({ variantId })
  await client.inventory.opening.list({})
  await client.inventory.opening.exportFile({ format: 'csv' })
  await client.inventory.oversold()
  await client.inventory.missingCost()
  for (const { id } of (await client.cash.list({})).rows) await client.cash.get({ id })
  for (const { account } of await client.cash.wallets()) await client.cash.walletBook({ wallet: account })
  await client.household.month({ month: '2026-11' })
  for (const { id } of (await client.catalog.products.list({})).rows) await client.catalog.products.get({ id })
  await client.catalog.products.exportFile({ format: 'csv' })
  await client.catalog.listings.list({ show: 'all' })
  await client.fulfilment.queue({ limit: 50 })
  await client.fulfilment.pickList({})
  await client.channels.files.history({})
  for (const tab of ['waiting', 'inspected', 'claims'] as const) await client.returns.list({ tab })
  await client.bank.lines({})
  for (const view of ['asked', 'all'] as const) await client.payouts.lines({ view })
  await readBooks(client)
}

async function readBooks(client: ShopUnderAttack['client']): Promise<void> {
  const neraca = await client.ledger.neraca({ day: '2026-11-22' })
  if (neraca.difference !== 0) throw new Error(`neraca is out by ${neraca.difference}`)
  await client.ledger.neraca({ day: LAST_DAY })
  await client.ledger.labaRugi({ from: '2026-11-01', to: '2026-11-22' })
  await client.ledger.labaRugi({ from: FIRST_DAY, to: LAST_DAY })
  for (const { id } of (await client.ledger.entries({})).rows) await client.ledger.entry({ id })
  await client.ledger.accountEntries({ accounts: ['1101', '1301'] as never, to: LAST_DAY })
  await client.ledger.opening.get()
  for (const format of ['hledger', 'csv', 'excel'] as const) await client.ledger.exportJournal({ format })
  await client.reports.today()
  await client.reports.beforeClosing({ month: '2026-10' })
  await client.reports.sellers({ month: '2026-11' })
  await client.reports.firstSteps()
  await client.reports.salesByDay({ from: FIRST_DAY, to: LAST_DAY })
}
