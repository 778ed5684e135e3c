import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { quietToasts } from '../design/toast.tsx'
import { HandoverDesk } from './HandoverDesk.tsx'
import { HandoverHistory } from './HandoverHistory.tsx'
import { PackDesk } from './PackDesk.tsx'
import { PickListDesk } from './PickListDesk.tsx'

/** Kemas takes the whole window: pick, pack, hand over. */
export function PackPage() {
  const [location] = useLocation()
  useEffect(() => {
    quietToasts(true)
    return () => quietToasts(false)
  }, [])
  if (location.startsWith('/kemas/ambil')) return <PickListDesk />
  if (location.startsWith('/kemas/serah/riwayat')) return <HandoverHistory />
  if (location.startsWith('/kemas/serah')) return <HandoverDesk />
  return <PackDesk />
}
