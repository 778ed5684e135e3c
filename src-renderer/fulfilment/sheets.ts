import type { LabelSize } from '../../src-shared/settings/settings.ts'
import { client } from '../base/api.ts'
import { desktop } from '../base/bridge.ts'
import { bytesOf, showFile } from '../base/files.ts'

/** The printer refused; the message is its own reason. */
export class PrinterRefused extends Error {}

/** Whether a paper may be printed on which letters are empty boxes (`useLettersLacking`). */
type Agrees = (paper: { lacking: readonly string[] }) => Promise<boolean>

/**
 * Prints where the desktop app can; a browser shows the PDF, from where the person prints. False when the person stepped back.
 * @throws PrinterRefused
 */
export async function printSheet(paper: { file: File; lacking: readonly string[] }, agrees: Agrees): Promise<boolean> {
  if (!(await agrees(paper))) return false
  const { file } = paper
  const bridge = desktop()
  if (!bridge) {
    showFile(file)
    return true
  }
  const printed = await bridge.printPdf({ name: file.name, bytes: await bytesOf(file), printer: null, copies: 1 })
  if (printed.outcome === 'failed') throw new PrinterRefused(printed.reason)
  return true
}

export const printHandoverSheet = async (parcelIds: string[], agrees: Agrees) =>
  printSheet(await client.fulfilment.handover.sheet({ parcelIds }), agrees)
export const printPickList = async (agrees: Agrees) => printSheet(await client.fulfilment.pickListSheet({}), agrees)
export const printTestLabel = async (size: LabelSize, agrees: Agrees) =>
  printSheet(await client.fulfilment.testLabel({ size }), agrees)
/** The label of the parcel on the desk once more, as the shop usually prints it. */
export async function printParcelLabel(orderId: string, size: LabelSize, agrees: Agrees) {
  const orderIds = [orderId]
  const wishes = { size, showItems: true, showNote: true, maskPhone: false, mark: false }
  const isPrinted = await printSheet(await client.fulfilment.printLabels({ orderIds, ...wishes }), agrees)
  if (isPrinted) await client.fulfilment.labelsPrinted({ orderIds })
}
export const printCommandCards = async (agrees: Agrees) => printSheet(await client.fulfilment.commandCards({}), agrees)
export const printBadge = async (card: { badge: string; name: string; role: string }, agrees: Agrees) =>
  printSheet(await client.fulfilment.badge(card), agrees)
