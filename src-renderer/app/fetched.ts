const PAUSE_MS = 500
/** A page that is not there after this is missing, and not only its host away. */
const TRIES = 40

/**
 * The code of a page, asked for again while the host is away: React would keep the first failure for as long as the window stands.
 * Each browser words the failure in its own way, so any failure is tried again.
 */
export async function fetched<Code>(load: () => Promise<Code>): Promise<Code> {
  for (let tries = 1; ; tries++) {
    try {
      return await load()
    } catch (problem) {
      if (tries === TRIES) throw problem
      await new Promise((waited) => setTimeout(waited, PAUSE_MS))
    }
  }
}
