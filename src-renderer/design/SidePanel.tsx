import { Box, Flex } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import { ariaKeys } from './hotkeys/key-combination.ts'
import { standingShortcuts } from './hotkeys/standing.shortcuts.ts'
import { useHotkey } from './hotkeys/useHotkey.ts'
import { IconButton } from './IconButton.tsx'
import { useWords } from './language.tsx'
import classes from './SidePanel.module.css'

export interface SidePanelProps {
  title: ReactNode
  /** Chips at the right of the title. */
  chips?: ReactNode
  subtitle?: ReactNode
  children: ReactNode
  /** Two or three ActionButtons, the main one first. */
  actions?: ReactNode
  /** With it the panel can be closed (×, Esc); without it the panel is a fixed part of the page. */
  onClose?: () => void
}

/** 364 px beside the list, which stays usable and leaves out what does not fit; never over it. */
export function SidePanel({ title, chips, subtitle, children, actions, onClose }: SidePanelProps) {
  const w = useWords(partsWords)
  const id = useId()
  useHotkey(standingShortcuts.back, () => onClose?.(), { label: w.close, enabled: Boolean(onClose) })
  return (
    <aside className={classes.panel} data-closes={onClose ? true : undefined} aria-labelledby={id}>
      <Box component="header" pos="relative" p="12px 16px 10px" className="line-below">
        <div className={classes.titleLine}>
          <h2 id={id} className={classes.title}>
            {title}
          </h2>
          {chips}
          {onClose && (
            <Box component="span" pos="absolute" top={12} right={14}>
              <IconButton label={w.close} keyShortcuts={ariaKeys(standingShortcuts.back.keys)} onAct={onClose} />
            </Box>
          )}
        </div>
        {subtitle && <div className="quiet small">{subtitle}</div>}
      </Box>
      {/* a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
      <Box component="section" flex={1} className="ring-inside scrolls" tabIndex={0} aria-labelledby={id}>
        {children}
      </Box>
      {actions && <footer className={classes.actions}>{actions}</footer>}
    </aside>
  )
}

/** One ruled part of a panel. */
export const PanelPart = ({ title, aside, children }: { title?: string; aside?: ReactNode; children: ReactNode }) => (
  <Box p="10px 16px" className="line-between">
    {(title || aside) && (
      <Flex gap={12} justify="space-between" mb={4} fz={12.5} className="quiet">
        <Box component="h3" fz={12.5} fw={600} className="quiet">
          {title}
        </Box>
        {aside && <span>{aside}</span>}
      </Flex>
    )}
    {children}
  </Box>
)
