import { IconDeviceFloppy } from '@tabler/icons-react'
import { backupWords } from '../../src-shared/backup/backup.words.ts'
import { backupVerdict, isGrave } from '../../src-shared/backup/backup-verdict.ts'
import { useBackupStatus } from '../base/use-backup-status.ts'
import { useNow } from '../design/clock.ts'
import { agoWords } from '../design/deadline.ts'
import { useLocale, useWords } from '../design/language.tsx'
import classes from './StatusBar.module.css'

/** The age of the newest backup; nothing in a shop that has none yet and needs none. */
export function BackupInStatusBar() {
  const w = useWords(backupWords)
  const { language, zone } = useLocale()
  const now = useNow()
  const status = useBackupStatus()
  if (!status) return null
  const isBad = isGrave(backupVerdict(status, now), status)
  if (!isBad && !status.last) return null
  return (
    <span className={isBad ? `bad strong ${classes.item}` : classes.item}>
      <IconDeviceFloppy size={15} aria-hidden />
      {isBad || !status.last ? w.statusBad : w.statusFresh(agoWords(status.last.at, now, zone, language))}
    </span>
  )
}
