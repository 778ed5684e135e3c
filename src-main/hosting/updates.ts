import type { UpdateState } from '../../src-shared/app/desktop-bridge.ts'

/** Only when the owner asks: Lumbung never calls anyone on its own. */
export interface Updates {
  check(): Promise<UpdateState>
  /** Downloads what `check` offered and restarts into it. */
  install(): Promise<UpdateState>
}

/** A checkout is updated with git, a browser host by whoever installed it. */
export const noUpdates: Updates = {
  check: async () => ({ state: 'unavailable' }),
  install: async () => ({ state: 'unavailable' }),
}
