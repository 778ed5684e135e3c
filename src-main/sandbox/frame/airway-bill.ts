import bwip from 'bwip-js/node'
import PDFDocument from 'pdfkit'

/** What stands on a courier's label. The sandbox invents its own look; it copies no marketplace's. */
export interface AirwayBill {
  courier: string
  trackingNumber: string
  sortCode: string
  orderNumber: string
  recipient: { name: string; phone: string; address: string }
  sender: { name: string; phone: string; address: string }
  weightGrams: number
  /** Rupiah the courier collects; 0 is paid already. */
  collect: number
  shipBy: string
  lines: { name: string; sku: string; variation: string; quantity: number }[]
}

const mm = (millimetres: number) => (millimetres * 72) / 25.4
const [WIDTH, HEIGHT, EDGE] = [mm(100), mm(150), mm(5)]
const INNER = WIDTH - 2 * EDGE

/** One page of 100 × 150 mm for each parcel; the same bills give the same bytes. */
export async function airwayBillsPdf(bills: readonly AirwayBill[], madeAt: number): Promise<Buffer> {
  const document = new PDFDocument({
    autoFirstPage: false,
    size: [WIDTH, HEIGHT],
    margin: 0,
    info: { Title: 'Resi sandbox', CreationDate: new Date(madeAt) },
  })
  const bytes = new Promise<Buffer>((resolve) => {
    const parts: Buffer[] = []
    document.on('data', (part: Buffer) => parts.push(part))
    document.on('end', () => resolve(Buffer.concat(parts)))
  })
  for (const bill of bills) draw(document, bill)
  document.end()
  return bytes
}

function draw(document: PDFKit.PDFDocument, bill: AirwayBill) {
  document.addPage()
  const say = (text: string, size: number, y: number, options: PDFKit.Mixins.TextOptions & { bold?: boolean } = {}) =>
    document
      .font(options.bold ? 'Helvetica-Bold' : 'Helvetica')
      .fontSize(size)
      .text(printable(text), EDGE, y, { width: INNER, lineBreak: true, ...options })
  const rule = (y: number) =>
    document
      .moveTo(EDGE, y)
      .lineTo(WIDTH - EDGE, y)
      .lineWidth(0.7)
      .stroke()

  say(bill.courier, 13, mm(5), { bold: true })
  say('SANDBOX', 9, mm(6), { align: 'right' })
  bars(document, bill.trackingNumber, mm(13), mm(18))
  say(bill.trackingNumber, 12, mm(32), { bold: true, align: 'center' })
  rule(mm(39))
  say(bill.sortCode, 18, mm(41), { bold: true })
  say(bill.collect > 0 ? `COD Rp${bill.collect.toLocaleString('id-ID')}` : 'Non-COD', 12, mm(42.5), {
    bold: true,
    align: 'right',
  })
  rule(mm(50))
  say(`Penerima: ${bill.recipient.name}`, 10, mm(52), { bold: true })
  say(`${bill.recipient.phone}\n${bill.recipient.address}`, 8.5, mm(57), { height: mm(16), ellipsis: true })
  say(`Pengirim: ${bill.sender.name}, ${bill.sender.phone}`, 8.5, mm(75), { height: mm(4), ellipsis: true })
  say(bill.sender.address, 8, mm(79), { height: mm(7), ellipsis: true })
  rule(mm(87))
  say(`Berat: ${bill.weightGrams} gr`, 8.5, mm(89))
  say(`Batas Kirim: ${bill.shipBy}`, 8.5, mm(89), { align: 'right' })
  say(`No.Pesanan: ${bill.orderNumber}`, 9.5, mm(94), { bold: true })
  bars(document, bill.orderNumber, mm(99), mm(8))
  rule(mm(110))
  let y = mm(112)
  for (const [index, line] of bill.lines.entries()) {
    if (y > HEIGHT - mm(12)) {
      say(`… dan ${bill.lines.length - index} baris lagi`, 8, y)
      break
    }
    say(`${line.quantity} × ${line.name}${line.variation ? `, ${line.variation}` : ''}`, 8, y, {
      height: mm(4),
      ellipsis: true,
    })
    say(line.sku, 7.5, y + mm(3.6))
    y += mm(8.5)
  }
}

/** A Code 128 as wide as the label allows. */
function bars(document: PDFKit.PDFDocument, text: string, y: number, height: number) {
  const [symbol] = bwip.raw({ bcid: 'code128', text })
  if (!symbol || !('sbs' in symbol)) throw new TypeError('code128 gives bars')
  const modules = symbol.sbs.reduce((sum, width) => sum + width, 0)
  const module = Math.min((INNER - mm(6)) / modules, mm(0.5))
  let x = (WIDTH - modules * module) / 2
  for (const [index, width] of symbol.sbs.entries()) {
    if (index % 2 === 0) document.rect(x, y, width * module, height)
    x += width * module
  }
  document.fill('black')
}

/** What the built-in fonts can draw. */
const printable = (text: string) => text.normalize('NFKC').replaceAll(/[^\n\x20-\x7E\u00A0-\u00FF–—…]/g, '?')
