import { Box, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { HouseholdMonth } from '../../src-shared/household/household.contract.ts'
import { householdWords } from '../../src-shared/household/household.words.ts'
import type { Account } from '../../src-shared/ledger/ledger.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { Card } from '../design/Card.tsx'
import { useWords } from '../design/language.tsx'
import { MoneyText } from '../design/MoneyText.tsx'
import { Section } from '../design/Section.tsx'
import { householdShortcuts } from './household.shortcuts.ts'
import { MoveDialog, type MoveDialogProps } from './MoveDialog.tsx'

export interface OwedCardProps {
  facts: HouseholdMonth
  accounts: readonly Account[]
  today: string
}

/** Who owes whom across the wall, and the way to settle it. */
export function OwedCard({ facts, accounts, today }: OwedCardProps) {
  const w = useWords(householdWords)
  const [move, setMove] = useState<Pick<MoveDialogProps, 'what' | 'title' | 'amount'> | null>(null)
  const { shopOwes, owesShop, wallHolds } = facts
  const both = Math.min(shopOwes, owesShop)
  return (
    <Section title={w.owing}>
      <Card>
        {!wallHolds && (
          <p className="bad small">
            <IconAlertTriangle size={15} aria-hidden /> {w.wallBroken}
          </p>
        )}
        {shopOwes === 0 && owesShop === 0 && <p className="quiet small">{w.settled}</p>}
        {shopOwes > 0 && (
          <Group gap={10}>
            <Box component="span" flex={1}>
              {w.shopOwes}
            </Box>
            <MoneyText amount={shopOwes} isStrong />
            <ActionButton
              size="small"
              shortcut={householdShortcuts.page.repay}
              onAct={() => setMove({ what: 'repay household', title: w.repay, amount: shopOwes })}
            />
          </Group>
        )}
        {owesShop > 0 && (
          <Group gap={10} mt={shopOwes > 0 ? 8 : 0}>
            <Box component="span" flex={1}>
              {w.homeOwes}
            </Box>
            <MoneyText amount={owesShop} isStrong />
            <ActionButton
              size="small"
              shortcut={householdShortcuts.page.bringBack}
              onAct={() => setMove({ what: 'household repays', title: w.bringBack, amount: owesShop })}
            />
            {both > 0 && (
              <ActionButton
                label={w.setOff}
                size="small"
                kind="quiet"
                onAct={() => setMove({ what: 'set off', title: w.setOff, amount: both })}
              />
            )}
          </Group>
        )}
        {move && <MoveDialog {...move} accounts={accounts} today={today} onClose={() => setMove(null)} />}
      </Card>
    </Section>
  )
}
