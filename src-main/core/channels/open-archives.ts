import type { Scheduler } from '../outside.ts'
import type { SourceFile } from '../spreadsheet/sheet.ts'

const LIFETIME_MS = 30 * 60_000

/** The archive that was opened last, for half an hour: its files are unpacked one by one while they are read. In memory only. */
export function createOpenArchives(scheduler: Scheduler) {
  let open: { id: string; archive: SourceFile; expiry: { callOff(): void } } | null = null
  const close = () => {
    open?.expiry.callOff()
    open = null
  }
  return {
    add(id: string, archive: SourceFile) {
      close()
      open = { id, archive, expiry: scheduler.after(LIFETIME_MS, close) }
    },
    get: (id: string): SourceFile | undefined => (open?.id === id ? open.archive : undefined),
  }
}
