import { Flex, Text } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Kbd } from '../design/hotkeys/Kbd.tsx'
import { choiceAt } from '../design/hotkeys/shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import classes from './FirstRun.module.css'

export interface ChoiceCardProps {
  title: string
  /** Its place among the choices, from 0; the number key is one more. */
  position: number
  onChoose: () => void
  children: ReactNode
  isChosen?: boolean
  icon?: Icon
  /** Right of the title: how long it takes. */
  aside?: string
}

/** One of a few ways on, chosen by click or by its number. */
export function ChoiceCard({ title, position, onChoose, children, isChosen, icon: IconPart, aside }: ChoiceCardProps) {
  const shortcut = choiceAt(position, title)
  useHotkey(shortcut, onChoose)
  return (
    <button
      type="button"
      className={classes.choice}
      data-chosen={isChosen || undefined}
      aria-pressed={isChosen}
      aria-keyshortcuts={shortcut.keys}
      onClick={onChoose}
    >
      {IconPart && (
        <span className={classes.icon}>
          <IconPart size={28} stroke={1.6} aria-hidden />
        </span>
      )}
      <Flex component="span" direction="column" gap={3} flex={1}>
        <Flex component="span" gap={10} align="center">
          <Text span flex={1} fz="lg" lh="22px" fw={650}>
            {title}
          </Text>
          {aside && <span className="quiet small nowrap">{aside}</span>}
          <Kbd keys={shortcut.keys} />
        </Flex>
        <Text span c="dimmed">
          {children}
        </Text>
      </Flex>
    </button>
  )
}
