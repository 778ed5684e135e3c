import { Box, Checkbox, Flex, Radio, Stack } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { packWords } from '../../src-shared/fulfilment/pack.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { LabelSize } from '../../src-shared/settings/settings.ts'
import { client } from '../base/api.ts'
import { saveFile } from '../base/files.ts'
import { Page } from '../base/Page.tsx'
import { useLettersLacking } from '../base/use-letters-lacking.ts'
import { useSettings } from '../base/use-settings.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import { Note } from '../design/Note.tsx'
import { PanelPart, SidePanel } from '../design/SidePanel.tsx'
import { showToast } from '../design/toast.tsx'
import { fulfilmentShortcuts } from './fulfilment.shortcuts.ts'
import { LabelPreview } from './LabelPreview.tsx'
import { PrintNotice } from './PrintNotice.tsx'
import { printSheet, printTestLabel } from './sheets.ts'

const PAPER: Record<LabelSize, string> = {
  A6: '105 × 148 mm',
  '100x150': '100 × 150 mm',
  '78x100': '78 × 100 mm',
  A4x4: '210 × 297 mm',
}

/** Cetak Label: choices right, the labels themselves left as they will be printed. */
export function LabelsPage() {
  const w = useWords(packWords)
  const [, go] = useLocation()
  const orders = new URLSearchParams(useSearch()).get('orders') ?? ''
  const orderIds = orders.split(',').filter(Boolean)
  const settings = useSettings()
  const agrees = useLettersLacking()
  const [chosen, setSize] = useState<LabelSize | null>(null)
  const [options, setOptions] = useState({ showItems: true, showNote: true, maskPhone: false })
  const size = chosen ?? settings?.labelSize ?? '100x150'
  const choice = JSON.stringify({ orderIds, size, ...options })

  const { mutate: preview, ...previewed } = useMutation({
    mutationFn: (asked: string) => client.fulfilment.printLabels({ ...JSON.parse(asked), mark: false }),
  })
  useEffect(() => {
    if (orders) preview(choice)
  }, [orders, choice, preview])
  const print = useMutation({
    mutationFn: async (act: 'print' | 'save') => {
      const sheet = previewed.data ?? (await client.fulfilment.printLabels({ orderIds, size, ...options, mark: false }))
      const isDone =
        act === 'print' ? await printSheet(sheet, agrees) : (await agrees(sheet)) && (await saveFile(sheet.file))
      if (!isDone) return
      await client.fulfilment.labelsPrinted({ orderIds })
      showToast({ text: w.marked })
    },
  })
  const testPrint = useMutation({ mutationFn: () => printTestLabel(size, agrees) })
  const leave = () => (window.history.length > 1 ? window.history.back() : go('/pesanan'))
  useHotkey(standingShortcuts.back, leave, { label: w.labelClose })
  const count = formatNumber(previewed.data?.labels ?? orderIds.length)
  const official = previewed.data?.official ?? []
  // the courier's own label is printed as it is: nothing of it can be left out
  const areAllOfficial = official.length > 0 && official.length === previewed.data?.labels
  const skipped = previewed.data?.skipped.map(
    ({ orderNumber, reason }) => `${orderNumber} (${reason === 'cancelled' ? w.labelCancelled : w.labelNoAddress})`,
  )

  if (!orders) {
    return (
      <Page title={w.labels}>
        <EmptyState
          icon={IconPrinter}
          action={
            <>
              <ActionButton
                label={w.labelChoose}
                kind="primary"
                shortcut={standingShortcuts.main}
                onAct={() => go('/pesanan')}
              />
              <ActionButton shortcut={fulfilmentShortcuts.labels.labelTest} onAct={() => testPrint.mutate()} />
            </>
          }
        >
          {w.labelNone}
        </EmptyState>
        <PrintNotice error={testPrint.error} />
      </Page>
    )
  }
  return (
    <Page
      title={w.labels}
      layout="flush"
      actions={<ActionButton label={w.labelClose} shortcut={standingShortcuts.back} listens={false} onAct={leave} />}
      sidePanel={
        <SidePanel
          title={w.labels}
          subtitle={w.labelsFor(count)}
          actions={
            <>
              <ActionButton
                label={w.labelPrint(count)}
                icon={IconPrinter}
                shortcut={fulfilmentShortcuts.labels.printLabels}
                kind="primary"
                isBusy={print.isPending}
                busyLabel={w.preparing}
                onAct={() => print.mutate('print')}
              />
              <ActionButton shortcut={fulfilmentShortcuts.labels.labelSave} onAct={() => print.mutate('save')} />
            </>
          }
        >
          <PanelPart>
            <Stack gap={18}>
              <Radio.Group label={w.labelSize} value={size} onChange={(value) => setSize(value as LabelSize)}>
                {LabelSize.options.map((value) => (
                  <Radio key={value} value={value} label={`${w.sizeName(value)}, ${PAPER[value]}`} mt={8} />
                ))}
              </Radio.Group>
              {!areAllOfficial && (
                <Flex component="fieldset" direction="column" gap={10}>
                  <Box component="legend" mb={8} p={0} className="label">
                    {w.labelPrints}
                  </Box>
                  <Checkbox
                    label={w.labelItems}
                    checked={options.showItems}
                    onChange={({ currentTarget: { checked } }) => setOptions({ ...options, showItems: checked })}
                  />
                  <Checkbox
                    label={w.labelNote}
                    checked={options.showNote}
                    onChange={({ currentTarget: { checked } }) => setOptions({ ...options, showNote: checked })}
                  />
                  <Checkbox
                    label={w.labelMask}
                    checked={options.maskPhone}
                    onChange={({ currentTarget: { checked } }) => setOptions({ ...options, maskPhone: checked })}
                  />
                </Flex>
              )}
              <Note tone="abu">
                {official.length === 0 ? w.labelOfficial : w.labelOfficialOf(formatNumber(official.length), count)}
              </Note>
              {skipped && skipped.length > 0 && <Note tone="abu">{w.labelSkipped(skipped.join(', '))}</Note>}
              <ActionButton
                shortcut={fulfilmentShortcuts.labels.labelTest}
                size="small"
                isBusy={testPrint.isPending}
                busyLabel={w.preparing}
                onAct={() => testPrint.mutate()}
              />
              <PrintNotice error={print.error ?? testPrint.error ?? previewed.error} />
            </Stack>
          </PanelPart>
        </SidePanel>
      }
    >
      <LabelPreview
        orderIds={orderIds}
        skipped={previewed.data?.skipped.map(({ orderNumber }) => orderNumber) ?? []}
        official={official}
        size={size}
        options={options}
      />
    </Page>
  )
}
