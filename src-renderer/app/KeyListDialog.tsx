import { appWords } from '../../src-shared/app/app.words.ts'
import { Dialog } from '../design/Dialog.tsx'
import type { Hotkey } from '../design/hotkeys/hotkey-registry.ts'
import { Kbd } from '../design/hotkeys/Kbd.tsx'
import { useHotkeyList } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import classes from './KeyListDialog.module.css'
import { KEYS_THAT_ALWAYS_ACT } from './standing-keys.ts'

/** F1: what every key does here, from the keys that really are registered, and the keys that act everywhere. */
export function KeyListDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const w = useWords(appWords)
  const here = pageKeys(useHotkeyList())
  return (
    <Dialog title={w.keysTitle} isOpen={isOpen} onClose={onClose} width="wide">
      <div className={classes.columns}>
        {here.length > 0 && <KeyGroup title={w.keysOnThisPage} rows={here} />}
        {KEYS_THAT_ALWAYS_ACT.map(({ title, rows }) => (
          <KeyGroup key={title} title={w[title]} rows={rows.map(({ keys, does }) => ({ keys, label: w[does] }))} />
        ))}
      </div>
      <p className={classes.scanner}>{w.scannerAnywhere}</p>
    </Dialog>
  )
}

/** One line per key: the newest registration is the one that acts. */
export function pageKeys(hotkeys: readonly Hotkey[]): { keys: string[]; label: string }[] {
  const newest = new Map<string, Hotkey>()
  for (const hotkey of hotkeys) if (hotkey.layer === 0 && !hotkey.isUnlisted) newest.set(hotkey.keys, hotkey)
  return [...newest.values()].map(({ keys, label }) => ({ keys: [keys], label }))
}

function KeyGroup({ title, rows }: { title: string; rows: readonly { keys: readonly string[]; label: string }[] }) {
  return (
    <section className={classes.group}>
      <h3 className={classes.title}>{title}</h3>
      <dl className={classes.rows}>
        {rows.map(({ keys, label }) => (
          <div key={keys.join()} className={classes.row}>
            <dt>
              {keys.map((each) => (
                <Kbd key={each} keys={each} isSpoken />
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
