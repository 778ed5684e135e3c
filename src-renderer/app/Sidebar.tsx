import { Box, Tooltip } from '@mantine/core'
import { IconLayoutSidebar } from '@tabler/icons-react'
import { appWords } from '../../src-shared/app/app.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { Kbd } from '../design/hotkeys/Kbd.tsx'
import { ariaKeys } from '../design/hotkeys/key-combination.ts'
import { frameShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { LumbungMark } from '../design/LumbungMark.tsx'
import { useWords } from '../design/language.tsx'
import type { FrameEntry } from './frame-entry.ts'
import classes from './Sidebar.module.css'

export interface SidebarProps {
  entries: readonly FrameEntry[]
  current: string | undefined
  onGo: (path: string) => void
  isCollapsed: boolean
  onCollapse: (isCollapsed: boolean) => void
}

/** 208 px with words and counts, or 52 px with icons and a dot where something waits. */
export function Sidebar({ entries, current, onGo, isCollapsed, onCollapse }: SidebarProps) {
  const w = useWords(appWords)
  const groups = [...new Set(entries.map((entry) => entry.group))]
  const toggleLabel = isCollapsed ? w.expandSidebar : w.collapseSidebar
  return (
    <nav
      className={classes.sidebar}
      data-collapsed={isCollapsed || undefined}
      aria-label={w.navigation}
      data-not-printed
    >
      <div className={classes.brand}>
        <LumbungMark size={26} />
        {!isCollapsed && (
          <Box component="span" lh="24px" fz={19} c="var(--lb-tinta)" className="serif">
            Lumbung
          </Box>
        )}
      </div>
      <div className={classes.groups}>
        {groups.map((group) => (
          <ul key={group} className={classes.group}>
            {entries
              .filter((entry) => entry.group === group)
              .map((entry) => (
                <li key={entry.path}>
                  <SidebarEntry
                    entry={entry}
                    isCurrent={entry.path === current}
                    isCollapsed={isCollapsed}
                    onGo={() => onGo(entry.path)}
                  />
                </li>
              ))}
          </ul>
        ))}
      </div>
      <Tooltip label={toggleLabel} position="right" disabled={!isCollapsed}>
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={!isCollapsed}
          aria-keyshortcuts={ariaKeys(frameShortcuts.keySidebar.keys)}
          onClick={() => onCollapse(!isCollapsed)}
        >
          <IconLayoutSidebar size={16} aria-hidden stroke={1.75} />
          <span className="hanya-terdengar">{toggleLabel}</span>
          {!isCollapsed && <Kbd keys={frameShortcuts.keySidebar.keys} />}
        </button>
      </Tooltip>
    </nav>
  )
}

interface SidebarEntryProps {
  entry: FrameEntry
  isCurrent: boolean
  isCollapsed: boolean
  onGo: () => void
}

function SidebarEntry({ entry, isCurrent, isCollapsed, onGo }: SidebarEntryProps) {
  const w = useWords(appWords)
  const count = entry.count ?? 0
  const name = count > 0 ? w.waiting(entry.label, formatNumber(count)) : entry.label
  return (
    <Tooltip label={name} position="right" disabled={!isCollapsed}>
      <a
        className={classes.entry}
        href={`#${entry.path}`}
        aria-current={isCurrent ? 'page' : undefined}
        aria-label={isCollapsed ? name : undefined}
        onClick={(event) => {
          event.preventDefault()
          onGo()
        }}
      >
        <entry.icon size={17} className={classes.icon} aria-hidden stroke={1.6} />
        {!isCollapsed && (
          <Box component="span" flex={1} className="cut">
            {entry.label}
          </Box>
        )}
        {!isCollapsed && count > 0 && (
          <Box component="span" fz={12.5} fw={600} className={entry.isBad ? 'bad' : 'quiet'}>
            {formatNumber(count)}
            <span className="hanya-terdengar"> {w.waitingThere}</span>
          </Box>
        )}
        {isCollapsed && count > 0 && <span className={classes.dot} data-bad={entry.isBad || undefined} />}
      </a>
    </Tooltip>
  )
}
