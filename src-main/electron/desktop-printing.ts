import { pathToFileURL } from 'node:url'
import { shell, webContents } from 'electron'
import type { PrintOutcome } from '../../src-shared/app/desktop-bridge.ts'
import { type Printing, type PrintJob, systemPrinting, withPdfFile } from '../hosting/printing.ts'
import { createWindow } from './windows.ts'

const PATIENCE_MS = 60_000
/** Electron tells when the viewer's page has loaded, not when its plugin has drawn the PDF. */
const VIEWER_DRAWS_MS = 1000
const PDF_VIEWER = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/'

/**
 * Linux and macOS print through CUPS, which takes the PDF's bytes as they are. Windows has no such door, so there a
 * hidden, sandboxed window shows the PDF and Chromium prints it unscaled. Without a printer the system's viewer opens.
 */
export const desktopPrinting = (): Printing => {
  const cups = systemPrinting()
  if (process.platform !== 'win32') {
    return { printers: () => cups.printers(), print: (job) => (job.printer ? cups.print(job) : openInViewer(job)) }
  }
  return {
    async printers() {
      const [anyWindow] = webContents.getAllWebContents()
      const printers = (await anyWindow?.getPrintersAsync()) ?? []
      return printers.map(({ name, displayName }) => ({ name, label: displayName || name }))
    },
    print: (job) => (job.printer ? printFromWindow(job, job.printer) : openInViewer(job)),
  }
}

const openInViewer = (job: PrintJob) =>
  withPdfFile(job, async (file) => {
    const problem = await shell.openPath(file)
    return problem ? { outcome: 'failed', reason: problem } : { outcome: 'opened' }
  })

const printFromWindow = (job: PrintJob, deviceName: string) =>
  withPdfFile(job, async (file) => {
    const address = pathToFileURL(file).href
    const window = createWindow({
      options: { show: false, width: 800, height: 1000 },
      mayShow: (asked) => asked === address || asked.startsWith(PDF_VIEWER),
      showsPdf: true,
    })
    try {
      await window.loadURL(address)
      await new Promise((resolve) => setTimeout(resolve, VIEWER_DRAWS_MS))
      return await new Promise<PrintOutcome>((resolve) => {
        const give = setTimeout(
          () =>
            resolve({ outcome: 'failed', reason: 'Printer belum menjawab. Periksa antrean cetak sebelum mengulang.' }),
          PATIENCE_MS,
        )
        const paper = { margins: { marginType: 'none' }, usePrinterDefaultPageSize: true } as const
        window.webContents.print(
          { ...paper, silent: true, deviceName, copies: job.copies, scaleFactor: 100 },
          (isPrinted, reason) => {
            clearTimeout(give)
            resolve(isPrinted ? { outcome: 'printed' } : { outcome: 'failed', reason })
          },
        )
      })
    } finally {
      window.destroy()
    }
  })
