import { Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
import { api, client } from '../base/api.ts'
import { CellProblems } from '../base/CellProblems.tsx'
import { fileContents } from '../base/file-contents.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Dialog } from '../design/Dialog.tsx'
import { DropFile } from '../design/DropFile.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { KeyValueRows } from '../design/KeyValueRows.tsx'
import { useWords } from '../design/language.tsx'
import { showToast } from '../design/toast.tsx'

/** A filled sheet of opening stock: counted first, written only after the one button. */
export function OpeningFile({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const w = useWords(stockWords)
  const [file, setFile] = useState<File | null>(null)
  const count = useMutation({
    mutationFn: async (chosen: File) => {
      const next = await fileContents(chosen)
      setFile(next)
      return client.inventory.opening.importFile({ file: next, store: false })
    },
  })
  const store = useMutation(
    api.inventory.opening.importFile.mutationOptions({
      onSuccess: ({ changed }) => {
        showToast({ text: w.sheetStored(formatNumber(changed)) })
        leave()
      },
    }),
  )
  const again = () => {
    setFile(null)
    count.reset()
    store.reset()
  }
  const leave = () => {
    again()
    onClose()
  }
  const counted = count.data
  return (
    <Dialog
      title={w.giveSheet}
      isOpen={isOpen}
      onClose={leave}
      actions={
        counted && (
          <>
            <ActionButton label={w.sheetOther} kind="quiet" onAct={again} />
            {counted.changed > 0 && file && (
              <ActionButton
                label={w.sheetStore(formatNumber(counted.changed))}
                busyLabel={w.saving}
                isBusy={store.isPending}
                kind="primary"
                shortcut={standingShortcuts.main}
                onAct={() => store.mutate({ file, store: true })}
              />
            )}
          </>
        )
      }
    >
      <Stack gap={12}>
        {!counted && (
          <>
            <p className="quiet">{w.sheetIntro}</p>
            <DropFile
              label={w.sheetDrop}
              endings={['.xlsx', '.csv']}
              shortcut={standingShortcuts.main}
              isBusy={count.isPending}
              onFiles={([chosen]) => {
                if (!chosen) return
                again()
                count.mutate(chosen)
              }}
            />
          </>
        )}
        {count.isPending && <p role="status">{w.sheetCounting}</p>}
        {counted && (
          <>
            <p>{counted.changed > 0 ? w.sheetCounts : w.sheetSame}</p>
            <KeyValueRows
              isRuled
              rows={[
                { key: w.sheetChanged, value: formatNumber(counted.changed), isStrong: true },
                { key: w.sheetUnchanged, value: formatNumber(counted.unchanged) },
                { key: w.sheetValue, value: formatRupiah(counted.value), isStrong: true },
              ]}
            />
          </>
        )}
        <RefusalNotice error={count.error ?? store.error} />
        <CellProblems error={count.error ?? store.error} />
      </Stack>
    </Dialog>
  )
}
