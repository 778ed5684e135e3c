import { Box, Group, Textarea } from '@mantine/core'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { partsWords } from '../../src-shared/app/parts.words.ts'
import { ActionButton } from './ActionButton.tsx'
import { Dialog } from './Dialog.tsx'
import { standingShortcuts } from './hotkeys/standing.shortcuts.ts'
import { useWords } from './language.tsx'
import { Note } from './Note.tsx'

/** A question before an act. `Hapus 3 foto Bukti Kemas?` / `Pesanan dan resinya tetap ada.` / `Hapus 3 foto`. */
export interface Question {
  title: string
  /** What happens, and what stays. */
  body?: ReactNode
  /** What will be lost, one line each. Needed when the act is destructive. */
  losses?: readonly string[]
  /** Verb and object, never "OK". */
  action: string
  isDestructive?: boolean
  /** Asked where codes are scanned: the Enter that ends a code must not agree to it. */
  isAmongScans?: boolean
  /** Asks for a reason; `isNeeded` refuses an empty one. */
  reason?: { label?: string; isNeeded: boolean }
  /** The word for leaving things as they are, when "Batal" would be ambiguous ("Batalkan Pesanan"). */
  stay?: string
}

/** The reason as typed (empty when none was asked), or null when the person stepped back. */
export type Answer = { reason: string } | null

const ConfirmContext = createContext<((question: Question) => Promise<Answer>) | null>(null)

/** `const confirm = useConfirm(); if (await confirm({ … })) …`. */
export function useConfirm(): (question: Question) => Promise<Answer> {
  const confirm = useContext(ConfirmContext)
  if (!confirm) throw new Error('useConfirm needs a ConfirmProvider above it')
  return confirm
}

/** Holds the one confirm dialog there can be: never two deep. */
export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [question, setQuestion] = useState<Question | null>(null)
  const [isOpen, setOpen] = useState(false)
  const settle = useRef<(answer: Answer) => void>(undefined)
  const confirm = useCallback(
    (next: Question) =>
      new Promise<Answer>((resolve) => {
        settle.current?.(null)
        settle.current = resolve
        setQuestion(next)
        setOpen(true)
      }),
    [],
  )
  const answer = (given: Answer) => {
    setOpen(false)
    settle.current?.(given)
    settle.current = undefined
  }
  // a question belongs to the page that asked it: Enter on the next page must not answer it
  useEffect(() => {
    const leave = () => {
      setOpen(false)
      settle.current?.(null)
      settle.current = undefined
    }
    window.addEventListener('hashchange', leave)
    return () => window.removeEventListener('hashchange', leave)
  }, [])
  return (
    <ConfirmContext value={confirm}>
      {children}
      {question && <ConfirmDialog question={question} isOpen={isOpen} onAnswer={answer} />}
    </ConfirmContext>
  )
}

interface ConfirmDialogProps {
  question: Question
  isOpen: boolean
  onAnswer: (answer: Answer) => void
}

function ConfirmDialog({ question, isOpen, onAnswer }: ConfirmDialogProps) {
  const w = useWords(partsWords)
  return (
    <Dialog title={question.title} isOpen={isOpen} onClose={() => onAnswer(null)}>
      {question.body && (
        <Box mb={12} c="dimmed">
          {question.body}
        </Box>
      )}
      {question.losses && question.losses.length > 0 && (
        <Box mb={12}>
          <Note tone="mengkudu" title={w.whatIsLost}>
            <ul className="bullets">
              {question.losses.map((loss) => (
                <li key={loss}>{loss}</li>
              ))}
            </ul>
          </Note>
        </Box>
      )}
      <ConfirmForm key={question.title} question={question} onAnswer={onAnswer} />
    </Dialog>
  )
}

function ConfirmForm({ question, onAnswer }: Omit<ConfirmDialogProps, 'isOpen'>) {
  const w = useWords(partsWords)
  const [reason, setReason] = useState('')
  const [isReasonMissing, setReasonMissing] = useState(false)
  const isDeliberate = question.isDestructive || question.isAmongScans
  const agree = () => {
    if (question.reason?.isNeeded && reason.trim() === '') setReasonMissing(true)
    else onAnswer({ reason: reason.trim() })
  }
  return (
    <>
      {question.reason && (
        <Textarea
          label={question.reason.label ?? w.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          autosize
          minRows={2}
          maxRows={5}
          maxLength={500}
          data-autofocus
          error={isReasonMissing && reason.trim() === '' ? w.reasonNeeded : undefined}
        />
      )}
      <Group justify="flex-end" gap={8} mt={16}>
        <ActionButton
          label={question.stay ?? w.cancel}
          kind="quiet"
          shortcut={standingShortcuts.back}
          listens={false}
          hasFocusFirst={isDeliberate && !question.reason}
          onAct={() => onAnswer(null)}
        />
        <ActionButton
          label={question.action}
          kind={question.isDestructive ? 'destructive' : 'primary'}
          shortcut={isDeliberate || question.reason ? standingShortcuts.save : standingShortcuts.main}
          hasFocusFirst={!isDeliberate && !question.reason}
          onAct={agree}
        />
      </Group>
    </>
  )
}
