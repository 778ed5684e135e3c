import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { saveChannelLabel } from '../../src-main/core/fulfilment/channel-labels.repository.ts'
import type { LabelSize } from '../../src-shared/settings/settings.ts'
import { SUNDAY } from '../builders/a-core.ts'
import { aPackingDesk } from '../builders/a-packing-desk.ts'
import { anOrder } from '../builders/an-order.ts'

const MM = 72 / 25.4

/** A courier's label of 100 × 150 mm, as a channel gives it. */
async function aCouriersLabel(pages = 1): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (let page = 0; page < pages; page++) document.addPage([100 * MM, 150 * MM]).drawText(`SPX ${page + 1}`)
  return document.save()
}

/** Three orders; the second has the courier's label. */
async function withALabel(bytes: Uint8Array) {
  const desk = await aPackingDesk()
  const orders = [1, 2, 3].map(() => anOrder().withLine('KMJ-LUK-L'))
  await desk.takeIn(...orders)
  const orderIds = await Promise.all(orders.map(({ number }) => desk.idOf(number)))
  await desk.doors.write(['fulfilment'], (tx) =>
    saveChannelLabel(tx, orderIds[1]!, { mediaType: 'application/pdf', bytes }, SUNDAY),
  )
  const printed = async (size: LabelSize) => {
    const wishes = { size, showItems: true, showNote: true, maskPhone: false, mark: false }
    const sheet = await desk.client.fulfilment.printLabels({ orderIds, ...wishes })
    return { ...sheet, document: await PDFDocument.load(new Uint8Array(await sheet.file.arrayBuffer())) }
  }
  return { desk, numbers: orders.map(({ number }) => number), printed }
}

test('the courier’s own label is printed in its place among ours, on the paper that was chosen', async () => {
  const { printed, numbers } = await withALabel(await aCouriersLabel())
  const { document, labels, official, pages } = await printed('78x100')
  expect(official).toEqual([numbers[1]])
  expect([labels, pages]).toEqual([3, 3])
  for (const page of document.getPages()) {
    const { width, height } = page.getSize()
    expect([Math.round(width / MM), Math.round(height / MM)]).toEqual([78, 100])
  }
})

test('four stand on a sheet of A4; a label of two pages is two labels', async () => {
  const { printed } = await withALabel(await aCouriersLabel(2))
  const { document, labels } = await printed('A4x4')
  expect(labels).toBe(4)
  expect(document.getPageCount()).toBe(1)
})

test('half a file is no label: ours is printed instead', async () => {
  const whole = await aCouriersLabel()
  const { printed } = await withALabel(whole.subarray(0, 60))
  const { labels, document } = await printed('A6')
  expect([labels, document.getPageCount()]).toEqual([3, 3])
})
