import { Box, Flex, Stack } from '@mantine/core'
import { ORPCError } from '@orpc/client'
import { IconFileDescription, IconShieldCheck } from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import { countsBack } from '../../../src-shared/channels/counts-of.ts'
import { importWords, recordWords } from '../../../src-shared/channels/import.words.ts'
import { teachWords } from '../../../src-shared/channels/teach.words.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Card } from '../../design/Card.tsx'
import { DropFile } from '../../design/DropFile.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../../design/language.tsx'
import { ImportUnderWay } from '../ImportUnderWay.tsx'
import { importWork, type Stopped } from '../import-work.ts'
import { ImportHistory } from '../shops/ImportHistory.tsx'
import { CHOSEN_ENDINGS, takeFiles } from '../take-files.ts'
import { teachWork } from '../teach/teach-work.ts'
import { ChooseFolder } from './ChooseFolder.tsx'

/** A place for the file, which file is meant, and that nothing is written yet. */
export function ChooseFile({ error, wasStopped }: { error: unknown; wasStopped: false | Stopped }) {
  const w = useWords(importWords)
  const records = useWords(recordWords)
  const teach = useWords(teachWords)
  const [, go] = useLocation()
  return (
    <Stack gap={14} flex={1} mih={0}>
      <Stack gap={14}>
        <DropFile
          label={w.dropLabel}
          endings={CHOSEN_ENDINGS}
          shortcut={standingShortcuts.main}
          isEverywhere
          isMany
          onFiles={takeFiles}
        />
        <ChooseFolder />
        <RefusalNotice error={error} actions={isUnknown(error) && <TeachThis />} />
        {wasStopped && <p role="status">{stoppedSentence(wasStopped, w, records)}</p>}
        <ImportUnderWay />
        <Flex component="p" align="center" gap={8} c="dimmed">
          <IconShieldCheck size={17} aria-hidden color="var(--lb-jolawe)" />
          {w.safety}
        </Flex>
        <Card>
          <Box component="h2" mb={8} className="heading">
            {w.whereTitle}
          </Box>
          <Stack component="ul" gap={6} className="bullets quiet">
            <li>{w.whereOne}</li>
            <li>{w.whereTwo}</li>
            <li>{w.whereGoods}</li>
            <li>{w.whereThree}</li>
            <li>{w.whereLater}</li>
            <li>
              {w.whereOther}{' '}
              <Link href="/impor/kenalkan" className="link strong">
                {teach.title}
              </Link>
              .
            </li>
          </Stack>
        </Card>
      </Stack>
      <ImportHistory openId={null} onOpen={() => go('/toko?')} />
    </Stack>
  )
}

/** Refusals that say only that nobody knows how such a file is read. */
const isUnknown = (error: unknown): boolean =>
  error instanceof ORPCError && ['FILE_NOT_RECOGNISED', 'FILE_COLUMNS_MISSING'].includes(error.code)

function TeachThis() {
  const w = useWords(teachWords)
  const [, go] = useLocation()
  const teach = () => {
    const chosen = importWork.chosen()
    if (chosen) void teachWork.takeFile(chosen)
    go('/impor/kenalkan')
  }
  return <ActionButton label={w.teachThis} icon={IconFileDescription} onAct={teach} />
}

/** Batal in the words of what the core answered. */
function stoppedSentence(
  { fileName, takenBack }: Stopped,
  w: (typeof importWords)['id'],
  records: (typeof recordWords)['id'],
): string {
  if (!takenBack) return w.stopped
  const { withdrawn, rebuilt, kept } = countsBack(takenBack)
  const sentence = w.stoppedTakenBack(fileName, formatNumber(withdrawn + rebuilt), records[takenBack.kind])
  return kept > 0 ? `${sentence} ${w.stoppedKept(formatNumber(kept))}` : sentence
}
