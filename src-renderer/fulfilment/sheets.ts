import type { LabelSize } from '../../src-shared/settings/settings.ts'
import { client } from '../base/api.ts'
import { desktop } from '../base/bridge.ts'
import { bytesOf, showFile } from '../base/files.ts'

/** The printer refused; the message is its own reason. */
export class PrinterRefused extends Error {}

/**
 * Prints where the desktop app can; a browser shows the PDF, from where the person prints.
 * @throws PrinterRefused
 */
export async function printSheet({ file }: { file: File }): Promise<void> {
  const bridge = desktop()
  if (!bridge) return showFile(file)
  const printed = await bridge.printPdf({ name: file.name, bytes: await bytesOf(file), printer: null, copies: 1 })
  if (printed.outcome === 'failed') throw new PrinterRefused(printed.reason)
}

export const printHandoverSheet = async (parcelIds: string[]) =>
  printSheet(await client.fulfilment.handover.sheet({ parcelIds }))
export const printPickList = async () => printSheet(await client.fulfilment.pickListSheet({}))
export const printTestLabel = async (size: LabelSize) => printSheet(await client.fulfilment.testLabel({ size }))
/** The label of the parcel on the desk once more, as the shop usually prints it. */
export async function printParcelLabel(orderId: string, size: LabelSize) {
  const orderIds = [orderId]
  const wishes = { size, showItems: true, showNote: true, maskPhone: false, mark: false }
  await printSheet(await client.fulfilment.printLabels({ orderIds, ...wishes }))
  await client.fulfilment.labelsPrinted({ orderIds })
}
