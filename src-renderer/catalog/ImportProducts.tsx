import { Stack } from '@mantine/core'
import { productsWords } from '../../src-shared/catalog/products.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { client } from '../base/api.ts'
import { CellProblems } from '../base/CellProblems.tsx'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useCountedFile } from '../base/use-counted-file.ts'
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
  const { counted, isCounting, isStoring, error, choose, store, again } = useCountedFile(
    client.catalog.products.importFile,
    ({ added, changed }) => {
      showToast({ text: w.importDone(formatNumber(added), formatNumber(changed)) })
      onClose()
    },
  )
  const leave = () => {
    again()
    onClose()
  }
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
            {toWrite > 0 && store && (
              <ActionButton
                label={w.importAct(formatNumber(toWrite))}
                busyLabel={w.importBusy}
                isBusy={isStoring}
                kind="primary"
                shortcut={standingShortcuts.save}
                onAct={store}
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
              isBusy={isCounting}
              onFiles={choose}
            />
          </>
        )}
        {isCounting && <p role="status">{w.importCounting}</p>}
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
        <RefusalNotice error={error} />
        <CellProblems error={error} />
      </Stack>
    </Dialog>
  )
}
