import { constants } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { safeFileName } from './printing.ts'

export interface Dialogs {
  /** Lets the person choose where a file goes; null when they changed their mind. */
  saveFile(file: { name: string; bytes: Uint8Array }): Promise<string | null>
  /** Lets the person choose a folder; null when they changed their mind, or nobody can be asked. */
  chooseFolder(): Promise<string | null>
  /** Lets the person choose a file. */
  chooseFile(): Promise<string | null>
  /** Says one thing that cannot wait. */
  tell(sentence: string): Promise<void>
}

/** Without windows: files go to the Downloads folder under a free name, sentences to the terminal. */
export const terminalDialogs = (folder = join(homedir(), 'Downloads')): Dialogs => ({
  async saveFile({ name, bytes }) {
    await mkdir(folder, { recursive: true })
    const waiting = await mkdtemp(join(tmpdir(), 'lumbung-simpan-'))
    try {
      const source = join(waiting, 'file')
      await writeFile(source, bytes)
      return await copyUnderFreeName(source, folder, safeFileName(name))
    } finally {
      await rm(waiting, { recursive: true, force: true })
    }
  },
  chooseFolder: async () => null,
  chooseFile: async () => null,
  async tell(sentence) {
    process.stderr.write(`${sentence}\n`)
  },
})

/** `Neraca.pdf`, then `Neraca (2).pdf`: an earlier file is never overwritten. */
async function copyUnderFreeName(source: string, folder: string, name: string): Promise<string> {
  const extension = extname(name)
  const stem = name.slice(0, name.length - extension.length)
  for (let copy = 1; ; copy++) {
    const target = join(folder, copy === 1 ? name : `${stem} (${copy})${extension}`)
    try {
      await copyFile(source, target, constants.COPYFILE_EXCL)
      return target
    } catch (problem) {
      if ((problem as NodeJS.ErrnoException).code !== 'EEXIST') throw problem
    }
  }
}
