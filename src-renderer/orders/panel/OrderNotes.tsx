import { Group, Stack, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Order } from '../../../src-shared/orders/orders.ts'
import { ordersWords } from '../../../src-shared/orders/orders.words.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../../design/language.tsx'
import { Note } from '../../design/Note.tsx'
import { PanelPart } from '../../design/SidePanel.tsx'
import { showToast } from '../../design/toast.tsx'

/** What the buyer asked for, why it is held or cancelled, and the shop's own note. */
export function OrderNotes({ order }: { order: Order }) {
  const w = useWords(ordersWords)
  const said = [
    { title: w.buyerNote, text: order.buyerNote },
    { title: w.holdReason, text: order.isHeld ? order.holdReason : '' },
    { title: w.cancelReason, text: order.cancelReason },
  ].filter(({ text }) => text !== '')
  return (
    <PanelPart>
      <Stack gap={6}>
        {said.map(({ title, text }) => (
          <Note key={title} tone="kunyit" title={title}>
            {text}
          </Note>
        ))}
        {order.isHistory && <p className="quiet small">{w.historyNote}</p>}
        <SellerNote key={order.sellerNote} order={order} />
      </Stack>
    </PanelPart>
  )
}

/** Saved by Ctrl+Enter, or by the button that appears once something was typed. */
function SellerNote({ order }: { order: Order }) {
  const w = useWords(ordersWords)
  const [typed, setTyped] = useState(order.sellerNote)
  const save = useMutation(api.orders.note.mutationOptions({ onSuccess: () => showToast({ text: w.noteSaved }) }))
  const isChanged = typed.trim() !== order.sellerNote
  return (
    <>
      <Textarea
        label={w.sellerNote}
        description={isChanged ? w.sellerNoteHelp : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maxLength={2000}
        autosize
        minRows={1}
        maxRows={6}
      />
      {isChanged && (
        <Group justify="flex-end" mt={6}>
          <ActionButton
            label={w.saveNote}
            busyLabel={w.saving}
            isBusy={save.isPending}
            size="small"
            shortcut={standingShortcuts.save}
            onAct={() => save.mutate({ id: order.id, note: typed.trim() })}
          />
        </Group>
      )}
      <RefusalNotice error={save.error} />
    </>
  )
}
