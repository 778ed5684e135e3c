import { inflateRawSync } from 'node:zlib'
import type Sqlite from 'better-sqlite3'
import { openedRow } from '../../src-main/core/database/sealing.ts'
import { aBalanceReport } from './a-balance-report.ts'
import { anIncomeFile } from './shopee-income-file.ts'
import { anOrderFile, type Cells, dots } from './shopee-order-file.ts'
import { aTiktokIncomeFile } from './tiktok-income-file.ts'
import { aTiktokOrderFile } from './tiktok-order-file.ts'

/*
 * What a seller would have downloaded from Seller Centre, written out of what the API said in the very words of the wire: the readers
 * of neither side are asked. Both tell of one shop, so whoever takes in the one or the other must come to the same.
 */

// biome-ignore lint/suspicious/noExplicitAny: a stranger to both sides knows no types of the wire
type Told = any

/** Everything the channel said of a thing, oldest first. */
const saidAbout = (raw: Sqlite.Database, shopId: string, about: string): Told[] =>
  (
    raw
      .prepare('SELECT shop_id, about, key, body FROM inbox WHERE shop_id = ? AND about = ? ORDER BY seq')
      .all(shopId, about) as { body: Buffer }[]
  ).map((row) => JSON.parse(inflateRawSync(openedRow('inbox', row).body).toString('utf8')))

const WIB_MS = 7 * 3_600_000
/** A moment in unix seconds on a clock in Jepara. */
const wib = (seconds: number) => new Date(seconds * 1000 + WIB_MS).toISOString()
const dashed = (seconds: number | undefined) => (seconds ? wib(seconds).slice(0, 16).replace('T', ' ') : '')
const slashed = (seconds: number | undefined) => {
  if (!seconds) return ''
  const [day, time] = wib(seconds).split('T') as [string, string]
  return `${day.split('-').reverse().join('/')} ${time.slice(0, 8)}`
}

const SHOPEE_WORDS: Record<string, string> = {
  UNPAID: 'Belum Bayar',
  READY_TO_SHIP: 'Perlu Dikirim',
  PROCESSED: 'Perlu Dikirim',
  SHIPPED: 'Sedang Dikirim',
  TO_CONFIRM_RECEIVE: 'Telah Dikirim',
  COMPLETED: 'Selesai',
  CANCELLED: 'Batal',
}

function shopeeOrders(orders: readonly Told[]): Uint8Array {
  const file = anOrderFile()
  for (const { order, packages, escrow } of orders) {
    const sums = escrow?.order_income ?? {}
    const whole: Cells = {
      'Waktu Pengiriman Diatur': dashed(order.pickup_done_time),
      'Waktu Pembayaran Dilakukan': dashed(order.pay_time),
      'Waktu Pesanan Selesai': order.order_status === 'COMPLETED' ? dashed(order.update_time) : '',
      'Metode Pembayaran': order.cod ? 'COD (Bayar di Tempat)' : order.payment_method,
      'Voucher Ditanggung Penjual': dots(sums.voucher_from_seller ?? 0),
      'Voucher Ditanggung Shopee': dots(sums.voucher_from_shopee ?? 0),
      'Potongan Koin Shopee': dots(sums.coins ?? 0),
      'Ongkos Kirim Dibayar oleh Pembeli': dots(sums.buyer_paid_shipping_fee ?? 0),
      'Estimasi Potongan Biaya Pengiriman': dots(sums.shopee_shipping_rebate ?? 0),
      'Ongkos Kirim Pengembalian Barang': dots(sums.reverse_shipping_fee ?? 0),
      'Perkiraan Ongkos Kirim': dots(order.estimated_shipping_fee ?? 0),
      'Total Pembayaran': dots(order.total_amount ?? 0),
    }
    const tracking = packages[0]?.tracking_number ?? ''
    file.withOrder(order.order_sn, {
      status: SHOPEE_WORDS[order.order_status]!,
      placedAt: dashed(order.create_time),
      trackingNumber: tracking === '-' ? '' : tracking,
      items: order.item_list.map((item: Told) => ({
        product: item.item_name,
        variation: item.model_name,
        sku: item.model_sku || item.item_sku,
        listPrice: item.model_original_price,
        price: item.model_discounted_price,
        pieces: item.model_quantity_purchased,
        cells: { 'SKU Induk': item.item_sku },
      })),
      cells: whole,
    })
  }
  return file.xlsx()
}

/** Columns of the income file beside the wire's own terms; there a cost is a cost whatever its sign. */
const SHOPEE_COSTS: Record<string, string> = {
  voucher_from_seller: 'Voucher disponsor oleh Penjual',
  actual_shipping_fee: 'Ongkir yang Diteruskan oleh Shopee ke Jasa Kirim',
  reverse_shipping_fee: 'Ongkos Kirim Pengembalian Barang',
  order_ams_commission_fee: 'Biaya Komisi AMS',
  commission_fee: 'Biaya Administrasi',
  service_fee: 'Biaya Layanan',
  seller_order_processing_fee: 'Biaya Proses Pesanan',
  delivery_seller_protection_fee_premium_amount: 'Premi',
  seller_transaction_fee: 'Biaya Transaksi',
  campaign_fee: 'Biaya Kampanye',
  withholding_tax: 'PPh 22',
}

function shopeeIncome(releases: readonly Told[]): Uint8Array {
  const file = anIncomeFile('44 columns, 2026').withColumnBefore('PPh 22', 'Total Penghasilan')
  for (const { release, escrow } of releases) {
    const sums = escrow.order_income
    file.withOrder(release.order_sn, {
      releasedOn: wib(release.escrow_release_time).slice(0, 10),
      total: release.payout_amount,
      amounts: {
        'Harga Asli Produk': sums.original_cost_of_goods_sold + sums.seller_discount,
        'Total Diskon Produk': -sums.seller_discount,
        'Jumlah Pengembalian Dana ke Pembeli': sums.seller_return_refund,
        'Ongkir Dibayar Pembeli': sums.buyer_paid_shipping_fee,
        'Gratis Ongkir dari Shopee': sums.shopee_shipping_rebate,
        ...Object.fromEntries(Object.entries(SHOPEE_COSTS).map(([field, heading]) => [heading, -sums[field]])),
      },
    })
  }
  return file.xlsx()
}

const SHOPEE_MOVES: Record<string, string> = {
  ESCROW_VERIFIED_ADD: 'Penghasilan dari Pesanan',
  WITHDRAWAL_CREATED: 'Penarikan Dana',
}

const shopeeBalance = (movements: readonly Told[]): Uint8Array =>
  aBalanceReport(
    movements
      .toSorted((one, other) => one.create_time - other.create_time)
      .map((each) => ({
        at: wib(each.create_time).slice(0, 19).replace('T', ' '),
        type: SHOPEE_MOVES[each.transaction_type] ?? each.transaction_type,
        orderNumber: each.order_sn,
        amount: each.amount,
        balance: each.current_balance,
      })),
  ).xlsx()

const TIKTOK_WORDS: Record<string, [status: string, substatus: string]> = {
  UNPAID: ['Belum dibayar', 'Belum dibayar'],
  ON_HOLD: ['Ditahan', 'Ditahan'],
  AWAITING_SHIPMENT: ['Perlu dikirim', 'Menunggu pengiriman'],
  AWAITING_COLLECTION: ['Perlu dikirim', 'Menunggu pengambilan'],
  IN_TRANSIT: ['Dikirim', 'Sedang transit'],
  DELIVERED: ['Dikirim', 'Terkirim'],
  COMPLETED: ['Selesai', 'Selesai'],
  CANCELLED: ['Dibatalkan', 'Dibatalkan'],
}

function tiktokOrders(orders: readonly Told[]): Uint8Array {
  const file = aTiktokOrderFile()
  for (const { order } of orders) {
    const [status, substatus] = TIKTOK_WORDS[order.status]!
    const { payment } = order
    // the wire tells each piece by itself, the list all pieces of a SKU in one row
    const same = Map.groupBy(order.line_items as Told[], (unit) =>
      [unit.sku_id, unit.original_price, unit.seller_discount, unit.platform_discount].join(),
    )
    file.withOrder(order.id, {
      status,
      substatus,
      shipping: Number(payment.shipping_fee),
      items: [...same.values()].map((units, index) => {
        const [unit] = units
        const all = (field: string) => units.reduce((sum, each) => sum + Number(each[field]), 0)
        return {
          skuId: unit.sku_id,
          product: unit.product_name,
          price: Number(unit.original_price),
          pieces: units.length,
          channelDiscount: all('platform_discount'),
          sellerDiscount: all('seller_discount'),
          cells: {
            'Seller SKU': unit.seller_sku,
            Variation: unit.sku_name,
            'Buyer Service Fee': index === 0 ? payment.buyer_service_fee : '0',
            'Payment platform discount': index === 0 ? (payment.payment_platform_discount ?? '0') : '0',
          },
        }
      }),
      cells: {
        'Original Shipping Fee': payment.original_shipping_fee,
        'Shipping Fee Seller Discount': payment.shipping_fee_seller_discount,
        'Shipping Fee Platform Discount': payment.shipping_fee_platform_discount,
        'Order Amount': payment.total_amount,
        'Created Time': slashed(order.create_time),
        'Paid Time': slashed(order.paid_time),
        'RTS Time': slashed(order.rts_time),
        'Shipped Time': slashed(order.collection_time),
        'Delivered Time': slashed(order.delivery_time),
        'Cancelled Time': slashed(order.cancel_time),
        'Tracking ID': order.tracking_number ?? '',
        'Payment Method': order.payment_method_name,
        'Purchase Channel': order.commerce_platform === 'TOKOPEDIA' ? 'Tokopedia' : 'TikTok',
      },
    })
  }
  return file.csv()
}

/** Headings of the income report beside the wire's fields, which carry a cost's sign already. */
const TIKTOK_HEADINGS: Record<string, string> = {
  subtotal_before_discount_amount: 'Subtotal before discounts',
  seller_discount_amount: 'Seller discounts',
  refund_subtotal_before_discount_amount: 'Refund subtotal before seller discounts',
  seller_discount_refund_amount: 'Refund of seller discounts',
  platform_commission_amount: 'Platform commission fee',
  dynamic_commission_amount: 'Dynamic commission',
  transaction_fee_amount: 'Payment Fee',
  credit_card_handling_fee_amount: 'Credit card installment handling fee',
  affiliate_commission_amount: 'Affiliate Commission',
  voucher_xtra_service_fee_amount: 'Voucher Xtra service fee',
  live_specials_fee_amount: 'LIVE Specials service fee',
  actual_shipping_fee_amount: 'Shipping costs passed on to the logistics provider',
  customer_paid_shipping_fee_amount: 'Shipping cost paid by the customer',
  shipping_fee_discount_amount: 'Shipping cost borne by the platform',
}

function tiktokIncome(releases: readonly Told[], withdrawals: readonly Told[]): Uint8Array {
  const file = aTiktokIncomeFile()
  for (const heading of [
    'Credit card installment handling fee',
    'Voucher Xtra service fee',
    'LIVE Specials service fee',
    'Article 22 Income Tax withheld',
  ])
    file.withColumn(2, heading, 'Order processing fee')
  for (const { statement, transaction } of releases) {
    const { revenue_breakdown, fee_tax_breakdown, shipping_cost_breakdown } = transaction
    const told = { ...revenue_breakdown, ...fee_tax_breakdown.fee, ...shipping_cost_breakdown } as Told
    const taxes = Object.values(fee_tax_breakdown.tax ?? {}).reduce<number>((sum, amount) => sum + Number(amount), 0)
    file.withRelease(transaction.order_id, {
      releasedOn: wib(statement.statement_time).slice(0, 10).replaceAll('-', '/'),
      amounts: {
        ...Object.fromEntries(
          Object.entries(TIKTOK_HEADINGS).map(([field, heading]) => [heading, Number(told[field] ?? 0)]),
        ),
        'Article 22 Income Tax withheld': taxes,
      },
    })
  }
  for (const each of withdrawals)
    file.withWithdrawal(
      each.type === 'WITHDRAW' ? 'Withdrawal' : 'Earnings',
      each.id,
      wib(each.create_time).slice(0, 10).replaceAll('-', '/'),
      String(Math.abs(Number(each.amount))),
      'Transferred',
      wib(each.create_time).slice(0, 10).replaceAll('-', '/'),
      '',
    )
  return file.xlsx()
}

export interface Download {
  channel: 'shopee' | 'tiktok'
  name: string
  bytes: Uint8Array
}

/** The files of a shop at both channels, as far as its API told of it. */
export function sellerCentreDownloads(
  raw: Sqlite.Database,
  shopIds: Readonly<Record<'shopee' | 'tiktok', string>>,
): Download[] {
  const { shopee, tiktok } = shopIds
  return [
    { channel: 'shopee', name: 'Order.all.xlsx', bytes: shopeeOrders(saidAbout(raw, shopee, 'order')) },
    { channel: 'shopee', name: 'Income.xlsx', bytes: shopeeIncome(saidAbout(raw, shopee, 'settlement')) },
    { channel: 'shopee', name: 'Balance.xlsx', bytes: shopeeBalance(saidAbout(raw, shopee, 'wallet line')) },
    { channel: 'tiktok', name: 'Semua pesanan.csv', bytes: tiktokOrders(saidAbout(raw, tiktok, 'order')) },
    {
      channel: 'tiktok',
      name: 'income.xlsx',
      bytes: tiktokIncome(saidAbout(raw, tiktok, 'settlement'), saidAbout(raw, tiktok, 'wallet line')),
    },
  ]
}
