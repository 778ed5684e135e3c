import { Box, Flex, Select, Stack } from '@mantine/core'
import { cashEventWords, cashWords } from '../../src-shared/cash/cash.words.ts'
import type { CashEventKind } from '../../src-shared/cash/cash-record.ts'
import { type Direction, directionOf } from '../../src-shared/cash/direction.ts'
import { Columns } from '../design/Columns.tsx'
import { Kbd } from '../design/hotkeys/Kbd.tsx'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useWords } from '../design/language.tsx'
import classes from './cash.module.css'
import { cashShortcuts } from './cash.shortcuts.ts'

/** The doors by which people come to write money down, and what stands behind each at first. */
const DOORS = [
  { direction: 'out', sign: '−', word: 'moneyOut', what: 'business expense' },
  { direction: 'in', sign: '+', word: 'moneyIn', what: 'business income' },
  { direction: 'moved', sign: '⇄', word: 'moneyMoved', what: 'transfer' },
] as const satisfies readonly { direction: Direction; sign: string; word: string; what: CashEventKind }[]

/** Whose spending it is, with its keys. */
const SWITCH = [
  { what: 'business expense', word: 'business' },
  { what: 'private expense', word: 'private' },
  { what: 'mixed bill', word: 'split' },
] as const satisfies readonly { what: CashEventKind; word: string }[]

/** Keys that choose a kind while the first field is still empty. */
export const KIND_KEYS: readonly { keys: string; what: CashEventKind }[] = [
  ...DOORS.map(({ word, what }) => ({ keys: cashShortcuts.doors[word].keys, what })),
  ...SWITCH.map(({ word, what }) => ({ keys: cashShortcuts.kinds[word].keys, what })),
]

/** Every other kind, by its door and in plain groups. */
const OTHERS: Readonly<
  Record<
    Direction,
    readonly { group: 'groupDaily' | 'groupHome' | 'groupDebts' | 'groupFamily'; kinds: readonly CashEventKind[] }[]
  >
> = {
  out: [
    { group: 'groupDebts', kinds: ['pay supplier', 'loan instalment'] },
    {
      group: 'groupHome',
      kinds: [
        'take home',
        'expense from household',
        'mixed bill from household',
        'repay household',
        'lend to household',
      ],
    },
    { group: 'groupFamily', kinds: ['household expense'] },
  ],
  in: [
    { group: 'groupDaily', kinds: ['business income', 'clearing received'] },
    { group: 'groupHome', kinds: ['put in capital', 'household repays'] },
    { group: 'groupDebts', kinds: ['loan received'] },
    { group: 'groupFamily', kinds: ['household income'] },
  ],
  moved: [
    { group: 'groupDaily', kinds: ['transfer'] },
    { group: 'groupHome', kinds: ['set off', 'forgive household'] },
  ],
}

const NEEDS_HOME_BOOK: ReadonlySet<CashEventKind> = new Set(['household expense', 'household income'])

export interface KindSwitchProps {
  value: CashEventKind
  keepsHousehold: boolean
  onChange: (what: CashEventKind) => void
}

/** Pengeluaran, Pemasukan or Pindah uang; behind each door its kinds in plain words, spending as Usaha, Pribadi or Bagi. */
export function KindSwitch({ value, keepsHousehold, onChange }: KindSwitchProps) {
  const w = useWords(cashWords)
  const kinds = useWords(cashEventWords)
  useHotkey(cashShortcuts.doors.moneyOut, () => onChange('business expense'))
  useHotkey(cashShortcuts.doors.moneyIn, () => onChange('business income'))
  useHotkey(cashShortcuts.doors.moneyMoved, () => onChange('transfer'))
  useHotkey(cashShortcuts.kinds.business, () => onChange('business expense'))
  useHotkey(cashShortcuts.kinds.private, () => onChange('private expense'))
  useHotkey(cashShortcuts.kinds.split, () => onChange('mixed bill'))
  const open = directionOf(value)
  const isOther = open !== 'out' || !SWITCH.some(({ what }) => what === value)
  return (
    <Stack gap={6}>
      <Columns component="fieldset" of="1fr 1fr" gap={6} aria-label={w.whichWay}>
        {DOORS.filter(({ direction }) => direction !== 'moved').map((door) => (
          <Door key={door.direction} {...door} isOpen={door.direction === open} onOpen={onChange} />
        ))}
      </Columns>
      {open === 'out' && (
        <Columns component="fieldset" of="repeat(3, auto)" gap={6} aria-label={w.whose}>
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
        </Columns>
      )}
      <Flex gap={6}>
        <Select
          flex={1}
          size="xs"
          aria-label={w.other}
          placeholder={w.other}
          data-on={isOther || undefined}
          maxDropdownHeight={420}
          data={OTHERS[open].map(({ group, kinds: among }) => ({
            group: w[group],
            items: among
              .filter((what) => keepsHousehold || !NEEDS_HOME_BOOK.has(what))
              .map((what) => ({ value: what, label: kinds[what] })),
          }))}
          value={isOther ? value : null}
          onChange={(what) => onChange((what ?? 'business expense') as CashEventKind)}
          allowDeselect={open === 'out'}
          clearable={open === 'out' && isOther}
        />
        {DOORS.filter(({ direction }) => direction === 'moved').map((door) => (
          <Door key={door.direction} {...door} isOpen={door.direction === open} onOpen={onChange} />
        ))}
      </Flex>
    </Stack>
  )
}

interface DoorProps {
  sign: string
  word: (typeof DOORS)[number]['word']
  what: CashEventKind
  isOpen: boolean
  onOpen: (what: CashEventKind) => void
}

function Door({ sign, word, what, isOpen, onOpen }: DoorProps) {
  const w = useWords(cashWords)
  const { keys } = cashShortcuts.doors[word]
  return (
    <button
      type="button"
      className={classes.choice}
      aria-pressed={isOpen}
      aria-keyshortcuts={keys}
      onClick={() => onOpen(what)}
    >
      <Box component="span" lh="17px" fz={17} aria-hidden>
        {sign}
      </Box>
      {w[word]}
      <Kbd keys={keys} />
    </button>
  )
}
