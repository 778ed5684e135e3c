import { setImmediate as breathe } from 'node:timers/promises'
import { type Faces, faceKey } from './faces.ts'
import type { Page } from './marks.ts'
import { openForWriting, type PdfMeta } from './pdf-document.ts'

/** A long wave must not keep the packing desk waiting: after so many pages other work has its turn. */
export const PAGES_AT_ONCE = 8

/** Paints pages of marks into a PDF. The same pages and meta always give the same bytes. */
export async function paint(pages: readonly Page[], faces: Faces, meta: PdfMeta): Promise<Uint8Array> {
  const document = openForWriting(faces, meta)
  const bytes = new Promise<Uint8Array>((resolve, reject) => {
    const chunks: Uint8Array[] = []
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    document.on('error', reject)
  })
  for (const [number, page] of pages.entries()) {
    if (number % PAGES_AT_ONCE === 0) await breathe()
    document.addPage({ size: [page.width, page.height], margin: 0 })
    let ink = ''
    for (const [index, mark] of page.marks.entries()) {
      if (mark.ink !== ink) document.fillColor(mark.ink)
      ink = mark.ink
      if (mark.kind === 'text') {
        document
          .font(faceKey(mark.face, mark.subset))
          .fontSize(mark.size)
          .text(mark.text, mark.x, mark.baseline, { lineBreak: false, baseline: 'alphabetic' })
        continue
      }
      document.rect(mark.x, mark.y, mark.width, mark.height)
      // Neighbours are filled as one path, so that screens show no hair of white between the rows of a QR code.
      const next = page.marks[index + 1]
      if (next?.kind !== 'fill' || next.ink !== ink) document.fill()
    }
  }
  document.end()
  return bytes
}
