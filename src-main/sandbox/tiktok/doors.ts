import { airwayBillsPdf } from '../frame/airway-bill.ts'
import { type Answer, type Call, formOf, json, page, redirect } from '../frame/call.ts'
import { consentPage, consentRefused } from '../frame/consent-page.ts'
import { escaped, htmlPage } from '../frame/html.ts'
import type { Market } from './book.ts'
import { COURIERS } from './couriers.ts'
import { weightOf } from './endpoints/fulfilment.ts'
import { requestId } from './gateway.ts'
import { agreed, exchange, refresh } from './granting.ts'
import { addressView } from './order-view.ts'
import { picture } from './picture.ts'
import { SaidNo } from './said-no.ts'
import { shippingPaid } from './settling.ts'
import { ordersOf } from './shipping.ts'
import { UNSURE } from './unsure.ts'

const TITLE = 'Tokopedia & Shop'
const ALLOWS = [
  'Melihat pesanan dan pembeli yang disamarkan',
  'Melihat dan mengubah produk, stok, dan harga',
  'Mengatur pengiriman dan mencetak resi',
  'Menjawab pembatalan dan pengembalian',
  'Melihat penghasilan dan penarikan',
]

const WORDS_OF_GRANT = UNSURE.refreshTakesWordOfGrant ? ['authorized_code'] : []

/** Tokens: unsigned, the secret in the query, success by code alone. */
export function tokenAnswer(market: Market, call: Call): Answer {
  const value = (name: string) => call.query.get(name) ?? ''
  const { app } = market.book
  try {
    if (call.method !== 'GET') throw new SaidNo(36009010)
    if (value('app_key') !== app.key || value('app_secret') !== app.secret) throw new SaidNo(36004005)
    const isRefresh = call.path.endsWith('/refresh')
    const words = isRefresh ? ['refresh_token', ...WORDS_OF_GRANT] : ['authorized_code']
    if (!words.includes(value('grant_type'))) throw new SaidNo(36009004, 'grant_type is invalid')
    const data = isRefresh ? refresh(market, value('refresh_token')) : exchange(market, value('auth_code'))
    return json({ code: 0, message: 'success', data, request_id: requestId(market) })
  } catch (problem) {
    if (!(problem instanceof SaidNo)) throw problem
    // the token host says no with a code and status 200
    return json({ code: problem.code, message: problem.message, request_id: requestId(market) })
  }
}

/** The page where the seller says yes: by service id, or by app key as older apps ask. */
export function consentAnswer(market: Market, call: Call): Answer {
  const { app, shop } = market.book
  if (call.path === '/open/authorize/decide') return decided(market, call)
  const isKnown = call.query.get('service_id') === app.serviceId || call.query.get('app_key') === app.key
  if (!isKnown) return page(consentRefused(TITLE, 'Aplikasi ini tidak dikenal. Periksa service_id atau app_key.'), 400)
  return page(
    consentPage({
      title: TITLE,
      appName: app.name,
      shopName: shop.name,
      allows: ALLOWS,
      action: '/open/authorize/decide',
      carried: { state: call.query.get('state') ?? '' },
    }),
  )
}

function decided(market: Market, call: Call): Answer {
  const form = formOf(call)
  const state = form.get('state') ?? ''
  const isYes = form.get('answer') === 'allow'
  const days = Number(form.get('days') ?? 365)
  const code = isYes ? agreed(market, market.book.app.scopes, days) : 'null'
  const answer = new URLSearchParams(isYes ? { code, state } : { code, error: 'auth_denied', state })
  const back = market.book.app.redirectUrl
  if (back === null) return page(isYes ? codePage(code) : consentRefused(TITLE, 'Izin tidak diberikan.'))
  const to = new URL(back)
  for (const [name, value] of answer) to.searchParams.set(name, value)
  return redirect(to.href)
}

const codePage = (code: string) =>
  htmlPage(
    TITLE,
    `<main class="narrow"><h1>Izin diberikan</h1><section><p>Salin kode ini ke Lumbung. Berlaku 30 menit, satu kali.</p><p><code id="code">${escaped(code)}</code></p></section></main>`,
  )

/** A document by its link, while the link lives. */
export async function documentAnswer(market: Market, call: Call): Promise<Answer> {
  const document = market.book.documents[call.path.slice('/documents/'.length)]
  const parcel = document ? market.book.packages[document.packageId] : undefined
  if (!document || !parcel || document.until < market.now()) return { status: 403, body: 'Request has expired' }
  if (document.kind === 'png')
    return { status: 200, headers: { 'content-type': 'image/png' }, body: picture(parcel.trackingNumber, 400, 600) }
  const orders = ordersOf(market, parcel)
  const [order] = orders
  const { name, phone_number, full_address } = addressView(order!)
  const lines = orders.flatMap((each) => each.lines).filter((line) => parcel.lineIds.includes(line.id))
  const skuIds = [...new Set(lines.map((line) => line.skuId))]
  const bytes = await airwayBillsPdf(
    [
      {
        courier: parcel.providerName,
        trackingNumber: parcel.trackingNumber,
        sortCode: `ID-${COURIERS[order!.courier]!.provider.prefix}-${order!.buyer.city.slice(0, 12)}`,
        orderNumber: orders.map((each) => each.id).join(' '),
        recipient: { name, phone: phone_number, address: full_address },
        sender: {
          name: market.book.shop.name,
          phone: '(+62)812*****00',
          address: 'Jl. Kartini No. 7, Kabupaten Jepara',
        },
        weightGrams: weightOf(market, parcel),
        collect: order!.isCod ? orders.reduce((sum, each) => sum + totalOf(each), 0) : 0,
        shipBy: new Date((parcel.createdAt + 2 * 86_400) * 1000).toISOString().slice(0, 10),
        lines: skuIds.map((skuId) => {
          const same = lines.filter((line) => line.skuId === skuId)
          const [first] = same
          return { name: first!.productName, sku: first!.sellerSku, variation: first!.skuName, quantity: same.length }
        }),
      },
    ],
    (parcel.arrangedAt ?? 0) * 1000,
  )
  return { status: 200, headers: { 'content-type': 'application/pdf' }, body: bytes }
}

export const totalOf = (order: ReturnType<typeof ordersOf>[number]) =>
  order.lines.reduce((sum, line) => sum + line.originalPrice - line.sellerDiscount - line.platformDiscount, 0) +
  shippingPaid(order) +
  order.buyerServiceFee

/** A picture by its link: one plain colour for each. */
export function pictureAnswer(market: Market, call: Call): Answer {
  const image = market.book.images[decodeURIComponent(call.path.slice('/images/'.length))]
  if (!image) return { status: 404, body: '' }
  return { status: 200, headers: { 'content-type': 'image/png' }, body: picture(call.path, image.width, image.height) }
}
