import { describe, expect, test } from 'vitest'
import { anOrderFile, type Cells } from '../../builders/shopee-order-file.ts'
import { orderIn, read } from './reading.ts'

const REQUEST = 'Status Pembatalan/ Pengembalian'

const stateOf = async (status: string, cells: Cells = {}) =>
  (
    await orderIn(
      anOrderFile('49 columns with failed deliveries, 2023').withOrder('261104HN3T8WQA', { status, cells }).xlsx(),
    )
  ).state

const RECEIVED = 'Pesanan diterima, namun Pembeli masih dapat mengajukan pengembalian hingga 2026-11-22'

describe('what Shopee says of an order', () => {
  test.each([
    ['Belum Bayar', 'unpaid'],
    ['Perlu Dikirim', 'to_arrange'],
    ['Sedang Dikirim', 'in_transit'],
    ['Telah Dikirim', 'delivered'],
    [RECEIVED, 'delivered'],
    ['Selesai', 'completed'],
    ['Batal', 'cancelled'],
    ['Unpaid', 'unpaid'],
    ['To ship', 'to_arrange'],
    ['Shipping', 'in_transit'],
    ['Completed', 'completed'],
    ['Cancelled', 'cancelled'],
    ['  SEDANG   dikirim ', 'in_transit'],
  ])('%s is %s', async (status, state) => {
    expect(await stateOf(status)).toBe(state)
  })

  test('an order to be sent is arranged once it has a waybill', async () => {
    expect(await stateOf('Perlu Dikirim', { 'No. Resi': 'SPXID068307536184' })).toBe('arranged')
    expect(await stateOf('Perlu Dikirim', { 'No. Resi': '-' })).toBe('to_arrange')
  })

  test('a request before shipping is one to cancel; a dropped one changes nothing', async () => {
    expect(await stateOf('Perlu Dikirim', { [REQUEST]: 'Permintaan Disetujui' })).toBe('cancel_requested')
    expect(await stateOf('Perlu Dikirim', { [REQUEST]: 'Permintaan Dibatalkan' })).toBe('to_arrange')
  })

  test('a return in progress is open, a dropped one is not', async () => {
    expect(await stateOf('Selesai', { [REQUEST]: 'Pengembalian sedang diproses' })).toBe('return_open')
    expect(await stateOf('Telah Dikirim', { [REQUEST]: 'Pengembalian Diproses' })).toBe('return_open')
    expect(await stateOf('Selesai', { [REQUEST]: 'Permintaan Dibatalkan' })).toBe('completed')
  })

  test('a delivery that failed on the road is not on its way any more; cancelled stays cancelled', async () => {
    const cells = { 'Failed Deliver Status': 'Paket dikembalikan ke Penjual' }
    expect(await stateOf('Sedang Dikirim', cells)).toBe('delivery_failed')
    expect(await stateOf('Batal', cells)).toBe('cancelled')
  })

  test('goods left the shop when "shipping arranged" is filled, also for an order cancelled on the road', async () => {
    const cells = { 'Waktu Pengiriman Diatur': '2026-11-05 16:06' }
    const leftAbout = async (status: string) =>
      (await orderIn(anOrderFile().withOrder('261104HN3T8WQA', { status, cells }).xlsx())).presumedShippedAt
    expect(await leftAbout('Batal')).toBe(Date.parse('2026-11-05T16:06:00+07:00'))
    expect(await leftAbout('Sedang Dikirim')).toBe(Date.parse('2026-11-05T16:06:00+07:00'))
    expect(await leftAbout('Perlu Dikirim')).toBeNull()
  })

  test('cash on delivery is known by its payment method', async () => {
    const isCod = async (method: string) =>
      (
        await orderIn(
          anOrderFile()
            .withOrder('261104HN3T8WQA', { cells: { 'Metode Pembayaran': method } })
            .xlsx(),
        )
      ).isCod
    expect(await isCod('COD (Bayar di Tempat)')).toBe(true)
    expect(await isCod('SPayLater')).toBe(false)
  })

  test('an unknown word is kept, counted and remarked on once per order; the order comes in', async () => {
    const file = anOrderFile().withOrder('261104HN3T8WQA', {
      status: 'Menunggu Konfirmasi Kurir',
      items: [{ product: 'Outer' }, { product: 'Kemeja' }],
    })
    const { problems, orders, totals } = await read(file.xlsx())
    expect(problems).toMatchObject([
      { code: 'STATUS_UNKNOWN', row: 2, columnLetter: 'B', value: 'Menunggu Konfirmasi Kurir', blocks: false },
    ])
    expect(orders[0]?.snapshot).toMatchObject({ state: 'unknown', rawStatus: 'Menunggu Konfirmasi Kurir' })
    expect(totals.ordersByStatus).toEqual({ 'Menunggu Konfirmasi Kurir': 1 })
  })

  test('a status with a date in it is counted under its words', async () => {
    const file = anOrderFile()
      .withOrder('261104HN3T8WQA', { status: RECEIVED })
      .withOrder('261105KX9PLM2B', { status: RECEIVED.replace('22', '24') })
    expect((await read(file.xlsx())).totals.ordersByStatus).toEqual({
      'Pesanan diterima, namun Pembeli masih dapat mengajukan pengembalian': 2,
    })
  })
})
