import { Stack } from '@mantine/core'
import { READABLE_ENDINGS } from '../../../src-shared/channels/many-files.ts'
import { teachWords } from '../../../src-shared/channels/teach.words.ts'
import { Page } from '../../base/Page.tsx'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { Card } from '../../design/Card.tsx'
import { DropFile } from '../../design/DropFile.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../../design/language.tsx'
import { ProgressWithNumbers } from '../../design/ProgressWithNumbers.tsx'
import { useLateTrue } from '../../design/useLateTrue.ts'
import { asChosen } from '../import-work.ts'
import { KnownLayouts } from './KnownLayouts.tsx'
import { OpenFile } from './OpenFile.tsx'
import { teachWork, useTeachWork } from './teach-work.ts'

/** Kenalkan Berkas: somebody who knows a file says once how it is read; layouts that are known already. */
export function TeachPage() {
  const w = useWords(teachWords)
  const state = useTeachWork()
  return (
    <Page title={w.title} quietLine={state.step === 'open' ? state.look.fileName : undefined}>
      {state.step === 'none' && (
        <Stack gap={18}>
          <p className="quiet">{w.intro}</p>
          <DropFile
            label={w.dropLabel}
            endings={READABLE_ENDINGS}
            shortcut={standingShortcuts.main}
            isEverywhere
            onFiles={([file]) => file && void teachWork.takeFile(asChosen(file))}
          />
          <RefusalNotice error={state.error} />
          <KnownLayouts />
        </Stack>
      )}
      {state.step === 'looking' && <Looking fileName={state.fileName} />}
      {state.step === 'open' && <OpenFile state={state} />}
    </Page>
  )
}

function Looking({ fileName }: { fileName: string }) {
  const w = useWords(teachWords)
  const isLate = useLateTrue(true)
  return isLate ? (
    <Card>
      <ProgressWithNumbers
        label={w.looking(fileName)}
        done={0}
        total={null}
        onCancel={teachWork.startOver}
        isPageWork
      />
    </Card>
  ) : null
}
