import { createHash } from 'node:crypto'
import type { ChannelFile } from '../../../src-shared/channels/channel-file.ts'
import type { Instant } from '../../../src-shared/kernel/business-day.ts'

export interface WaitingFile {
  name: string
  sha256: string
  bytes: number
  file: ChannelFile
  /** When the file was last changed; null when the door it came through cannot tell. */
  modifiedAt: Instant | null
  stagedAt: Instant
}

const LIFETIME_MS = 30 * 60_000
const AT_MOST = 4

/** Files that were read and wait for an answer. In memory only: a restart forgets them and nothing was written. */
export function createStagedFiles(now: () => Instant) {
  const waiting = new Map<string, WaitingFile>()
  const forgetOld = () => {
    for (const [id, { stagedAt }] of waiting)
      if (now() - stagedAt > LIFETIME_MS || waiting.size > AT_MOST) waiting.delete(id)
  }
  return {
    add(id: string, file: WaitingFile) {
      waiting.set(id, file)
      forgetOld()
    },
    get(id: string): WaitingFile | undefined {
      forgetOld()
      return waiting.get(id)
    },
    remove: (id: string) => void waiting.delete(id),
  }
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
