import { PDFDocument } from '@cantoo/pdf-lib'
import { unzipSync } from 'fflate'

/** Labels that came as a ZIP of PDFs, in one PDF by the names of the files; their pages stay as they were drawn. */
export async function joinedLabels(zip: Uint8Array): Promise<Uint8Array> {
  const joined = await PDFDocument.create()
  const files = unzipSync(zip)
  for (const name of Object.keys(files).toSorted()) {
    const source = await PDFDocument.load(files[name]!)
    for (const page of await joined.copyPages(source, source.getPageIndices())) joined.addPage(page)
  }
  return joined.save({ useObjectStreams: false })
}
