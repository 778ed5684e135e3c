import { PDFDocument, type PDFEmbeddedPage, PDFImage, type PDFPage } from '@cantoo/pdf-lib'
import { LABEL_PAPER } from '../../../../src-shared/fulfilment/shipping-label.ts'
import type { LabelSize } from '../../../../src-shared/settings/settings.ts'
import type { ChannelLabel } from '../channel-labels.repository.ts'

const POINTS_PER_MM = 72 / 25.4
const points = (mm: number) => mm * POINTS_PER_MM
/** A label of a courier is drawn up to its edge; printers do not print so far. */
const MARGIN = points(2)

type Label = PDFEmbeddedPage | PDFImage
interface Place {
  x: number
  y: number
  width: number
  height: number
}

/**
 * Labels of couriers and of our own on one paper, in the order of their orders. A courier's label is not drawn anew: its page is laid
 * whole onto the paper, made smaller or larger without being stretched, so that its bars stay as they were made.
 * A label whose bytes cannot be read is replaced by ours.
 */
export async function laidOut<Order>(
  orders: readonly Order[],
  officialOf: (order: Order) => ChannelLabel | null,
  ownOf: (order: Order, on: LabelSize) => Promise<Uint8Array>,
  size: LabelSize,
): Promise<{ pdf: Uint8Array; labels: number }> {
  const paper = LABEL_PAPER[size]
  const alone: LabelSize = paper.labelsPerPage > 1 ? 'A6' : size
  const document = await PDFDocument.create()
  const pagesOf = async (bytes: Uint8Array): Promise<Label[]> => {
    const source = await PDFDocument.load(bytes)
    return document.embedPages(source.getPages())
  }
  const labels: { label: Label; isOurs: boolean }[] = []
  for (const order of orders) {
    const official = officialOf(order)
    const theirs = official && (await labelsIn(official, pagesOf, document))
    if (theirs) labels.push(...theirs.map((label) => ({ label, isOurs: false })))
    else labels.push(...(await pagesOf(await ownOf(order, alone))).map((label) => ({ label, isOurs: true })))
  }
  const [width, height] = [points(paper.widthMm), points(paper.heightMm)]
  const places = placesOn(width, height, paper.labelsPerPage)
  let page: PDFPage | null = null
  labels.forEach(({ label, isOurs }, index) => {
    const place = places[index % places.length]!
    if (index % places.length === 0) page = document.addPage([width, height])
    draw(page!, label, isOurs ? place : within(place))
  })
  return { pdf: await document.save({ useObjectStreams: false }), labels: labels.length }
}

async function labelsIn(
  { mediaType, bytes }: ChannelLabel,
  pagesOf: (bytes: Uint8Array) => Promise<Label[]>,
  document: PDFDocument,
): Promise<Label[] | null> {
  try {
    const labels = mediaType === 'image/png' ? [await document.embedPng(bytes)] : await pagesOf(bytes)
    return labels.length > 0 ? labels : null
  } catch {
    // half a file, or no PDF at all: our own label says the same
    return null
  }
}

function placesOn(width: number, height: number, count: number): Place[] {
  if (count === 1) return [{ x: 0, y: 0, width, height }]
  const [half, middle] = [width / 2, height / 2]
  return [
    [0, middle],
    [half, middle],
    [0, 0],
    [half, 0],
  ].map(([x, y]) => ({ x: x!, y: y!, width: half, height: middle }))
}

const within = ({ x, y, width, height }: Place): Place => ({
  x: x + MARGIN,
  y: y + MARGIN,
  width: width - 2 * MARGIN,
  height: height - 2 * MARGIN,
})

function draw(page: PDFPage, label: Label, place: Place): void {
  const scale = Math.min(place.width / label.width, place.height / label.height)
  const [width, height] = [label.width * scale, label.height * scale]
  const at = { x: place.x + (place.width - width) / 2, y: place.y + (place.height - height) / 2, width, height }
  if (label instanceof PDFImage) page.drawImage(label, at)
  else page.drawPage(label, at)
}
