import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { freemem } from 'node:os'

const MEMORY = '/dev/shm'
const ENOUGH_BYTES = 6 * 1024 ** 3

/**
 * Shops of tests stand in memory where there is room, so that no test waits for a disk: the files are as real, and a process that is killed
 * loses as little. What a disk does to them is for the proofs and the bench, which write where everybody does.
 */
export function writeIntoMemory(): void {
  if (!hasRoom()) return
  const folder = mkdtempSync(`${MEMORY}/lumbung-tests-`)
  // as open as the folder it stands for: some tests become another user
  chmodSync(folder, 0o1777)
  process.env.TMPDIR = folder
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return Math.min(bavail * bsize, freemem()) >= ENOUGH_BYTES
  } catch {
    return false
  }
}
