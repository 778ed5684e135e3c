import { Checkbox, NumberInput, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type RuleScope, type RuleSubject, type StockRule, WHOLE } from '../../../src-shared/channels/stock-out.ts'
import { stockOutWords } from '../../../src-shared/channels/stock-out.words.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Choice } from '../../design/fields/Choice.tsx'
import { KeyValueRows } from '../../design/KeyValueRows.tsx'
import { useWords } from '../../design/language.tsx'
import { PanelPart } from '../../design/SidePanel.tsx'
import { showToast } from '../../design/toast.tsx'

const MINUTES_MS = 2 * 60_000
const HOUR_MS = 60 * 60_000

/** A rule to be changed, for one of some subjects; that of a whole shop can be tried on the shop's own past first. */
export function RuleForm({
  shopId,
  standing,
  subjects,
  onSaved,
}: {
  shopId: string
  standing: { rule: StockRule; ruleOf: RuleScope }
  subjects: readonly RuleSubject[]
  onSaved?: () => void
}) {
  const w = useWords(stockOutWords)
  const [is, setIs] = useState((subjects.find((each) => each.is === standing.ruleOf) ?? subjects[0]!).is)
  const about = subjects.find((each) => each.is === is)!
  const [rule, setRule] = useState(standing.rule)
  const [unawareMs, setUnawareMs] = useState(MINUTES_MS)
  const save = useMutation(
    api.sync.stock.saveRule.mutationOptions({
      onSuccess: (_, sent) => {
        showToast({ text: sent.rule === null ? w.removed : w.saved })
        onSaved?.()
      },
    }),
  )
  const rehearse = useMutation(api.sync.stock.rehearse.mutationOptions())
  const change = (some: Partial<StockRule>) => {
    setRule({ ...rule, ...some })
    rehearse.reset()
  }
  const labels = { shop: w.forShop, product: w.forProduct, listing: w.forListing }
  const pieces = (label: string, help: string, value: number | null, put: (pieces: number | null) => void) => (
    <NumberInput
      label={label}
      description={help}
      min={0}
      max={100_000}
      allowDecimal={false}
      value={value ?? ''}
      onChange={(typed) => put(typed === '' ? null : Number(typed) || 0)}
    />
  )
  const { data } = rehearse
  return (
    <>
      <PanelPart title={w.rule}>
        <Stack gap={10}>
          {subjects.length > 1 && (
            <Choice
              label={w.ruleFor}
              value={is}
              data={subjects.map((each) => ({ value: each.is, label: labels[each.is] }))}
              onChange={(value) => setIs(subjects.find((each) => each.is === value)?.is ?? is)}
            />
          )}
          <Checkbox
            label={w.isTold}
            checked={rule.isTold}
            onChange={(event) => change({ isTold: event.currentTarget.checked })}
          />
          <NumberInput
            label={w.shareField}
            description={w.shareHelp}
            min={0}
            max={100}
            allowDecimal={false}
            value={Math.round((rule.share * 100) / WHOLE)}
            onChange={(typed) => change({ share: ((Number(typed) || 0) * WHOLE) / 100 })}
          />
          {pieces(w.keptBackField, w.keptBackHelp, rule.keptBack, (some) => change({ keptBack: some ?? 0 }))}
          {pieces(w.atMostField, w.atMostHelp, rule.atMost, (some) => change({ atMost: some }))}
          {pieces(w.lastField, w.lastHelp, rule.lastPieces, (some) => change({ lastPieces: some ?? 0 }))}
          <RefusalNotice error={save.error} />
          <ActionButton
            label={w.save}
            kind="primary"
            isBusy={save.isPending}
            onAct={() => save.mutate({ shopId, about, rule })}
          />
          {standing.ruleOf === is && (
            <ActionButton label={w.remove} kind="quiet" onAct={() => save.mutate({ shopId, about, rule: null })} />
          )}
        </Stack>
      </PanelPart>
      {about.is === 'shop' && (
        <PanelPart title={w.rehearse}>
          <Stack gap={10}>
            <Choice
              label={w.unaware}
              value={String(unawareMs)}
              data={[
                { value: String(MINUTES_MS), label: w.minutes },
                { value: String(HOUR_MS), label: w.hour },
              ]}
              onChange={(value) => {
                setUnawareMs(Number(value))
                rehearse.reset()
              }}
            />
            <ActionButton
              label={w.rehearse}
              isBusy={rehearse.isPending}
              onAct={() => rehearse.mutate({ shopId, rule, unawareMs })}
            />
            <RefusalNotice error={rehearse.error} />
            {data && (
              <>
                <p className="quiet small">{w.rehearsed(formatNumber(data.orders))}</p>
                <KeyValueRows
                  rows={[
                    {
                      key: w.oversold,
                      value: w.fromTo(formatNumber(data.byRulesNow.oversold), formatNumber(data.byThisRule.oversold)),
                    },
                    {
                      key: w.turnedAway,
                      value: w.fromTo(
                        formatNumber(data.byRulesNow.turnedAway),
                        formatNumber(data.byThisRule.turnedAway),
                      ),
                    },
                  ]}
                />
              </>
            )}
          </Stack>
        </PanelPart>
      )}
    </>
  )
}
