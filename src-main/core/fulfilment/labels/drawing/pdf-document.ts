import PDFDocument from 'pdfkit'
import type { Faces } from './faces.ts'

type PdfDocument = PDFKit.PDFDocument

/** The two things we need of pdfkit 0.20 that its typings leave out. */
interface Inside {
  _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } }
  _root: { data: { ViewerPreferences: { data: Record<string, unknown> } } }
}

const inside = (document: PdfDocument) => document as unknown as Inside

/** True when the font chosen last can draw the code point. */
export const canDraw = (document: PdfDocument, codePoint: number): boolean =>
  inside(document)._font.font.hasGlyphForCodePoint(codePoint)

/** A document for measuring only; nothing is ever written to it. */
export function openForMeasuring(faces: Faces): PdfDocument {
  const document = new PDFDocument({ autoFirstPage: false, fontLayoutCache: false })
  for (const [key, bytes] of faces.files) document.registerFont(key, bytes)
  return document
}

export interface PdfMeta {
  title: string
  language: 'id' | 'en'
  /** Stands in for the clock, so that the same input gives the same bytes. */
  createdAt: number
}

export function openForWriting(faces: Faces, meta: PdfMeta): PdfDocument {
  const document = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    displayTitle: true,
    lang: meta.language === 'id' ? 'id-ID' : 'en-GB',
    info: { Title: meta.title, Creator: 'Lumbung', Producer: 'Lumbung', CreationDate: new Date(meta.createdAt) },
  })
  // Viewers that obey this print at 100 %; a label shrunk "to fit" has bars of broken width (ISO 32000-1 12.2).
  inside(document)._root.data.ViewerPreferences.data.PrintScaling = 'None'
  for (const [key, bytes] of faces.files) document.registerFont(key, bytes)
  return document
}
