import { IconShieldCheck } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import { importWords } from '../../../src-shared/channels/import.words.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { Card } from '../../design/Card.tsx'
import { DropFile } from '../../design/DropFile.tsx'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../../design/language.tsx'
import classes from '../import.module.css'
import { asChosen, importWork, ORDER_FILE_ENDINGS } from '../import-work.ts'
import { ImportHistory } from '../shops/ImportHistory.tsx'

/** A place for the file, which file is meant, and that nothing is written yet. */
export function ChooseFile({ error, wasStopped }: { error: unknown; wasStopped: boolean }) {
  const w = useWords(importWords)
  const [, go] = useLocation()
  const take = ([file]: File[]) => {
    if (file) void importWork.takeFile(asChosen(file))
  }
  return (
    <div className={classes.choose}>
      <div className={classes.begin}>
        <DropFile
          label={w.dropLabel}
          endings={ORDER_FILE_ENDINGS}
          shortcut={standingShortcuts.main}
          isEverywhere
          onFiles={take}
        />
        <RefusalNotice error={error} />
        {wasStopped && <p role="status">{w.stopped}</p>}
        <p className={classes.safety}>
          <IconShieldCheck size={17} aria-hidden color="var(--lb-jolawe)" />
          {w.safety}
        </p>
        <Card>
          <h2 className={classes.whereTitle}>{w.whereTitle}</h2>
          <ul className={`bullets ${classes.where}`}>
            <li>{w.whereOne}</li>
            <li>{w.whereTwo}</li>
            <li>{w.whereThree}</li>
            <li>{w.whereLater}</li>
          </ul>
        </Card>
      </div>
      <ImportHistory openId={null} onOpen={() => go('/toko?')} />
    </div>
  )
}
