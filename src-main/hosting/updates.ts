import type { UpdateState, VersionBefore } from '../../src-shared/app/desktop-bridge.ts'

/** Only when the owner asks: Lumbung never calls anyone on its own. */
export interface Updates {
  /** Whether there is a key by which an update is told from a forgery. */
  canVerify: boolean
  check(): Promise<UpdateState>
  /** Downloads what `check` offered and restarts into it. */
  install(): Promise<UpdateState>
  /** Installs from a file that the person chooses. */
  fromFile(): Promise<UpdateState>
  before(): Promise<VersionBefore | null>
  goBack(): Promise<UpdateState>
}

const unavailable = async (): Promise<UpdateState> => ({ state: 'unavailable' })

/** A checkout is updated with git, a browser host by whoever installed it. */
export const noUpdates: Updates = {
  canVerify: false,
  check: unavailable,
  install: unavailable,
  fromFile: unavailable,
  before: async () => null,
  goBack: unavailable,
}
