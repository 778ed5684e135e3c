import { chmodSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { freemem } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
const OURS = /^lumbung-tests-(\d+)-/
const ENOUGH_BYTES = 6 * 1024 ** 3

/**
 * Shops of tests stand in memory where there is room, so that no test waits for a disk: the files are as real, and a process that is killed
 * loses as little. What a disk does to them is for the proofs and the bench, which write where everybody does.
 */
export function writeIntoMemory(): void {
  if (!hasRoom()) return
  sweepUp()
  const folder = mkdtempSync(join(MEMORY, `lumbung-tests-${process.pid}-`))
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

/** Runs that were killed could not tidy up, and memory is not emptied at night. */
function sweepUp(): void {
  for (const name of readdirSync(MEMORY)) {
    const pid = OURS.exec(name)?.[1]
    if (pid && !isAlive(Number(pid))) rmSync(join(MEMORY, name), { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM'
  }
}
