import { Select, Stack } from '@mantine/core'
import { cashEventWords, cashWords } from '../../src-shared/cash/cash.words.ts'
import type { CashEventKind } from '../../src-shared/cash/cash-record.ts'
import { Kbd } from '../design/hotkeys/Kbd.tsx'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import classes from './cash.module.css'
import { cashShortcuts } from './cash.shortcuts.ts'

/** The three everyday kinds, with their keys. */
export const SWITCH = [
  { what: 'business expense', word: 'business' },
  { what: 'private expense', word: 'private' },
  { what: 'mixed bill', word: 'split' },
] as const satisfies readonly { what: CashEventKind; word: string }[]

const OTHERS = [
  { group: 'groupDaily', kinds: ['business income', 'pay supplier'] },
  { group: 'groupChannel', kinds: ['clearing received', 'transfer'] },
  {
    group: 'groupHome',
    kinds: [
      'take home',
      'put in capital',
      'expense from household',
      'mixed bill from household',
      'repay household',
      'lend to household',
      'household repays',
      'set off',
      'forgive household',
    ],
  },
  { group: 'groupDebts', kinds: ['loan received', 'loan instalment'] },
  { group: 'groupFamily', kinds: ['household expense', 'household income'] },
] as const

const NEEDS_HOME_BOOK: ReadonlySet<string> = new Set(['household expense', 'household income'])

export interface KindSwitchProps {
  value: CashEventKind
  keepsHousehold: boolean
  onChange: (what: CashEventKind) => void
}

/** Usaha, Pribadi or Bagi; every other kind of record stands behind "Jenis lain", grouped in plain words. */
export function KindSwitch({ value, keepsHousehold, onChange }: KindSwitchProps) {
  const w = useWords(cashWords)
  const kinds = useWords(cashEventWords)
  useHotkey(cashShortcuts.kinds.business, () => onChange('business expense'))
  useHotkey(cashShortcuts.kinds.private, () => onChange('private expense'))
  useHotkey(cashShortcuts.kinds.split, () => onChange('mixed bill'))
  const isOther = !SWITCH.some(({ what }) => what === value)
  return (
    <Stack gap={6}>
      <fieldset className={classes.switch} aria-label={w.whose}>
        {SWITCH.map(({ what, word }) => (
          <button
            key={what}
            type="button"
            className={classes.choice}
            aria-pressed={what === value}
            aria-keyshortcuts={cashShortcuts.kinds[word].keys}
            onClick={() => onChange(what)}
          >
            {w[word]}
            <Kbd keys={cashShortcuts.kinds[word].keys} />
          </button>
        ))}
      </fieldset>
      <Select
        size="xs"
        aria-label={w.other}
        placeholder={w.other}
        data-on={isOther || undefined}
        maxDropdownHeight={420}
        data={OTHERS.map(({ group, kinds: among }) => ({
          group: w[group],
          items: among
            .filter((what) => keepsHousehold || !NEEDS_HOME_BOOK.has(what))
            .map((what) => ({ value: what, label: kinds[what] })),
        }))}
        value={isOther ? value : null}
        onChange={(what) => onChange((what ?? 'business expense') as CashEventKind)}
        clearable={isOther}
      />
    </Stack>
  )
}
