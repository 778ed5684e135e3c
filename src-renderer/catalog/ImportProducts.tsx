import { Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { productsWords } from '../../src-shared/catalog/products.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
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

export interface ImportProductsProps {
  isOpen: boolean
  onClose: () => void
}

/** A product file: counted first, written only after the one button. */
export function ImportProducts({ isOpen, onClose }: ImportProductsProps) {
  const w = useWords(productsWords)
  const [file, setFile] = useState<File | null>(null)
  const count = useMutation({
    mutationFn: async (chosen: File) => {
      const next = await fileContents(chosen)
      setFile(next)
      return client.catalog.products.importFile({ file: next, store: false })
    },
  })
  const store = useMutation(
    api.catalog.products.importFile.mutationOptions({
      onSuccess: ({ added, changed }) => {
        showToast({ text: w.importDone(formatNumber(added), formatNumber(changed)) })
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
  const read = ([chosen]: File[]) => {
    if (!chosen) return
    again()
    count.mutate(chosen)
  }
  const counted = count.data
  const toWrite = counted ? counted.added + counted.changed : 0
  return (
    <Dialog
      title={w.importTitle}
      isOpen={isOpen}
      onClose={leave}
      actions={
        counted && (
          <>
            <ActionButton label={w.importOther} kind="quiet" onAct={again} />
            {toWrite > 0 && file && (
              <ActionButton
                label={w.importAct(formatNumber(toWrite))}
                busyLabel={w.importBusy}
                isBusy={store.isPending}
                kind="primary"
                shortcut={standingShortcuts.save}
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
            <p className="quiet">{w.importIntro}</p>
            <DropFile
              label={w.importDrop}
              endings={['.xlsx', '.csv']}
              shortcut={standingShortcuts.main}
              isBusy={count.isPending}
              onFiles={read}
            />
          </>
        )}
        {count.isPending && <p role="status">{w.importCounting}</p>}
        {counted && (
          <>
            <p>{toWrite > 0 ? w.importCounts : w.importNothing}</p>
            <KeyValueRows
              isRuled
              rows={[
                { key: w.importAdded, value: formatNumber(counted.added), isStrong: true },
                { key: w.importChanged, value: formatNumber(counted.changed), isStrong: true },
                { key: w.importUnchanged, value: formatNumber(counted.unchanged) },
                { key: w.importProducts, value: formatNumber(counted.products) },
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
