import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Waits until the bytes of a file are where a power cut cannot reach them. */
export function bringToDisk(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Waits until a folder's own list of names is on the disk. Windows has no such call, and needs none. */
export function bringFolderToDisk(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } catch (problem) {
    // some file systems (FAT on a stick) cannot
    if ((problem as NodeJS.ErrnoException).code !== 'EINVAL') throw problem
  } finally {
    closeSync(handle)
  }
}
