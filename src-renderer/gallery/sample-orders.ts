import type { Channel, OrderState } from '../../src-shared/orders/order.ts'

/** The shop of the gallery, on one fixed morning: Batik Ratna, Jepara, Minggu 22 November 2026, 09.14 WIB. */
export const NOW = Date.parse('2026-11-22T02:14:00Z')

export interface SampleOrder {
  id: string
  number: string
  channel: Channel
  goods: string
  more: number
  pieces: number
  courier: string
  grossSales: number
  profit: number
  state: OrderState
  shipBy: number
}

const minutes = (count: number) => NOW + count * 60_000
const tonight = Date.parse('2026-11-22T16:59:00Z')

const morning: Omit<SampleOrder, 'id'>[] = [
  {
    number: '261122X4VXZG5P',
    channel: 'shopee',
    goods: 'Outer Sekar Jagad S',
    more: 0,
    pieces: 1,
    courier: 'SPX Instant',
    grossSales: 159_000,
    profit: 34_985,
    state: 'arranged',
    shipBy: minutes(61),
  },
  {
    number: '578912343013655345',
    channel: 'tiktok',
    goods: 'Daster Mega Biru M',
    more: 0,
    pieces: 1,
    courier: 'GoSend Instan',
    grossSales: 79_000,
    profit: 17_894,
    state: 'to_arrange',
    shipBy: minutes(86),
  },
  {
    number: '261121WX7G51E0',
    channel: 'shopee',
    goods: 'Kemeja Parang Kartini S',
    more: 1,
    pieces: 2,
    courier: 'SPX Instant',
    grossSales: 358_000,
    profit: 76_985,
    state: 'printed',
    shipBy: minutes(106),
  },
  {
    number: '261122HJHXZT8Q',
    channel: 'shopee',
    goods: 'Kemeja Parang Kartini L',
    more: 0,
    pieces: 1,
    courier: 'SPX Instant',
    grossSales: 179_000,
    profit: 31_610,
    state: 'to_arrange',
    shipBy: minutes(111),
  },
  {
    number: '578912343014474750',
    channel: 'tiktok',
    goods: 'Blus Kembang Setaman Merah Marun',
    more: 1,
    pieces: 3,
    courier: 'GoSend Instan',
    grossSales: 407_000,
    profit: 100_858,
    state: 'printed',
    shipBy: minutes(286),
  },
  {
    number: '2611216EKEZT9Q',
    channel: 'shopee',
    goods: 'Kemeja Lung Ukir XL',
    more: 1,
    pieces: 2,
    courier: 'SPX Instant',
    grossSales: 318_000,
    profit: 80_610,
    state: 'printed',
    shipBy: minutes(316),
  },
  {
    number: 'LB-261121-019',
    channel: 'own',
    goods: 'Blus Kembang Setaman L',
    more: 1,
    pieces: 2,
    courier: 'SiCepat REG',
    grossSales: 258_000,
    profit: 106_510,
    state: 'to_arrange',
    shipBy: tonight,
  },
  {
    number: '2611219K3M7QXP',
    channel: 'shopee',
    goods: 'Kemeja Lung Ukir L',
    more: 1,
    pieces: 3,
    courier: 'SPX Standard',
    grossSales: 467_000,
    profit: 89_000,
    state: 'printed',
    shipBy: tonight,
  },
  {
    number: '261122KGMCYCAV',
    channel: 'shopee',
    goods: 'Kain Macan Kurung 2 m',
    more: 0,
    pieces: 1,
    courier: 'SPX Hemat',
    grossSales: 189_000,
    profit: -18_735,
    state: 'arranged',
    shipBy: minutes(-40),
  },
  {
    number: '261121KVQ9MR8S',
    channel: 'shopee',
    goods: 'Blus Kembang Setaman M',
    more: 1,
    pieces: 2,
    courier: 'J&T Express',
    grossSales: 288_000,
    profit: 65_310,
    state: 'packed',
    shipBy: tonight,
  },
]

/** As many orders as asked, the first ten by hand and the rest in their manner. */
export const sampleOrders = (count: number): SampleOrder[] =>
  Array.from({ length: count }, (_, index) => {
    const pattern = morning[index % morning.length]!
    const number =
      index < morning.length ? pattern.number : `${pattern.number.slice(0, -3)}${String(index).padStart(3, '0')}`
    return { ...pattern, number, id: `order-${index}`, shipBy: index < morning.length ? pattern.shipBy : tonight }
  })
