import { Box, Flex, Stack, Text } from '@mantine/core'
import { IconDeviceFloppy, IconStack2 } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { useLocation } from 'wouter'
import { partsWords } from '../../../src-shared/app/parts.words.ts'
import { formatDayLong } from '../../../src-shared/kernel/business-day.ts'
import { formatRupiah, type Rupiah } from '../../../src-shared/kernel/rupiah.ts'
import { booksWords } from '../../../src-shared/ledger/books.words.ts'
import type { Account } from '../../../src-shared/ledger/ledger.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Card } from '../../design/Card.tsx'
import { Columns } from '../../design/Columns.tsx'
import { RupiahField } from '../../design/fields/RupiahField.tsx'
import { useTypedOver } from '../../design/fields/useTypedOver.ts'
import { standingShortcuts } from '../../design/hotkeys/standing.shortcuts.ts'
import { useLocale, useWords } from '../../design/language.tsx'
import { formatMoney } from '../../design/money.ts'
import { Section } from '../../design/Section.tsx'
import { showToast } from '../../design/toast.tsx'
import { openingGroups } from './opening-groups.ts'

interface OpeningFormProps {
  opening: {
    day: string
    lines: { account: string; name: string; amount: Rupiah }[]
    stockValue: Rupiah
    capital: Rupiah
  }
  accounts: readonly Account[]
}

/** The amounts by group, capital computed live: owned less owed. Enter goes on, Ctrl+Enter saves. */
export function OpeningForm({ opening, accounts }: OpeningFormProps) {
  const w = useWords(booksWords)
  const parts = useWords(partsWords)
  const { language } = useLocale()
  const [, go] = useLocation()
  const form = useTypedOver<typeof opening, Readonly<Record<string, Rupiah | null>>>(opening, {})
  const { typed } = form
  const [unreadable, setUnreadable] = useState<ReadonlySet<string>>(new Set())
  const ofShop = new Map<string, Account>(
    accounts.filter(({ book }) => book === 'usaha').map((account) => [account.code, account]),
  )
  const amountOf = ({ account, amount }: { account: string; amount: Rupiah }) =>
    account in typed ? (typed[account] ?? 0) : amount
  const sum = (side: 'D' | 'K') =>
    opening.lines
      .filter(({ account }) => ofShop.get(account)?.normal === side)
      .reduce((total, line) => total + amountOf(line), 0)
  const owned = sum('D') + opening.stockValue
  const capital = owned - sum('K')
  const isChanged = opening.lines.some((line) => amountOf(line) !== line.amount)

  const save = useMutation(
    api.ledger.opening.save.mutationOptions({
      onSuccess: (done) => {
        form.saved()
        showToast({ text: w.openingSaved(formatRupiah(done.capital)) })
      },
    }),
  )
  const store = () => {
    form.sending()
    save.mutate({ lines: opening.lines.map((line) => ({ account: line.account, amount: amountOf(line) })) })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    const fields = [...event.currentTarget.querySelectorAll('input')]
    fields[fields.indexOf(event.target) + 1]?.focus()
  }
  const write = (account: string, amount: Rupiah | null, isReadable: boolean) => {
    form.type({ ...typed, [account]: amount })
    const next = new Set(unreadable)
    if (isReadable) next.delete(account)
    else next.add(account)
    setUnreadable(next)
  }
  return (
    <>
      <Text component="p" maw={900} c="dimmed">
        {w.openingLead(formatDayLong(opening.day, language))}
      </Text>
      <Box flex={1} m={-3} p={3} className="scrolls" onKeyDown={onKeyDown}>
        <div className="newspaper" style={{ columnGap: 18 }}>
          {openingGroups(opening.lines, accounts).map(({ title, lines }) => (
            <Section key={title} title={w[title]}>
              <Card>
                <Stack gap={6}>
                  {lines.map((line) => (
                    <Columns key={line.account} of="1fr 190px" gap={14} align="center" mih={34}>
                      <span aria-hidden>{line.name}</span>
                      <RupiahField
                        label={line.name}
                        isLabelHidden
                        value={line.account in typed ? (typed[line.account] ?? null) : line.amount || null}
                        placeholder="0"
                        onChange={(amount, isReadable) => write(line.account, amount, isReadable)}
                      />
                    </Columns>
                  ))}
                  {title === 'groupSupplies' && (
                    <Columns of="1fr auto" gap={14} align="center" mih={34}>
                      <span>
                        {w.stockValue}, {w.stockValueHelp}
                      </span>
                      <Flex component="span" align="center" gap={10} pr={12}>
                        <ActionButton
                          label={w.goOpeningStock}
                          icon={IconStack2}
                          size="small"
                          kind="quiet"
                          onAct={() => go('/stok/awal')}
                        />
                        <strong>{formatMoney(opening.stockValue)}</strong>
                      </Flex>
                    </Columns>
                  )}
                </Stack>
              </Card>
            </Section>
          ))}
        </div>
      </Box>
      <Flex gap={18} align="center" py={10} className="surface">
        <Flex component="dl" flex={1} gap={32}>
          <OpeningSum label={w.owned}>{formatMoney(owned)}</OpeningSum>
          <OpeningSum label={w.owed}>{formatMoney(sum('K'))}</OpeningSum>
          <div>
            <Box component="dt" fz={12} fw={600} className="quiet">
              {w.capital}
            </Box>
            <Box component="dd" fz={19} lh="26px" ff="var(--lb-font-serif)" className="jumlah">
              {formatMoney(capital)}
            </Box>
          </div>
        </Flex>
        {capital < 0 && (
          <Box component="span" maw={300} className="bad small">
            {w.negativeCapital}
          </Box>
        )}
        <ActionButton
          label={w.saveOpening}
          busyLabel={w.saving}
          isBusy={save.isPending}
          kind="primary"
          icon={IconDeviceFloppy}
          shortcut={standingShortcuts.save}
          {...(unreadable.size > 0
            ? { disabledBecause: parts.rupiahUnreadable }
            : !isChanged && { disabledBecause: w.unchanged })}
          onAct={store}
        />
      </Flex>
      <RefusalNotice error={save.error} />
    </>
  )
}

const OpeningSum = ({ label, children }: { label: string; children: string }) => (
  <div>
    <Box component="dt" fz={12} fw={600} className="quiet">
      {label}
    </Box>
    <Box component="dd" fz={15}>
      {children}
    </Box>
  </div>
)
