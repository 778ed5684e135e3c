import { Stack, Text } from '@mantine/core'
import { importWords } from '../../src-shared/channels/import.words.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import { Page } from '../base/Page.tsx'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { Columns } from '../design/Columns.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'
import { ProgressWithNumbers } from '../design/ProgressWithNumbers.tsx'
import { useLateTrue } from '../design/useLateTrue.ts'
import { BatchView } from './batch/BatchView.tsx'
import { useBatch } from './batch/batch-work.ts'
import { ImportProgressCard } from './ImportProgressCard.tsx'
import { ChooseFile } from './import/ChooseFile.tsx'
import { EffectsCard } from './import/EffectsCard.tsx'
import { FileCard } from './import/FileCard.tsx'
import { FileSays } from './import/FileSays.tsx'
import { NextSteps } from './import/NextSteps.tsx'
import { ProblemRows, RemarkRows } from './import/ProblemRows.tsx'
import { partsOf } from './import/parts-of.ts'
import { ShopDoubts } from './import/ShopDoubts.tsx'
import { StartChoice } from './import/StartChoice.tsx'
import { type ImportState, importWork, useImportWork } from './import-work.ts'

/** Impor berkas: choose, check what it would do, take it in. Nothing is written before the one button. */
export function ImportPage() {
  const w = useWords(importWords)
  const state = useImportWork()
  const batch = useBatch()
  if (batch) return <BatchView batch={batch} />
  const step = {
    choose: w.stepChoose,
    reading: w.stepChoose,
    shop: w.stepCheck,
    barred: w.stepCheck,
    counting: w.stepCheck,
    preview: w.stepCheck,
    taking: w.stepTaking,
    done: w.stepDone,
  }[state.step]
  return (
    <Page title={w.title} quietLine={step}>
      {state.step === 'choose' && <ChooseFile error={state.error} wasStopped={state.wasStopped} />}
      {state.step === 'reading' && <Reading fileName={state.fileName} rows={state.rows} />}
      {state.step !== 'choose' && state.step !== 'reading' && <FileInHand state={state} />}
    </Page>
  )
}

function Reading({ fileName, rows }: { fileName: string; rows: number }) {
  const w = useWords(importWords)
  const isLate = useLateTrue(true)
  return isLate ? (
    <Card>
      <ProgressWithNumbers
        label={w.reading(fileName)}
        done={rows}
        total={null}
        numbers={w.readRows(formatNumber(rows))}
        onCancel={importWork.startOver}
        isPageWork
      />
      <Text component="p" mt={6} fz="sm" c="dimmed">
        {w.readingNote}
      </Text>
    </Card>
  ) : null
}

type InHand = Exclude<ImportState, { step: 'choose' | 'reading' }>

function FileInHand({ state }: { state: InHand }) {
  const w = useWords(importWords)
  const outcome = 'outcome' in state ? state.outcome : null
  const parts = outcome && partsOf(outcome)
  return (
    <Columns of="minmax(0, 1fr) minmax(300px, 344px)" gap={18} align="start" flex="1 0 auto">
      <Stack gap={12} miw={0}>
        <FileCard state={state} />
        {'error' in state && <RefusalNotice error={state.error} />}
        {state.step === 'counting' && (
          <Card>
            <ProgressWithNumbers
              label={w.counting}
              done={state.done}
              total={state.total}
              onCancel={importWork.startOver}
              isPageWork
            />
          </Card>
        )}
        {state.step === 'taking' && (
          <ImportProgressCard
            fileName={state.file.fileName}
            done={state.done}
            total={state.total}
            isStopping={state.isStopping}
            note={w.takingNote}
            onCancel={importWork.stopTaking}
            isPageWork
          />
        )}
        {(state.step === 'shop' || state.step === 'barred') && (
          <div>
            <ActionButton label={w.another} shortcut={standingShortcuts.back} onAct={importWork.startOver} />
          </div>
        )}
        {state.step === 'done' && <NextSteps outcome={state.outcome} />}
        {outcome && state.step === 'preview' && <ShopDoubts file={state.file} outcome={outcome} />}
        {state.step === 'preview' && state.start && <StartChoice start={state.start} />}
        {parts && outcome && <parts.Counts file={state.file} outcome={outcome} />}
        {!outcome && 'controls' in state.file && <FileSays file={state.file} />}
        <ProblemRows file={state.file} />
        <RemarkRows file={state.file} />
        {parts && outcome && <parts.Below outcome={outcome} isDone={state.step === 'done'} />}
      </Stack>
      {outcome && (
        <EffectsCard
          outcome={outcome}
          isDone={state.step === 'done'}
          beginsOn={state.step === 'preview' && state.start?.isEarlier ? state.start.earlier.startDay : null}
        />
      )}
    </Columns>
  )
}
