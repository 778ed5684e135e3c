import { writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { app, BrowserWindow, dialog } from 'electron'
import type { Dialogs } from '../hosting/dialogs.ts'
import { safeFileName } from '../hosting/printing.ts'

async function chosen(what: 'openFile' | 'openDirectory'): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({ properties: [what] })
  return canceled ? null : (filePaths[0] ?? null)
}

/** The operating system's own dialogs, in front of the window in use. */
export const desktopDialogs = (): Dialogs => ({
  async saveFile({ name, bytes }) {
    const suggested = safeFileName(name)
    const extension = extname(suggested).slice(1)
    const options = {
      defaultPath: join(app.getPath('downloads'), suggested),
      filters: extension ? [{ name: extension.toUpperCase(), extensions: [extension] }] : [],
    }
    const front = BrowserWindow.getFocusedWindow()
    const { canceled, filePath } = await (front
      ? dialog.showSaveDialog(front, options)
      : dialog.showSaveDialog(options))
    if (canceled || !filePath) return null
    await writeFile(filePath, bytes)
    return filePath
  },

  chooseFolder: () => chosen('openDirectory'),
  chooseFile: () => chosen('openFile'),

  async tell(sentence) {
    await dialog.showMessageBox({ type: 'warning', title: 'Lumbung', message: sentence, buttons: ['Tutup'] })
  },
})
