import { ORPCError } from '@orpc/client'
import { useLocation } from 'wouter'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { useWords } from '../design/language.tsx'

/** A refusal of stock; where pieces are expected back, one button leads to Retur and one says that these are others. */
export function ExpectedBackRefusal({ error, onConfirm }: { error: unknown; onConfirm: () => void }) {
  const w = useWords(stockWords)
  const [, go] = useLocation()
  const isAsked = error instanceof ORPCError && error.code === 'PIECES_EXPECTED_BACK'
  return (
    <RefusalNotice
      error={error}
      actions={
        isAsked && (
          <>
            <ActionButton label={w.inspectReturns} size="small" onAct={() => go('/retur')} />
            <ActionButton label={w.areNotReturns} size="small" kind="quiet" onAct={onConfirm} />
          </>
        )
      }
    />
  )
}
