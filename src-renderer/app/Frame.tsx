import { type ReactNode, useEffect, useRef, useState } from 'react'
import { PageHeaderSlot } from '../base/page-header.ts'
import { frameShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import classes from './Frame.module.css'
import type { FrameEntry } from './frame-entry.ts'
import { HeaderBar } from './HeaderBar.tsx'
import { Sidebar } from './Sidebar.tsx'

export interface FrameProps {
  entries: readonly FrameEntry[]
  /** Path of the entry that is marked. */
  current: string | undefined
  /** Changes with every page; focus then moves to the work area. */
  location: string
  onGo: (path: string) => void
  isCollapsed: boolean
  onCollapse: (isCollapsed: boolean) => void
  onSearch: () => void
  person: ReactNode
  isPractice: boolean
  statusBar: ReactNode
  children: ReactNode
}

/** Header, sidebar, work area, status bar. Knows nothing of the core, so that the gallery shows it too. */
export function Frame(props: FrameProps) {
  const { isCollapsed, onCollapse, location } = props
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  const main = useRef<HTMLElement>(null)
  useHotkey(frameShortcuts.keySidebar, () => onCollapse(!isCollapsed), { reach: 'everywhere', inFields: true })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page takes the focus, unless a part of it already has it
  useEffect(() => {
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true })
  }, [location])
  return (
    <div className={classes.frame} data-collapsed={isCollapsed || undefined}>
      <Sidebar
        entries={props.entries}
        current={props.current}
        onGo={props.onGo}
        isCollapsed={isCollapsed}
        onCollapse={onCollapse}
      />
      <HeaderBar slot={setSlot} onSearch={props.onSearch} person={props.person} isPractice={props.isPractice} />
      <main className={classes.main} ref={main} tabIndex={-1}>
        <PageHeaderSlot value={slot}>{props.children}</PageHeaderSlot>
      </main>
      {props.statusBar}
    </div>
  )
}
