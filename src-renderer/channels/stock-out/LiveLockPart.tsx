import { NumberInput, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ListingStock } from '../../../src-shared/channels/stock-out.ts'
import { stockOutWords } from '../../../src-shared/channels/stock-out.words.ts'
import { newId } from '../../../src-shared/kernel/ids.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { useWords } from '../../design/language.tsx'
import { PanelPart } from '../../design/SidePanel.tsx'
import { showToast } from '../../design/toast.tsx'

/** Pieces of a SKU that only this shop sells while it is live. */
export function LiveLockPart({
  shopId,
  variantId,
  liveLock,
}: {
  shopId: string
  variantId: string
  liveLock: ListingStock['liveLock']
}) {
  const w = useWords(stockOutWords)
  const [id] = useState(newId)
  const [pieces, setPieces] = useState(1)
  const lock = useMutation(api.sync.stock.lock.mutationOptions({ onSuccess: () => showToast({ text: w.liveBegun }) }))
  const unlock = useMutation(
    api.sync.stock.unlock.mutationOptions({ onSuccess: () => showToast({ text: w.liveEnded }) }),
  )
  return (
    <PanelPart title={w.live}>
      <Stack gap={10}>
        {liveLock ? (
          <>
            <p className="small">{w.liveLocked(formatNumber(liveLock.pieces), formatNumber(liveLock.left))}</p>
            <ActionButton
              label={w.liveEnd}
              isBusy={unlock.isPending}
              onAct={() => unlock.mutate({ id: liveLock.id })}
            />
          </>
        ) : (
          <>
            <NumberInput
              label={w.livePieces}
              description={w.liveHelp}
              min={1}
              max={100_000}
              allowDecimal={false}
              value={pieces}
              onChange={(typed) => setPieces(Math.max(1, Number(typed) || 1))}
            />
            <ActionButton
              label={w.liveLock}
              isBusy={lock.isPending}
              onAct={() => lock.mutate({ id, shopId, variantId, pieces })}
            />
          </>
        )}
        <RefusalNotice error={lock.error ?? unlock.error} />
      </Stack>
    </PanelPart>
  )
}
