import { Box } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '../../src-shared/kernel/business-day.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import type { Return } from '../../src-shared/returns/return.ts'
import { returnsWords } from '../../src-shared/returns/returns.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { IconButton } from '../design/IconButton.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { PanelPart } from '../design/SidePanel.tsx'
import { MoneyDialog } from './MoneyDialog.tsx'
import classes from './returns.module.css'
import { returnsShortcuts } from './returns.shortcuts.ts'
import { useShopWallets } from './use-shop-wallets.ts'
import { useUndo } from './use-undo.ts'

/** Money that went back to the buyer, with or without goods. */
export function MoneyPart({ back }: { back: Return }) {
  const w = useWords(returnsWords)
  const { language } = useLocale()
  const { undo, error } = useUndo()
  const [isRefunding, setRefunding] = useState(false)
  const undoing = useMutation(api.returns.undoRefund.mutationOptions())
  if (back.refunds.length === 0 && back.refundable === 0) return null
  return (
    <PanelPart title={w.money}>
      <RefusalNotice error={error} />
      <ul>
        {back.refunds.map(({ id, day, amount, accountName, note }) => (
          <li key={id} className={classes.result}>
            <Box component="span" miw={0}>
              {formatRupiah(amount)}
              <small className="fine-print">
                {[formatDay(day, language), accountName, note].filter(Boolean).join(', ')}
              </small>
            </Box>
            <IconButton
              icon={IconArrowBackUp}
              label={w.undoStep(formatRupiah(amount))}
              onAct={() =>
                void undo(formatRupiah(amount), (reason) => undoing.mutateAsync({ id, reason }), w.undoMoneyBody)
              }
            />
          </li>
        ))}
      </ul>
      {back.refundable > 0 && (
        <ActionButton size="small" shortcut={returnsShortcuts.panel.refund} onAct={() => setRefunding(true)} />
      )}
      {isRefunding && <RefundDialog back={back} onClose={() => setRefunding(false)} />}
    </PanelPart>
  )
}

function RefundDialog({ back, onClose }: { back: Return; onClose: () => void }) {
  const w = useWords(returnsWords)
  const wallets = useShopWallets(back)
  const [id] = useState(newId)
  const save = useMutation(api.returns.refund.mutationOptions({ onSuccess: onClose }))
  return (
    <MoneyDialog
      title={w.refundTitle(back.orderNumber)}
      body={w.refundBody}
      most={back.refundable}
      amount={back.refundable}
      accountLabel={w.paidFrom}
      accounts={wallets}
      isBusy={save.isPending}
      error={save.error}
      onSave={(money) => save.mutate({ id, orderId: back.orderId, ...money })}
      onClose={onClose}
    />
  )
}
