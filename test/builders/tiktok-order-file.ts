import { type Cells, csvCell, encoded } from './shopee-order-file.ts'
import { type CellInFile, workbookBytes } from './workbook-bytes.ts'

/** Headings of TikTok Shop's order list, 63 columns of March 2026, and what row 2 says of the first of them. */
const HEADINGS_63 =
  'Order ID|Order Status|Order Substatus|Cancelation/Return Type|Normal or Pre-order|SKU ID|Seller SKU|Product Name|Variation|Quantity|Sku Quantity of return|SKU Unit Original Price|SKU Subtotal Before Discount|SKU Platform Discount|SKU Seller Discount|SKU Subtotal After Discount|Shipping Fee After Discount|Original Shipping Fee|Shipping Fee Seller Discount|Shipping Fee Platform Discount|Distance Shipping Fee|Distance Fee|Order Refund Amount|Payment platform discount|Buyer Service Fee|Handling Fee|Shipping Insurance|Item Insurance|Order Amount|Created Time|Paid Time|RTS Time|Shipped Time|Delivered Time|Cancelled Time|Cancel By|Cancel Reason|Fulfillment Type|Warehouse Name|Tracking ID|Delivery Option|Shipping Provider Name|Buyer Message|Buyer Username|Recipient|Phone #|Zipcode|Country|Province|Regency and City|Districts|Villages|Detail Address|Additional address information|Payment Method|Weight(kg)|Product Category|Package ID|Purchase Channel|Seller Note|Checked Status|Checked Marked by|Tokopedia Invoice Number'.split(
    '|',
  )
const IN_2025 = HEADINGS_63.filter((heading) => !heading.startsWith('Distance ') && heading !== 'Order Refund Amount')
IN_2025.splice(IN_2025.indexOf('Order Amount') + 1, 0, 'Order Refund Amount')

const LAYOUTS = {
  '63 columns, 2026': HEADINGS_63,
  '61 columns, 2025': IN_2025,
  '60 columns, before the merger': IN_2025.filter((heading) => heading !== 'Tokopedia Invoice Number'),
}

const EXPLAINED: Cells = {
  'Order ID': 'Platform unique order ID.',
  'Order Status': 'Current order status.',
  'SKU ID': 'Platform SKU ID.',
  Quantity: 'SKU sold quantity in the order.',
  'SKU Unit Original Price': '1 SKU original price.',
  'Created Time': 'Order created time.',
}

export interface TiktokItemInFile {
  skuId?: string
  product?: string
  price?: number
  pieces?: number
  channelDiscount?: number
  sellerDiscount?: number
  /** Cells of this row by heading, over everything else. */
  cells?: Cells
}

interface OrderInTiktokFile {
  status?: string
  substatus?: string
  shipping?: number
  items?: TiktokItemInFile[]
  /** Cells of all rows of this order by heading, over everything else. */
  cells?: Cells
}

/** An order download of TikTok Shop of our own making, for tests. Amounts add up unless a test says otherwise. */
class TiktokOrderFile {
  readonly #headings: readonly string[]
  readonly #rows: Cells[] = [EXPLAINED]

  constructor(layout: keyof typeof LAYOUTS) {
    this.#headings = LAYOUTS[layout]
  }

  withOrder(number: string, order: OrderInTiktokFile = {}): this {
    const items = order.items ?? [{}]
    const shipping = order.shipping ?? 10_000
    const amount = items.reduce((sum, item) => sum + afterDiscount(item), shipping)
    for (const item of items) {
      this.#rows.push({
        ...orderCells(number, order, shipping, amount),
        ...itemCells(item),
        ...order.cells,
        ...item.cells,
      })
    }
    return this
  }

  rows(): CellInFile[][] {
    const headings = [...this.#headings]
    return [headings, ...this.#rows.map((row) => headings.map((heading) => row[heading] ?? null))]
  }

  xlsx(): Uint8Array {
    return workbookBytes([{ name: 'OrderSKUList', rows: this.rows() }], 'shared', {})
  }

  /** As TikTok Shop writes it: a mark in front, and a tab behind what a spreadsheet program must not take for a number. */
  csv(): Uint8Array {
    const lines = this.rows().map((cells, row) =>
      cells
        .map((cell) => csvCell(row > 1 && /^\d{11,}$|^\d\d\/\d\d\/\d{4} /.test(String(cell)) ? `${cell}\t` : cell, ','))
        .join(','),
    )
    return encoded(`${lines.join('\r\n')}\r\n`, 'utf-8 with mark')
  }
}

export const aTiktokOrderFile = (layout: keyof typeof LAYOUTS = '63 columns, 2026') => new TiktokOrderFile(layout)

const afterDiscount = ({ price = 49_000, pieces = 1, channelDiscount = 0, sellerDiscount = 0 }: TiktokItemInFile) =>
  price * pieces - channelDiscount - sellerDiscount

const orderCells = (number: string, order: OrderInTiktokFile, shipping: number, amount: number): Cells => ({
  'Order ID': number,
  'Order Status': order.status ?? 'Selesai',
  'Order Substatus': order.substatus ?? order.status ?? 'Selesai',
  'Normal or Pre-order': 'Normal',
  'Shipping Fee After Discount': String(shipping),
  'Original Shipping Fee': String(shipping),
  'Shipping Fee Seller Discount': '0',
  'Shipping Fee Platform Discount': '0',
  'Buyer Service Fee': '0',
  'Order Amount': String(amount),
  'Created Time': '05/06/2026 08:15:30',
  'Paid Time': '05/06/2026 08:16:00',
  'RTS Time': '05/06/2026 10:00:00',
  'Shipped Time': '06/06/2026 16:20:00',
  'Delivered Time': '08/06/2026 11:05:00',
  'Tracking ID': 'JX8014752812',
  'Delivery Option': 'Pengiriman standar',
  'Shipping Provider Name': 'J&T Express',
  'Buyer Username': 's***yu',
  Recipient: 'S*** A**',
  'Phone #': '(+62)812*****27',
  Province: 'Jawa Tengah',
  'Regency and City': 'Kota Surakarta',
  Districts: '*********',
  'Detail Address': '*********************',
  'Payment Method': 'Transfer bank',
  'Package ID': '1164893501781149302',
  'Purchase Channel': 'Tokopedia',
  'Checked Status': 'Unchecked',
})

const itemCells = (item: TiktokItemInFile): Cells => {
  const { price = 49_000, pieces = 1, channelDiscount = 0, sellerDiscount = 0 } = item
  return {
    'SKU ID': item.skuId ?? '1731117477510219320',
    'Seller SKU': 'OUT-SJG-L',
    'Product Name': item.product ?? 'Outer Batik Sekar Jagad',
    Variation: 'Biru, L',
    Quantity: String(pieces),
    'Sku Quantity of return': '0',
    'SKU Unit Original Price': String(price),
    'SKU Subtotal Before Discount': String(price * pieces),
    'SKU Platform Discount': String(channelDiscount),
    'SKU Seller Discount': String(sellerDiscount),
    'SKU Subtotal After Discount': String(afterDiscount(item)),
    'Weight(kg)': '0.25',
  }
}
