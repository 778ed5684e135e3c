import { expect, test } from 'vitest'
import { readAddress, writeAddress } from '../../src-renderer/orders/order-address.ts'

const ID = '01a20108-2240-715f-923d-6d96a66198d0'

test('an address names tab, part, channel, search and order, and reads back as it was written', () => {
  const address = readAddress('/pesanan', `tab=to_ship&state=packed&channel=tiktok&query=kawung&id=${ID}`)
  expect(address).toMatchObject({ tab: 'to_ship', state: 'packed', channel: 'tiktok', query: 'kawung', id: ID })
  expect(readAddress('/pesanan', writeAddress(address).split('?')[1]!)).toEqual(address)
})

test('a day, what is urgent and the order of the rows stand in the address too', () => {
  const address = readAddress('/pesanan', 'tab=to_ship&day=2026-11-21&due=soon&sort=reversed')
  expect(address).toMatchObject({ day: '2026-11-21', isUrgent: true, isReversed: true })
  expect(readAddress('/pesanan', writeAddress(address).split('?')[1]!)).toEqual(address)
})

test('days, what the rows stand by, and every stage stand in the address too', () => {
  const address = readAddress('/pesanan', 'tab=all&from=2026-11-01&to=2026-11-15&by=value&sort=reversed')
  expect(address).toMatchObject({ tab: 'all', from: '2026-11-01', to: '2026-11-15', sort: 'value', isReversed: true })
  expect(readAddress('/pesanan', writeAddress(address).split('?')[1]!)).toEqual(address)
})

test('an order in the path is named alone, so its tab is still to be found', () => {
  expect(readAddress(`/pesanan/${ID}`, 'tab=returns')).toMatchObject({ id: ID, namesTab: false })
})

test('words nobody knows fall back to what waits for shipping', () => {
  expect(readAddress('/pesanan', 'tab=nonsense&state=x&channel=y')).toMatchObject({
    tab: 'to_ship',
    state: null,
    channel: null,
    id: null,
  })
})
