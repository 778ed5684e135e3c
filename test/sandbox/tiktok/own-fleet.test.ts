import { expect, test } from 'vitest'
import { aConnectedApp } from './an-app.ts'

const DELIVER = '/fulfillment/202309/packages/deliver'
const OWN = { tracking_number: 'JEPARA-0001', shipping_provider_id: '7117858858072016641' }

test('the seller’s own driver says what became of a parcel; parcels of others are not his', async () => {
  const app = await aConnectedApp()
  const [mine, lost, theirs] = [await app.paid(), await app.paid(), await app.paid()]
  await app.ship(mine.packageId, { handover_method: 'DROP_OFF', self_shipment: OWN })
  await app.ship(lost.packageId, {
    handover_method: 'DROP_OFF',
    self_shipment: { ...OWN, tracking_number: 'JEPARA-0002' },
  })
  await app.ship(theirs.packageId)
  const say = async (id: string, delivery_type: string, more: object = {}) =>
    (await app.ask('POST', DELIVER, { body: { packages: [{ id, delivery_type, ...more }] } })).data?.errors?.[0]
      ?.code ?? 0
  expect(await say(mine.packageId, 'DELIVERY_SUCCESS')).toBe(21011043)
  for (const { id } of [mine, lost, theirs]) app.step(id, 'pickUp')
  expect(await say(theirs.packageId, 'DELIVERY_SUCCESS')).toBe(10007014)
  expect(await say('1', 'DELIVERY_SUCCESS')).toBe(21011028)
  const unsaid = await app.ask('POST', DELIVER, {
    body: { packages: [{ id: mine.packageId, delivery_type: 'DELIVERY_FAILED' }] },
  })
  expect(unsaid.code).toBe(36009004)
  expect(await say(mine.packageId, 'DELIVERY_FAILED', { fail_delivery_reason: 'DELAY_DELIVERY' })).toBe(0)
  expect((await app.order(mine.id)).status).toBe('IN_TRANSIT')
  expect(await say(mine.packageId, 'UPDATE_POD')).toBe(10007002)
  expect(await say(mine.packageId, 'DELIVERY_SUCCESS')).toBe(0)
  expect((await app.order(mine.id)).status).toBe('DELIVERED')
  expect(await say(mine.packageId, 'DELIVERY_SUCCESS')).toBe(21011030)
  expect(await say(lost.packageId, 'DELIVERY_FAILED', { fail_delivery_reason: 'PACKAGE_LOST' })).toBe(0)
  expect((await app.order(lost.id)).status).toBe('CANCELLED')
})

test('the number of an order is corrected while the seller’s own courier has it', async () => {
  const app = await aConnectedApp()
  const { id, packageId } = await app.paid()
  const correct = (body: object) =>
    app.ask('POST', `/fulfillment/202309/orders/${id}/shipping_info/update`, { body: { ...OWN, ...body } })
  expect((await correct({})).code).toBe(21011043)
  await app.ship(packageId, { handover_method: 'DROP_OFF', self_shipment: OWN })
  expect((await correct({ shipping_provider_id: '1' })).code).toBe(21011022)
  expect((await correct({ tracking_number: 'JEPARA-0009' })).code).toBe(0)
  expect((await app.order(id)).tracking_number).toBe('JEPARA-0009')
  const other = await app.paid()
  await app.ship(other.packageId)
  const path = `/fulfillment/202309/orders/${other.id}/shipping_info/update`
  expect((await app.ask('POST', path, { body: OWN })).code).toBe(21011004)
})

test('a proof is a picture or a PDF', async () => {
  const app = await aConnectedApp()
  const upload = (path: string, bytes: string, name: string) => {
    const form = new FormData()
    form.set('data', new Blob([Buffer.from(bytes, 'latin1')]), name)
    form.set('name', name)
    return app.ask('POST', path, { form })
  }
  const files = '/fulfillment/202309/files/upload'
  expect((await upload(files, '%PDF-1.7\n', 'bukti.pdf')).data).toMatchObject({ name: 'bukti.pdf' })
  expect((await upload(files, 'halo', 'bukti.pdf')).code).toBe(36009004)
  expect((await upload('/fulfillment/202309/images/upload', 'halo', 'bukti.png')).code).toBe(36009004)
})
