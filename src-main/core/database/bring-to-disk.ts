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
