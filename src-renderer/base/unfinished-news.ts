import { useEffect, useState } from 'react'
import { CORE_UNFINISHED, type UnfinishedNews } from '../../src-shared/app/desktop-bridge.ts'

/** How far the desktop's core is with work that a kill cut off; null where it has not said so. */
export function useUnfinishedNews(): UnfinishedNews | null {
  const [news, setNews] = useState<UnfinishedNews | null>(null)
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent) => {
      if (source === window && data?.kind === CORE_UNFINISHED) setNews(data)
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [])
  return news
}
