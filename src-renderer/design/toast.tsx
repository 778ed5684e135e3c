import { notifications } from '@mantine/notifications'
import { IconCircleCheckFilled } from '@tabler/icons-react'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import { ActionButton } from './ActionButton.tsx'
import { useWords } from './language.tsx'
import classes from './toast.module.css'

export interface Toast {
  /** One sentence: `Tersimpan. Laba hari ini diperbarui.` */
  text: string
  /** Takes the act back; offered as Urungkan, Ctrl+Z, while the toast stands. */
  undo?: () => void
}

let isQuiet = false

/** At the pack desk and in quiet hours nothing pops up; what would be said must then stand on the screen. */
export function quietToasts(quiet: boolean) {
  isQuiet = quiet
}

/** Says that something is done, for six seconds, at most three at once. Never for faults that need an act. */
export function showToast(toast: Toast) {
  if (isQuiet) return
  const id = notifications.show({
    message: <ToastBody toast={toast} close={() => notifications.hide(id)} />,
    withCloseButton: false,
    withBorder: true,
    classNames: { root: classes.toast, body: classes.body, description: classes.description },
  })
}

function ToastBody({ toast, close }: { toast: Toast; close: () => void }) {
  const w = useWords(partsWords)
  const undo = () => {
    toast.undo?.()
    close()
  }
  return (
    <span className={classes.line}>
      <IconCircleCheckFilled className={classes.icon} aria-hidden />
      <span className={classes.text}>{toast.text}</span>
      {toast.undo && <ActionButton label={w.undo} keys="Ctrl+Z" size="small" onAct={undo} />}
    </span>
  )
}
