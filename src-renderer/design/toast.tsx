import { Box, Flex } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCircleCheckFilled } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { ActionButton } from './ActionButton.tsx'
import { standingShortcuts } from './hotkeys/standing.shortcuts.ts'
import { useWords } from './language.tsx'
import classes from './toast.module.css'

export interface Toast {
  /** One sentence: `Tersimpan. Laba hari ini diperbarui.` */
  text: string
  /** Takes the act back; offered as Urungkan, Ctrl+Z, while the toast stands. */
  undo?: () => void
}

let isQuiet = false

/** Of several acts that could be taken back, Ctrl+Z takes back the last; only its toast prints the key. */
let lastUndo: string | null = null
const lastUndoListeners = new Set<() => void>()
function setLastUndo(id: string) {
  lastUndo = id
  for (const listener of lastUndoListeners) listener()
}
const onLastUndo = (listener: () => void) => {
  lastUndoListeners.add(listener)
  return () => lastUndoListeners.delete(listener)
}

/** At the pack desk and in quiet hours nothing pops up; what would be said must then stand on the screen. */
export function quietToasts(quiet: boolean) {
  isQuiet = quiet
}

/** Says that something is done, for six seconds, at most three at once. Never for faults that need an act. */
export function showToast(toast: Toast) {
  if (isQuiet) return
  const id = newId()
  if (toast.undo) setLastUndo(id)
  notifications.show({
    id,
    message: <ToastBody id={id} toast={toast} close={() => notifications.hide(id)} />,
    withCloseButton: false,
    withBorder: true,
    classNames: { root: classes.toast, body: classes.body, description: classes.description },
  })
}

function ToastBody({ id, toast, close }: { id: string; toast: Toast; close: () => void }) {
  const w = useWords(partsWords)
  const isLast = useSyncExternalStore(onLastUndo, () => lastUndo) === id
  const undo = () => {
    toast.undo?.()
    close()
  }
  return (
    <Flex component="span" align="center" gap={8} mih={28}>
      <IconCircleCheckFilled size={17} color="var(--lb-jolawe)" aria-hidden />
      <Box component="span" flex={1} miw={0}>
        {toast.text}
      </Box>
      {toast.undo && (
        <ActionButton label={w.undo} shortcut={isLast ? standingShortcuts.undo : undefined} size="small" onAct={undo} />
      )}
    </Flex>
  )
}
