import type { LabelSize } from '../../src-shared/settings/settings.ts'
import { client } from '../app/api.ts'

interface Sheet {
  name: string
  base64: string
}

/** `window.lumbung` of the desktop app, as far as paper goes. */
interface Paper {
  savePdf?(file: Sheet): Promise<{ saved: boolean }>
  printPdf?(
    pdf: Sheet & { printer: string | null; copies: number },
  ): Promise<{ outcome: 'printed' | 'opened' | 'failed' }>
}
const desktop = (): Paper => (window.lumbung ?? {}) as Paper

/** A blob address for a PDF; the caller lets go of it. */
const pdfAddress = (base64: string): string =>
  URL.createObjectURL(
    new Blob([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], { type: 'application/pdf' }),
  )

/** Prints where the desktop app can; a browser shows the PDF, from where the person prints. */
export async function printSheet(sheet: Sheet): Promise<void> {
  const paper = desktop()
  if (paper.printPdf) {
    await paper.printPdf({ name: sheet.name, base64: sheet.base64, printer: null, copies: 1 })
    return
  }
  const address = pdfAddress(sheet.base64)
  window.open(address, '_blank')
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Keeps the file: the desktop app asks where, a browser downloads it. */
export async function saveSheet(sheet: Sheet): Promise<void> {
  const paper = desktop()
  if (paper.savePdf) {
    await paper.savePdf({ name: sheet.name, base64: sheet.base64 })
    return
  }
  const address = pdfAddress(sheet.base64)
  const link = document.createElement('a')
  link.href = address
  link.download = sheet.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

export const printHandoverSheet = async (orderIds: string[]) =>
  printSheet(await client.fulfilment.handover.sheet({ orderIds }))
export const printPickList = async () => printSheet(await client.fulfilment.pickListSheet({}))
/** The label of the parcel on the desk once more, as the shop usually prints it. */
export const printParcelLabel = async (orderId: string, size: LabelSize) =>
  printSheet(
    await client.fulfilment.printLabels({
      orderIds: [orderId],
      size,
      showItems: true,
      showNote: true,
      maskPhone: false,
      mark: true,
    }),
  )
