import { Box, Flex, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import classes from './Dialog.module.css'
import { HotkeyLayer } from './hotkeys/HotkeyLayer.tsx'
import { standingShortcuts } from './hotkeys/standing.shortcuts.ts'
import { useHotkey } from './hotkeys/useHotkey.ts'
import { IconButton } from './IconButton.tsx'
import { useWords } from './language.tsx'

export interface DialogProps {
  title: string
  isOpen: boolean
  onClose: () => void
  /** 480 or 640 px. */
  width?: 'normal' | 'wide'
  children: ReactNode
  /** Buttons at the bottom, the main one last (right). */
  actions?: ReactNode
}

/** A dialog at most 620 px tall whose body scrolls. Keys beneath it rest, Esc closes it, focus returns afterwards. */
export function Dialog({ title, isOpen, onClose, width = 'normal', children, actions }: DialogProps) {
  const w = useWords(partsWords)
  return (
    <Modal.Root
      opened={isOpen}
      onClose={onClose}
      closeOnEscape={false}
      size={width === 'wide' ? 640 : 480}
      padding={0}
      centered
      classNames={{ overlay: 'veil', content: classes.content }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <HotkeyLayer>
          <EscapeKey label={w.close} onClose={onClose} />
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          <Box flex={1} p="4px 20px 16px" className="scrolls">
            {children}
          </Box>
          {actions && (
            <Flex gap={8} justify="flex-end" wrap="wrap" p="12px 20px 16px" className="line-above">
              {actions}
            </Flex>
          )}
          <Box component="span" pos="absolute" top={14} right={14}>
            <IconButton label={w.close} onAct={onClose} />
          </Box>
        </HotkeyLayer>
      </Modal.Content>
    </Modal.Root>
  )
}

function EscapeKey({ label, onClose }: { label: string; onClose: () => void }) {
  useHotkey(standingShortcuts.back, onClose, { label: label, inFields: true })
  return null
}
