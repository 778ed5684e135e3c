import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AppWindow, aWindow } from './a-window.ts'

/** How a scan echoes: what the window that scanned, and one that shows something else, ask the core for because of it. */
let shop: AppWindow
let beranda: Page
const asked = { desk: [] as string[], beranda: [] as string[] }

/** Longer than announcements are gathered for. */
const ECHO_MS = 1000

const listen = (page: Page, calls: string[]) =>
  page.on('request', (request) => {
    const procedure = new URL(request.url()).pathname.split('/rpc/')[1]?.replaceAll('/', '.')
    if (procedure && procedure !== 'changes.watch') calls.push(procedure)
  })

beforeAll(async () => {
  shop = await aWindow({ sample: true })
  beranda = await shop.page.context().newPage()
  await beranda.goto(shop.url)
  await beranda.getByRole('heading', { name: 'Kerjakan sekarang' }).waitFor()
  await shop.visit('/kemas')
  await shop.page.getByText('Scan No. Resi atau No. Pesanan').first().waitFor()
  await shop.page.waitForTimeout(ECHO_MS)
  listen(shop.page, asked.desk)
  listen(beranda, asked.beranda)
})
afterAll(() => shop?.close())

/** What both windows ask from the act until its echo is over. */
async function echoOf(act: () => Promise<unknown>) {
  asked.desk.length = 0
  asked.beranda.length = 0
  await act()
  await shop.page.waitForTimeout(ECHO_MS)
  return { desk: asked.desk.toSorted(), beranda: asked.beranda.toSorted() }
}

test('a scan is one call, and no other window asks anything; the one that closes the parcel asks for what it changed', async () => {
  const { parcels } = await shop.client.fulfilment.queue()
  const { orderNumber } = parcels[0]!
  const { parcel } = await shop.client.fulfilment.scan({ code: orderNumber, parcelId: null })
  const opened = await echoOf(() => shop.scan(orderNumber))
  expect(opened).toEqual({ desk: ['fulfilment.scan'], beranda: [] })

  const codes = parcel!.items.flatMap(({ sku, pieces }) => Array<string>(pieces).fill(sku))
  for (const code of codes.slice(0, -1)) {
    expect(await echoOf(() => shop.scan(code)), code).toEqual({ desk: ['fulfilment.scan'], beranda: [] })
  }
  const packed = await echoOf(() => shop.scan(codes.at(-1)!))
  expect([...new Set(packed.desk)]).toEqual(['fulfilment.progress', 'fulfilment.scan'])
  expect(packed.desk.length).toBeLessThanOrEqual(4)
  expect(packed.beranda).toEqual([
    'orders.beforeBooks',
    'orders.tabs',
    'payouts.next',
    'reports.salesByDay',
    'reports.today',
  ])
})

test('at the door a scan is one call as well', async () => {
  await shop.page.keyboard.press('F4')
  await shop.page.waitForTimeout(ECHO_MS)
  const group = (await shop.client.fulfilment.handover.list()).find(({ parcels }) => parcels.length > 0)
  const echo = await echoOf(() => shop.scan(group!.parcels[0]!.orderNumber))
  expect(echo).toEqual({ desk: ['fulfilment.handover.scan'], beranda: [] })
})

test('a window that nobody looks at asks when it is seen again, and then shows what was done meanwhile', async () => {
  const look = (state: 'hidden' | 'visible') =>
    beranda.evaluate((now) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: now === 'hidden' })
      document.dispatchEvent(new Event('visibilitychange'))
    }, state)
  const name = beranda.getByText('Bu Ratna Wulandari')
  await look('hidden')
  const away = await echoOf(() => shop.client.settings.change({ ownerName: 'Bu Ratna Wulandari' }))
  expect(away.beranda).toEqual([])
  expect(await name.count()).toBe(0)
  await look('visible')
  await name.first().waitFor()
})
