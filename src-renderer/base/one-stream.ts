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

/** A tab asks its first questions before it is heard: what was announced in between it is told too. */
const JUST_NOW_MS = 10_000

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
  let lately: { at: number; answers: string[] }[] = []
  line.onmessage = ({ data }: MessageEvent<Said>) => {
    if ('news' in data && !isLeading) {
      hasHeard = true
      tell(data.news)
    }
    if ('asks' in data && isLeading && isConnected) {
      say({ news: { isConnected: true, isAgain: false } })
      const answers = lately.filter(isJustNow).flatMap((each) => each.answers)
      if (answers.length > 0) say({ news: { answers } })
    }
  }
  say({ asks: 'is it connected' })
  try {
    await locks.request(NAME, { signal }, async () => {
      isLeading = true
      const toAll = (news: News) => {
        if ('isConnected' in news) isConnected = news.isConnected
        else lately = [...lately.filter(isJustNow), { at: performance.now(), answers: news.answers }]
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

const isJustNow = ({ at }: { at: number }) => performance.now() - at < JUST_NOW_MS
