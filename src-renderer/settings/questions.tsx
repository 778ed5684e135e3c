import { Stack, Text, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { firstRunWords } from '../../src-shared/settings/settings.words.ts'
import { useWords } from '../design/language.tsx'
import { ChoiceCard } from './ChoiceCard.tsx'
import type { Answers } from './first-run.ts'

interface AskProps {
  answers: Answers
  onAnswer: (change: Partial<Answers>) => void
  missing?: string | undefined
}

const Ask = ({ title, help, children }: { title: string; help: string; children: ReactNode }) => (
  <>
    <h1 className="screen-title">{title}</h1>
    <Text component="p" mt={4} mb={20} fz="15px" lh="22px" c="dimmed">
      {help}
    </Text>
    <Stack gap={14} maw={520}>
      {children}
    </Stack>
  </>
)

export function AskBusiness({ answers, onAnswer, missing }: AskProps) {
  const w = useWords(firstRunWords)
  return (
    <Ask title={w.askBusiness} help={w.askBusinessHelp}>
      <TextInput
        label={w.businessName}
        value={answers.businessName}
        onChange={(event) => onAnswer({ businessName: event.currentTarget.value })}
        error={missing && answers.businessName.trim() === '' ? missing : undefined}
        size="md"
        maxLength={120}
        autoFocus
      />
      <TextInput
        label={w.city}
        value={answers.city}
        onChange={(event) => onAnswer({ city: event.currentTarget.value })}
        size="md"
        maxLength={80}
      />
    </Ask>
  )
}

export function AskOwner({ answers, onAnswer, missing }: AskProps) {
  const w = useWords(firstRunWords)
  return (
    <Ask title={w.askOwner} help={w.askOwnerHelp}>
      <TextInput
        label={w.ownerName}
        value={answers.ownerName}
        onChange={(event) => onAnswer({ ownerName: event.currentTarget.value })}
        error={missing && answers.ownerName.trim() === '' ? missing : undefined}
        size="md"
        maxLength={80}
        autoFocus
      />
    </Ask>
  )
}

export function AskZone({ answers, onAnswer }: AskProps) {
  const w = useWords(firstRunWords)
  const zones = [
    { zone: 'WIB', name: w.wib, places: w.wibPlaces },
    { zone: 'WITA', name: w.wita, places: w.witaPlaces },
    { zone: 'WIT', name: w.wit, places: w.witPlaces },
  ] as const
  return (
    <Ask title={w.askZone} help={w.askZoneHelp}>
      {zones.map(({ zone, name, places }, index) => (
        <ChoiceCard
          key={zone}
          title={name}
          position={index}
          isChosen={answers.zone === zone}
          onChoose={() => onAnswer({ zone })}
        >
          {places}
        </ChoiceCard>
      ))}
    </Ask>
  )
}

export function AskHousehold({ answers, onAnswer }: AskProps) {
  const w = useWords(firstRunWords)
  return (
    <Ask title={w.askHousehold} help={w.askHouseholdHelp}>
      <ChoiceCard
        title={w.householdYes}
        position={0}
        isChosen={answers.keepsHousehold}
        onChoose={() => onAnswer({ keepsHousehold: true })}
      >
        {w.householdYesWhy}
      </ChoiceCard>
      <ChoiceCard
        title={w.householdNo}
        position={1}
        isChosen={!answers.keepsHousehold}
        onChoose={() => onAnswer({ keepsHousehold: false, partnerName: '' })}
      >
        {w.householdNoWhy}
      </ChoiceCard>
      {answers.keepsHousehold && (
        <TextInput
          label={w.partnerName}
          value={answers.partnerName}
          onChange={(event) => onAnswer({ partnerName: event.currentTarget.value })}
          size="md"
          maxLength={80}
        />
      )}
    </Ask>
  )
}
