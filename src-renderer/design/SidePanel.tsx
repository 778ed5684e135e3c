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
      <header className={classes.head}>
        <div className={classes.titleLine}>
          <h2 id={id} className={classes.title}>
            {title}
          </h2>
          {chips}
          {onClose && (
            <span className={classes.close}>
              <IconButton label={w.close} keyShortcuts={ariaKeys(standingShortcuts.back.keys)} onAct={onClose} />
            </span>
          )}
        </div>
        {subtitle && <div className={classes.subtitle}>{subtitle}</div>}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
      <section className={classes.body} tabIndex={0} aria-labelledby={id}>
        {children}
      </section>
      {actions && <footer className={classes.actions}>{actions}</footer>}
    </aside>
  )
}

/** One ruled part of a panel. */
export const PanelPart = ({ title, aside, children }: { title?: string; aside?: ReactNode; children: ReactNode }) => (
  <div className={classes.part}>
    {(title || aside) && (
      <div className={classes.partHead}>
        <h3 className={classes.partTitle}>{title}</h3>
        {aside && <span>{aside}</span>}
      </div>
    )}
    {children}
  </div>
)
