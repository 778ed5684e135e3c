import type { ChannelWorld } from '../conformance.ts'
import { conforms } from '../conformance.ts'
import { exampleConnector } from './example-connector.ts'
import { EXAMPLE_APP, openExampleMarket } from './example-market.ts'

const PATHS = { orders: /^\/orders$/, 'set stock': /^\/items\/stock$/, 'create item': /^\/items\/make$/ }

/** The example channel with two goods on sale. */
async function anExampleWorld(): Promise<ChannelWorld> {
  const clock = { now: Date.parse('2026-11-22T02:14:00Z') }
  const market = await openExampleMarket({ now: () => clock.now })
  const goods = { name: 'Kemeja Kawung', code: 'KWG', stock: 40, reserved: 0, price: 119_000 }
  market.models.push(
    { ...goods, item: '2500139861', model: '9007199254740993', option: 'Navy, M' },
    { ...goods, item: '2500139861', model: '9007199254740994', option: 'Navy, L' },
    { ...goods, item: '2500139862', model: '', option: '' },
    { ...goods, item: '2500139863', model: '', option: '' },
  )
  const address = market.address
  const connector = exampleConnector(address)
  let numbers = 0
  const set = (number: string, change: object) => {
    clock.now += 1000
    Object.assign(market.orders.get(number)!, change, { changed: clock.now })
  }
  return {
    connector,
    app: { ...EXAMPLE_APP, addresses: connector.addresses },
    now: () => clock.now,
    async move(ms) {
      clock.now += ms
    },
    async consent(page, answer) {
      const response = await fetch(`${page}&answer=${answer}`, { redirect: 'manual' })
      return response.headers.get('location')!
    },
    async buy(lines) {
      clock.now += 1000
      const number = `2611229${String(++numbers).padStart(6, '0')}`
      market.orders.set(number, {
        number,
        status: 'PAID',
        placed: clock.now,
        changed: clock.now,
        paid: clock.now,
        sent: null,
        arrived: null,
        done: null,
        cancelled: null,
        ship_by: clock.now + 2 * 86_400_000,
        buyer: 'b***1',
        shipping: 12_000,
        courier: '',
        waybill: '',
        lines: lines.map(({ itemId, modelId, pieces }, at) => {
          const model = market.models.find(({ item, model }) => item === itemId && model === modelId)!
          const { name, option, code, price } = model
          const line = `${number}-${at}`
          return { line, item: itemId, model: modelId, name, option, code, list_price: price, price, pieces }
        }),
      })
      return number
    },
    async bring(number, to) {
      if (to === 'shipped') set(number, { status: 'SENT', sent: clock.now })
      else if (to === 'delivered') set(number, { status: 'ARRIVED', sent: clock.now, arrived: clock.now })
      else if (to === 'completed') set(number, { status: 'DONE', done: clock.now })
      else if (to === 'cancelled') set(number, { status: 'CANCELLED', cancelled: clock.now })
      else if (to === 'cancel asked') set(number, { status: 'CANCEL_ASKED' })
      else
        market.returns.push({
          number: `R${number}`,
          order: number,
          status: 'ASKED',
          changed: clock.now,
          refund: 119_000,
          waybill: '',
        })
    },
    release: async (order) =>
      void market.releases.push({
        id: `D${order}`,
        order,
        at: clock.now,
        lines: [
          { name: 'Harga Asli Produk', amount: 238_000 },
          { name: 'Biaya Administrasi', amount: -16_660 },
        ],
      }),
    async revoke() {
      market.consents = false
    },
    fault: async (kind, call) => market.fault(PATHS[call], kind),
    drift: async () => {
      for (const order of market.orders.values()) Object.assign(order, { status: 'TELEPORTED', mood: 'happy' })
    },
    close: market.close,
  }
}

conforms('Pasar Contoh', anExampleWorld)
