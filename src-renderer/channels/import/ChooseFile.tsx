import { Box, Flex, Stack } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { countsBack } from '../../../src-shared/channels/counts-of.ts'
import { importWords, recordWords } from '../../../src-shared/channels/import.words.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { Card } from '../../design/Card.tsx'
import { DropFile } from '../../design/DropFile.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../../design/language.tsx'
import { ImportUnderWay } from '../ImportUnderWay.tsx'
import classes from '../import.module.css'
import type { Stopped } from '../import-work.ts'
import { ImportHistory } from '../shops/ImportHistory.tsx'
import { CHOSEN_ENDINGS, takeFiles } from '../take-files.ts'

/** A place for the file, which file is meant, and that nothing is written yet. */
export function ChooseFile({ error, wasStopped }: { error: unknown; wasStopped: false | Stopped }) {
  const w = useWords(importWords)
  const records = useWords(recordWords)
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
        <RefusalNotice error={error} />
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
          <ul className={`bullets quiet ${classes.where}`}>
            <li>{w.whereOne}</li>
            <li>{w.whereTwo}</li>
            <li>{w.whereThree}</li>
            <li>{w.whereLater}</li>
          </ul>
        </Card>
      </Stack>
      <ImportHistory openId={null} onOpen={() => go('/toko?')} />
    </Stack>
  )
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
