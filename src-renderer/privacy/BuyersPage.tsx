import { Box, Select, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowLeft, IconHistory, IconUserOff } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { formatDay } from '../../src-shared/kernel/business-day.ts'
import { privacyWords } from '../../src-shared/privacy/privacy.words.ts'
import { api } from '../base/api.ts'
import { Page } from '../base/Page.tsx'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { Columns } from '../design/Columns.tsx'
import { EmptyState } from '../design/EmptyState.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { useHotkey } from '../design/hotkeys/useHotkey.ts'
import { useLocale, useWords } from '../design/language.tsx'
import { RowButton } from '../design/RowButton.tsx'
import { Section } from '../design/Section.tsx'
import { BuyerCard } from './BuyerCard.tsx'

const SOON_MS = 250
const KEPT_DAYS = [90, 180, 365, 730]

/** Data Pembeli: one buyer shown, handed out or forgotten; how long all are kept; and what to do when data leaks. */
export function BuyersPage() {
  const w = useWords(privacyWords)
  const [, go] = useLocation()
  const back = () => go('/pengaturan')
  useHotkey(standingShortcuts.back, back, { label: w.back })
  return (
    <Page
      title={w.title}
      lead={w.lead}
      actions={
        <ActionButton
          label={w.back}
          icon={IconArrowLeft}
          shortcut={standingShortcuts.back}
          listens={false}
          onAct={back}
        />
      }
    >
      <Stack gap={24} maw={860}>
        <FindBuyer />
        <KeptFor />
        <Section title={w.breach}>
          <Card>
            <Stack gap={8}>
              <p>{w.breachLead}</p>
              <Stack component="ol" gap={4} pl={20} style={{ listStyle: 'decimal' }}>
                {[w.breach1, w.breach2, w.breach3, w.breach4, w.breach5].map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </Stack>
              <div>
                <ActionButton label={w.openTrail} icon={IconHistory} onAct={() => go('/jejak')} />
              </div>
            </Stack>
          </Card>
        </Section>
      </Stack>
    </Page>
  )
}

function FindBuyer() {
  const w = useWords(privacyWords)
  const { language } = useLocale()
  const [typed, setTyped] = useState('')
  const [query] = useDebouncedValue(typed.trim(), SOON_MS)
  const [chosen, setChosen] = useState<string | null>(null)
  const isAsked = query.length >= 2
  const found = useQuery(api.privacy.find.queryOptions({ input: { query }, enabled: isAsked }))
  const buyers = isAsked ? (found.data ?? []) : []
  return (
    <Card>
      <Stack gap={12}>
        <TextInput
          label={w.search}
          value={typed}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value)
            setChosen(null)
          }}
          autoComplete="off"
          data-autofocus
        />
        <RefusalNotice error={found.error} />
        {!isAsked && <p className="quiet small">{w.begin}</p>}
        {isAsked && found.isSuccess && buyers.length === 0 && <EmptyState icon={IconUserOff}>{w.none}</EmptyState>}
        {buyers.length > 0 && (
          <div>
            {buyers.map(({ orderId, name, username, phone, city, orders, lastDay }) => (
              <Box key={orderId} pb={chosen === orderId ? 16 : 0} style={{ borderBottom: '1px solid var(--lb-tepi)' }}>
                <RowButton
                  aria-expanded={chosen === orderId}
                  onClick={() => setChosen(chosen === orderId ? null : orderId)}
                >
                  <Columns
                    component="span"
                    of="minmax(140px, 1.4fr) minmax(120px, 1fr) minmax(100px, 1fr) minmax(150px, auto)"
                    gap={12}
                    w="100%"
                    ta="left"
                  >
                    <strong>{name || username}</strong>
                    <span>{phone}</span>
                    <span className="quiet">{city}</span>
                    <span className="quiet">
                      {w.orders(orders)}, {formatDay(lastDay, language)}
                    </span>
                  </Columns>
                </RowButton>
                {chosen === orderId && <BuyerCard orderId={orderId} onForgotten={() => setChosen(null)} />}
              </Box>
            ))}
          </div>
        )}
      </Stack>
    </Card>
  )
}

function KeptFor() {
  const w = useWords(privacyWords)
  const kept = useQuery(api.privacy.retention.get.queryOptions())
  const set = useMutation(api.privacy.retention.set.mutationOptions({ onSuccess: () => kept.refetch() }))
  if (!kept.data) return <RefusalNotice error={kept.error} />
  const { days, forgotten } = kept.data
  const choices = [...new Set([...KEPT_DAYS, ...(days === null ? [] : [days])])].sort((a, b) => a - b)
  return (
    <Section title={w.retention}>
      <Card>
        <Stack gap={8}>
          <p className="quiet small">{w.retentionLead(forgotten)}</p>
          <Select
            aria-label={w.retention}
            w={240}
            allowDeselect={false}
            data={[
              ...choices.map((count) => ({ value: String(count), label: w.days(count) })),
              { value: 'never', label: w.never },
            ]}
            value={days === null ? 'never' : String(days)}
            onChange={(value) => set.mutate({ days: value === 'never' ? null : Number(value) })}
          />
          <RefusalNotice error={set.error} />
        </Stack>
      </Card>
    </Section>
  )
}
