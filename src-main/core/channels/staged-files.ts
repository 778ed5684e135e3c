import type { Instant } from '../../../src-shared/kernel/business-day.ts'
import type { Scheduler } from '../outside.ts'
import type { PackedFile } from './files/packed-file.ts'

export interface WaitingFile {
  name: string
  bytes: Uint8Array
  file: PackedFile
  /** When the file was last changed; null when the door it came through cannot tell. */
  modifiedAt: Instant | null
}

const LIFETIME_MS = 30 * 60_000
const AT_MOST = 4
/** The file itself and what was read from it, packed: a tenth to a third of the file. */
const AT_MOST_BYTES = 60 * 1024 * 1024

/**
 * Files that were read and wait for an answer, the newest few of them, each for half an hour. In memory only: a restart
 * forgets them and nothing was written. A timer lets go of what nobody asks for again.
 */
export function createStagedFiles(scheduler: Scheduler) {
  const waiting = new Map<string, { file: WaitingFile; expiry: { callOff(): void } }>()
  const remove = (id: string) => {
    waiting.get(id)?.expiry.callOff()
    waiting.delete(id)
  }
  const makeRoom = () => {
    let bytes = 0
    for (const [index, [id, { file }]] of [...waiting].reverse().entries()) {
      bytes += roomOf(file)
      if (index > 0 && (index >= AT_MOST || bytes > AT_MOST_BYTES)) remove(id)
    }
  }
  return {
    add(id: string, file: WaitingFile) {
      waiting.set(id, { file, expiry: scheduler.after(LIFETIME_MS, () => remove(id)) })
      makeRoom()
    },
    get: (id: string): WaitingFile | undefined => waiting.get(id)?.file,
    remove,
  }
}

const roomOf = ({ bytes, file }: WaitingFile): number =>
  [bytes, ...file.records, ...file.problems].reduce((room, part) => room + part.byteLength, 0)
