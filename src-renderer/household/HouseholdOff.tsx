import { IconHomeHeart } from '@tabler/icons-react'
import { householdWords } from '../../src-shared/household/household.words.ts'
import { useChangeSettings } from '../base/use-settings.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useWords } from '../design/language.tsx'
import classes from './household.module.css'

/** What a household book is good for, and the one button that switches it on. */
export function HouseholdOff() {
  const w = useWords(householdWords)
  const change = useChangeSettings()
  return (
    <div className={classes.off}>
      <IconHomeHeart size={44} stroke={1.25} aria-hidden />
      <h2 className={classes.title}>{w.offTitle}</h2>
      <p>{w.offLead}</p>
      <ul className="bullets">
        {[w.offOne, w.offTwo, w.offThree].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <ActionButton
        label={w.turnOn}
        kind="primary"
        shortcut={standingShortcuts.main}
        onAct={() => change({ keepsHousehold: true })}
      />
      <p className={classes.quiet}>{w.offSafe}</p>
    </div>
  )
}
