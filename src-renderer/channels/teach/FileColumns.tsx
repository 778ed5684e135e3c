import { Box, Checkbox, Flex, Select, Stack } from '@mantine/core'
import { IconCircleCheck, IconHelpCircle, IconSparkles } from '@tabler/icons-react'
import { useState } from 'react'
import type { ColumnLook, FileLook, Sureness } from '../../../src-shared/channels/file-look.ts'
import {
  type DayOrder,
  fieldsOfSubject,
  ruleOf,
  type ThousandsMark,
} from '../../../src-shared/channels/file-mapping.ts'
import {
  type ColumnChoice,
  isInDoubt,
  type MappingDraft,
  mayBePerRow,
  mayLackWay,
  withAnswer,
  withChoice,
} from '../../../src-shared/channels/mapping-draft.ts'
import { mappedFieldWords, teachWords } from '../../../src-shared/channels/teach.words.ts'
import { formatDay, isBusinessDay } from '../../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Card } from '../../design/Card.tsx'
import { Chip } from '../../design/Chip.tsx'
import { useLocale, useWords } from '../../design/language.tsx'
import { Section } from '../../design/Section.tsx'
import classes from './teach.module.css'
import { teachWork } from './teach-work.ts'

const NONE = ''

/** Every column with what stands in it and what it is taken for; those nobody needs are folded away. */
export function FileColumns({ look, draft }: { look: FileLook; draft: MappingDraft }) {
  const w = useWords(teachWords)
  const [showsAll, setShowsAll] = useState(false)
  const used = draft.choices.filter(({ field }) => field !== null).length
  // what was folded away stays where it is while one chooses
  const [first] = useState(() => new Set(draft.choices.flatMap(({ field }, at) => (field === null ? [] : [at]))))
  const isShown = (at: number) => showsAll || first.size === 0 || first.has(at) || draft.choices[at]!.field !== null
  const hidden = look.columns.filter((_, at) => !isShown(at)).length
  return (
    <Section title={w.columns} aside={w.columnsAside(formatNumber(used), formatNumber(look.columns.length))}>
      <Card isFlush>
        <Stack gap={0}>
          {look.columns.map((column, at) =>
            isShown(at) ? (
              <ColumnRow key={`${column.normal}/${column.nth}`} look={look} column={column} draft={draft} at={at} />
            ) : null,
          )}
          {hidden > 0 && (
            <div className={classes.column}>
              <span>
                <ActionButton
                  label={w.showUnused(formatNumber(hidden))}
                  size="small"
                  kind="quiet"
                  onAct={() => setShowsAll(true)}
                />
              </span>
            </div>
          )}
        </Stack>
      </Card>
    </Section>
  )
}

interface ColumnRowProps {
  look: FileLook
  column: ColumnLook
  draft: MappingDraft
  at: number
}

function ColumnRow({ look, column, draft, at }: ColumnRowProps) {
  const w = useWords(teachWords)
  const fields = useWords(mappedFieldWords)
  const choice = draft.choices[at]!
  const asks = isInDoubt(look, draft, at)
  const lacksWay = mayLackWay(look, draft, at)
  const guess = column.guesses[draft.subject]
  const say = (change: Partial<ColumnChoice>) => teachWork.say((said, seen) => withChoice(said, seen, at, change))
  const answer = (said: Partial<Pick<ColumnChoice, 'thousands' | 'days'>>) =>
    teachWork.say((draft, seen) => withAnswer(draft, seen, at, said))
  return (
    <div className={classes.column} data-asks={asks ?? undefined}>
      <div>
        <Flex gap={8} align="baseline" miw={0}>
          <Box component="span" flex="none" className="quiet small">
            {column.letter}
          </Box>
          <b className="cut" title={column.heading}>
            {column.heading}
          </b>
          {choice.field !== null && guess?.field === choice.field && column.filled > 0 && (
            <SureChip sure={guess.sure} />
          )}
        </Flex>
        <Box fz={12.5} className="cut quiet">
          {column.filled === 0 ? w.blank : column.examples.join(' · ')}
        </Box>
      </div>
      <Select
        aria-label={w.meaningOf(column.heading)}
        searchable
        allowDeselect={false}
        data={[
          { value: NONE, label: w.unused },
          ...fieldsOfSubject(draft.subject).map((field) => ({ value: field, label: fields[field] })),
        ]}
        value={choice.field ?? NONE}
        onChange={(field) => say({ field: field || null })}
      />
      <Writing
        column={column}
        draft={draft}
        choice={choice}
        say={say}
        answer={answer}
        asks={asks}
        lacksWay={lacksWay}
      />
    </div>
  )
}

const SURE_LOOK = {
  sure: { icon: IconCircleCheck, tone: 'jolawe' },
  likely: { icon: IconSparkles, tone: 'langit' },
  doubtful: { icon: IconHelpCircle, tone: 'kunyit' },
} as const

function SureChip({ sure }: { sure: Sureness }) {
  const w = useWords(teachWords)
  const { icon, tone } = SURE_LOOK[sure]
  return (
    <Chip icon={icon} tone={tone}>
      {w[sure]}
    </Chip>
  )
}

interface WritingProps {
  column: ColumnLook
  draft: MappingDraft
  choice: ColumnChoice
  say: (change: Partial<ColumnChoice>) => void
  answer: (answer: Partial<Pick<ColumnChoice, 'thousands' | 'days'>>) => void
  asks: ReturnType<typeof isInDoubt>
  /** Nothing tells which way its money went. */
  lacksWay: boolean
}

/** How the cells are written, where they may be written in two ways; asked when nobody can tell. */
function Writing({ column, draft, choice, say, answer, asks, lacksWay }: WritingProps) {
  const w = useWords(teachWords)
  const { language } = useLocale()
  const { field } = choice
  const type = field === null ? undefined : ruleOf(draft.subject, field)?.type
  const { numbers, days, heading } = column
  if (type === 'money' || type === 'signed money') {
    const example = numbers.example
    return (
      <div className={classes.writing}>
        {example !== null && (
          <Select
            aria-label={w.numbersOf(heading)}
            allowDeselect={false}
            error={asks === 'numbers'}
            {...(asks === 'numbers' ? { placeholder: w.doubtful } : {})}
            data={[
              { value: 'dot', label: w.numbersDot(asRead(example, 'dot') ?? w.noAmount) },
              { value: 'comma', label: w.numbersComma(asRead(example, 'comma') ?? w.noAmount) },
            ]}
            value={asks === 'numbers' ? null : choice.thousands}
            onChange={(thousands) => answer({ thousands: thousands as ThousandsMark })}
          />
        )}
        {lacksWay && (
          <Select
            aria-label={w.wayOf(heading)}
            placeholder={w.wayOpen}
            error={asks === 'way'}
            clearable
            data={[
              { value: 'in', label: w.wayIn },
              { value: 'out', label: w.wayOut },
            ]}
            value={choice.way}
            onChange={(way) => say({ way: way as ColumnChoice['way'] })}
          />
        )}
        {mayBePerRow(draft.subject, field!) && (
          <Checkbox
            label={w.perRow}
            aria-label={w.perRowOf(heading)}
            checked={choice.isPerRow}
            onChange={(event) => say({ isPerRow: event.currentTarget.checked })}
          />
        )}
        {field === 'line' && (
          <Checkbox
            label={w.takenOff}
            aria-label={w.takenOffOf(heading)}
            checked={choice.isTakenOff}
            onChange={(event) => say({ isTakenOff: event.currentTarget.checked })}
          />
        )}
      </div>
    )
  }
  if (type !== 'moment' || days.example === null) return <div className={classes.writing} />
  const as = (order: 'day' | 'month') => {
    const day = dayAsRead(days.example!, order)
    return day === null ? w.noDay : formatDay(day, language)
  }
  return (
    <div className={classes.writing}>
      <Select
        aria-label={w.daysOf(heading)}
        allowDeselect={false}
        error={asks !== null}
        {...(asks === null ? {} : { placeholder: w.doubtful })}
        data={[
          { value: 'day', label: w.daysDay(as('day')) },
          { value: 'month', label: w.daysMonth(as('month')) },
        ]}
        value={asks === null ? choice.days : null}
        onChange={(order) => answer({ days: order as DayOrder })}
      />
    </div>
  )
}

/** How an example would be read by a mark, for the person who decides; null when it is no whole amount by it. */
function asRead(example: string, mark: ThousandsMark): string | null {
  const digits = /\d[\d.,]*/.exec(example)?.[0] ?? ''
  const dotted = mark === 'dot' ? digits : digits.replace(/[.,]/g, (each) => (each === '.' ? ',' : '.'))
  const [, whole] = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,0+)?$/.exec(dotted) ?? []
  return whole === undefined ? null : `Rp${formatNumber(Number(whole.replaceAll('.', '')))}`
}

function dayAsRead(example: string, order: 'day' | 'month'): string | null {
  const [, first = '', second = '', year = ''] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})/.exec(example) ?? []
  const [date, month] = order === 'day' ? [first, second] : [second, first]
  const day = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isBusinessDay(day) ? day : null
}
