import { Group, NumberInput, Stack } from '@mantine/core'
import { IconHistory, IconLock, IconUserPlus } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { LockAfterMinutes, type Person } from '../../src-shared/access/access.ts'
import { roleWords } from '../../src-shared/access/access.words.ts'
import { peopleWords } from '../../src-shared/access/people.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useMe } from '../base/use-me.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { useWords } from '../design/language.tsx'
import { Section } from '../design/Section.tsx'
import { OwnersPasswordDialog, type PasswordAct } from './OwnersPasswordDialog.tsx'
import { PersonDialog } from './PersonDialog.tsx'

/** Pengaturan, Orang: who works here, what each may see, and whether the screen locks. */
export function PeopleSection() {
  const w = useWords(peopleWords)
  const me = useMe()
  const [, go] = useLocation()
  const people = useQuery(api.access.people.list.queryOptions())
  const [open, setOpen] = useState<Person | 'new' | null>(null)
  const [passwordAct, setPasswordAct] = useState<PasswordAct | null>(null)
  const lockAfter = useMutation(api.access.lockAfter.mutationOptions())
  if (!me) return null
  const others = (people.data ?? []).filter(({ role }) => role !== 'owner')
  return (
    <Section title={w.people}>
      <Card>
        <Stack gap={12}>
          <p className="quiet small">{me.isGuarded ? `${w.guarded} ${w.guardedHow}` : w.openNow}</p>
          {others.length > 0 && (
            <Stack gap={6}>
              {others.map((person) => (
                <PersonLine key={person.id} person={person} onChange={() => setOpen(person)} />
              ))}
            </Stack>
          )}
          <Group gap={8}>
            <ActionButton label={w.add} icon={IconUserPlus} onAct={() => setOpen('new')} />
            <ActionButton label={w.trail} icon={IconHistory} kind="quiet" onAct={() => go('/jejak')} />
            {me.isGuarded ? (
              <>
                <ActionButton label={w.changePassword} onAct={() => setPasswordAct('change')} />
                <ActionButton label={w.unprotect} kind="quiet" onAct={() => setPasswordAct('remove')} />
              </>
            ) : (
              <ActionButton label={w.protect} icon={IconLock} onAct={() => setPasswordAct('first')} />
            )}
          </Group>
          {me.isGuarded && (
            <NumberInput
              label={w.lockAfterMinutes}
              defaultValue={me.lockAfterMinutes}
              min={1}
              max={120}
              allowDecimal={false}
              w={220}
              onBlur={({ currentTarget: { value } }) => {
                const minutes = LockAfterMinutes.safeParse(Number(value))
                if (minutes.success) lockAfter.mutate({ minutes: minutes.data })
              }}
            />
          )}
          <RefusalNotice error={people.error ?? lockAfter.error} />
        </Stack>
      </Card>
      {open && <PersonDialog person={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
      {passwordAct && <OwnersPasswordDialog act={passwordAct} onClose={() => setPasswordAct(null)} />}
    </Section>
  )
}

function PersonLine({ person, onChange }: { person: Person; onChange: () => void }) {
  const w = useWords(peopleWords)
  const roles = useWords(roleWords)
  const unlock = useMutation(api.access.people.unlock.mutationOptions())
  const isHeld = person.isLockedOut || person.waitsUntil !== null
  const state = [
    roles[person.role],
    person.isActive ? '' : w.stopped,
    person.hasSecret || person.hasBadge ? '' : w.noPin,
    person.isLockedOut ? w.lockedOut : person.waitsUntil === null ? '' : w.waits,
  ]
  return (
    <Group justify="space-between" gap={8} wrap="nowrap">
      <span>
        <strong>{person.name}</strong> <span className="quiet small">{state.filter(Boolean).join(' · ')}</span>
      </span>
      <Group gap={6} wrap="nowrap">
        {isHeld && (
          <ActionButton
            label={w.unlock}
            size="small"
            isBusy={unlock.isPending}
            onAct={() => unlock.mutate({ id: person.id })}
          />
        )}
        <ActionButton label={w.change} title={`${w.change} ${person.name}`} size="small" onAct={onChange} />
      </Group>
    </Group>
  )
}
