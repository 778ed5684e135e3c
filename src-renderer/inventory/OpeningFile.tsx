import { Stack } from '@mantine/core'
import { stockWords } from '../../src-shared/inventory/stock.words.ts'
import { formatNumber, formatRupiah } from '../../src-shared/kernel/rupiah.ts'
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

/** A filled sheet of opening stock: counted first, written only after the one button. */
export function OpeningFile({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const w = useWords(stockWords)
  const { counted, isCounting, isStoring, error, choose, store, again } = useCountedFile(
    client.inventory.opening.importFile,
    ({ changed }) => {
      showToast({ text: w.sheetStored(formatNumber(changed)) })
      onClose()
    },
  )
  const leave = () => {
    again()
    onClose()
  }
  return (
    <Dialog
      title={w.giveSheet}
      isOpen={isOpen}
      onClose={leave}
      actions={
        counted && (
          <>
            <ActionButton label={w.sheetOther} kind="quiet" onAct={again} />
            {counted.changed > 0 && store && (
              <ActionButton
                label={w.sheetStore(formatNumber(counted.changed))}
                busyLabel={w.saving}
                isBusy={isStoring}
                kind="primary"
                shortcut={standingShortcuts.main}
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
            <p className="quiet">{w.sheetIntro}</p>
            <DropFile
              label={w.sheetDrop}
              endings={['.xlsx', '.csv']}
              shortcut={standingShortcuts.main}
              isBusy={isCounting}
              onFiles={choose}
            />
          </>
        )}
        {isCounting && <p role="status">{w.sheetCounting}</p>}
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
        <RefusalNotice error={error} />
        <CellProblems error={error} />
      </Stack>
    </Dialog>
  )
}
