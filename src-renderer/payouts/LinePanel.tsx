import { Select, Stack } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { formatDay } from '../../src-shared/kernel/business-day.ts'
import type { Account, AccountCode } from '../../src-shared/ledger/ledger.ts'
import type { LineAnswer } from '../../src-shared/payouts/line-answer.ts'
import type { BalanceLineRow } from '../../src-shared/payouts/payouts.ts'
import { payoutsWords } from '../../src-shared/payouts/payouts.words.ts'
import { walletMeaningWords } from '../../src-shared/payouts/wallet-meaning.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { useSettings } from '../base/use-settings.ts'
import { pathOfBegun } from '../cash/begun-record.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { standingShortcuts } from '../design/hotkeys/standing.shortcuts.ts'
import { KeyValueRows } from '../design/KeyValueRows.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { MoneyText } from '../design/MoneyText.tsx'
import { PanelPart, SidePanel } from '../design/SidePanel.tsx'
import { StateChip } from './payout-columns.tsx'
import { payoutsShortcuts } from './payouts.shortcuts.ts'

interface LinePanelProps {
  line: BalanceLineRow
  onClose: () => void
}

/** One line of a balance: what the channel says, what the books do with it, and the question where there is one. */
export function LinePanel({ line, onClose }: LinePanelProps) {
  const w = useWords(payoutsWords)
  const meanings = useWords(walletMeaningWords)
  const { language } = useLocale()
  const [, go] = useLocation()
  const answer = useMutation(api.payouts.answer.mutationOptions())
  const undo = useMutation(api.payouts.takeAnswerBack.mutationOptions())
  const say = (said: LineAnswer) => answer.mutate({ lineId: line.id, answer: said })
  const { double, orderId } = line
  const isDoubleAsked = line.state === 'asked' && double !== null
  return (
    <SidePanel title={meanings[line.meaning]} chips={<StateChip state={line.state} />} onClose={onClose}>
      <PanelPart>
        <KeyValueRows
          rows={[
            { key: 'day', label: w.day, value: formatDay(line.day, language) },
            { key: 'shop', label: w.shop, value: line.shopName },
            { key: 'words', label: w.words, value: line.description || line.type },
            ...(line.orderNumber ? [{ key: 'order', label: w.order, value: line.orderNumber }] : []),
            ...(line.balance === null
              ? []
              : [{ key: 'balance', label: w.balance, value: <MoneyText amount={line.balance} /> }]),
            {
              key: 'amount',
              label: w.amount,
              value: <MoneyText amount={line.amount} isStrong />,
              kind: 'total' as const,
            },
          ]}
        />
        {line.arrivedOn && <p className="good">{w.arrivedOn(formatDay(line.arrivedOn, language))}</p>}
      </PanelPart>
      <RefusalNotice error={answer.error ?? undo.error} />
      {isDoubleAsked && (
        <PanelPart title={w.askDouble(formatDay(double.day, language))}>
          <Stack gap={6}>
            <ActionButton
              kind="primary"
              shortcut={payoutsShortcuts.line.isSame}
              onAct={() => say({ what: 'same', record: double.id })}
            />
            <ActionButton shortcut={payoutsShortcuts.line.isSeparate} onAct={() => say({ what: 'separate' })} />
          </Stack>
        </PanelPart>
      )}
      {((line.state === 'asked' && !isDoubleAsked) || line.meaning === 'other' || line.meaning === 'ads credit') &&
        line.answer === null && <ForWhat isPayment={line.amount < 0} onSay={say} />}
      {line.answer !== null && (
        <PanelPart>
          <Answered answer={line.answer} />
          <ActionButton
            kind="quiet"
            shortcut={payoutsShortcuts.line.takeBack}
            onAct={() => undo.mutate({ lineId: line.id })}
          />
        </PanelPart>
      )}
      <PanelPart>
        <Stack gap={6}>
          {orderId && (
            <ActionButton shortcut={payoutsShortcuts.line.openOrder} onAct={() => go(`/pesanan?id=${orderId}`)} />
          )}
          {double && (
            <ActionButton
              shortcut={payoutsShortcuts.line.openRecord}
              onAct={() => go(`/pembukuan/kas?id=${double.id}`)}
            />
          )}
          {(line.state === 'on its way' || line.state === 'late') && (
            <ActionButton
              shortcut={payoutsShortcuts.line.recordArrival}
              onAct={() =>
                go(pathOfBegun({ what: 'transfer', wallet: IN_TRANSIT, amount: -line.amount, day: line.day }))
              }
            />
          )}
        </Stack>
      </PanelPart>
    </SidePanel>
  )
}

/** Withdrawn, and not yet seen anywhere. */
const IN_TRANSIT = '1142'

const PRIVATE = 'private/'

/** What was paid for: one account of the shop, or the household. */
function ForWhat({ isPayment, onSay }: { isPayment: boolean; onSay: (answer: LineAnswer) => void }) {
  const w = useWords(payoutsWords)
  const keepsHousehold = useSettings()?.keepsHousehold === true
  const accounts = useQuery(api.ledger.accounts.queryOptions()).data ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const say = () => {
    if (chosen === null) return
    onSay(
      chosen.startsWith(PRIVATE)
        ? { what: 'private', householdAccount: chosen.slice(PRIVATE.length) as AccountCode }
        : { what: 'account', account: chosen as AccountCode },
    )
  }
  return (
    <PanelPart title={w.askPayment}>
      <Stack gap={8}>
        <Select
          label={w.chooseAccount}
          data={[
            {
              group: w.byBooks,
              items: accounts.filter(mayBe).map(({ code, name }) => ({ value: code as string, label: name })),
            },
            ...(keepsHousehold && isPayment
              ? [
                  {
                    group: w.isPrivate,
                    items: accounts
                      .filter(({ roles }) => roles.includes('household spending'))
                      .map(({ code, name }) => ({ value: `${PRIVATE}${code}`, label: name })),
                  },
                ]
              : []),
          ]}
          value={chosen}
          searchable
          onChange={setChosen}
        />
        <ActionButton
          kind="primary"
          label={w.saveAnswer}
          shortcut={standingShortcuts.save}
          {...(chosen === null ? { disabledBecause: w.chooseFirst } : {})}
          onAct={say}
        />
      </Stack>
    </PanelPart>
  )
}

const mayBe = ({ book, roles }: Account): boolean =>
  book === 'usaha' && ['spending', 'payable', 'income', 'loan', 'wallet'].some((role) => roles.includes(role as never))

function Answered({ answer }: { answer: LineAnswer }) {
  const w = useWords(payoutsWords)
  const accounts = useQuery(api.ledger.accounts.queryOptions()).data ?? []
  const name = (code: string) => accounts.find((account) => account.code === code)?.name ?? code
  switch (answer.what) {
    case 'same':
      return <p>{w.answeredSame}</p>
    case 'separate':
      return <p>{w.answeredSeparate}</p>
    case 'account':
      return <p>{w.answeredAccount(name(answer.account))}</p>
    case 'private':
      return <p>{w.answeredPrivate(name(answer.householdAccount))}</p>
  }
}
