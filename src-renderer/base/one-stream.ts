import { followCore, type News, type Watch } from './core-news.ts'

/** One name for the lock and the channel: tabs of one address, and so of one shop, share them. */
const NAME = 'lumbung.changes'

/** What tabs of one browser agree by; tests hand in stand-ins. */
export interface Tabs {
  locks: Pick<LockManager, 'request'>
  channel: () => BroadcastChannel
}

/** Absent in old browsers; the desktop app gives each window a line of its own. */
export const tabsOfBrowser = (): Tabs | null =>
  'locks' in navigator && 'BroadcastChannel' in globalThis
    ? { locks: navigator.locks, channel: () => new BroadcastChannel(NAME) }
    : null

type Said = { news: News } | { asks: 'is it connected' }

/**
 * Follows the core over one stream for all tabs: whoever holds the lock listens and tells the others. When that tab goes, the
 * next takes over, and because something may have been missed in between, everybody asks again. A browser allows six
 * connections to one host; a stream for each tab would stop the sixth.
 */
export async function followTogether(
  watch: Watch,
  tell: (news: News) => void,
  signal: AbortSignal,
  { locks, channel }: Tabs,
): Promise<void> {
  const line = channel()
  const say = (said: Said) => line.postMessage(said)
  let isLeading = false
  let isConnected = false
  let hasHeard = false
  line.onmessage = ({ data }: MessageEvent<Said>) => {
    if ('news' in data && !isLeading) {
      hasHeard = true
      tell(data.news)
    }
    if ('asks' in data && isLeading && isConnected) say({ news: { isConnected: true, isAgain: false } })
  }
  say({ asks: 'is it connected' })
  try {
    await locks.request(NAME, { signal }, async () => {
      isLeading = true
      const toAll = (news: News) => {
        if ('isConnected' in news) isConnected = news.isConnected
        tell(news)
        say({ news })
      }
      await followCore(watch, toAll, signal, { isAgain: hasHeard })
    })
  } catch (error) {
    if (!signal.aborted) throw error
  } finally {
    line.close()
  }
}
