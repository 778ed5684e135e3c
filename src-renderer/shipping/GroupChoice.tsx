import { Group, Radio, Select, Stack, TextInput } from '@mantine/core'
import { businessDay, formatDay, formatMoment, type Instant } from '../../src-shared/kernel/business-day.ts'
import { formatNumber } from '../../src-shared/kernel/rupiah.ts'
import type { ShipmentChoice, ShipmentGroup } from '../../src-shared/sync/order-acts.ts'
import { orderActsWords } from '../../src-shared/sync/order-acts.words.ts'
import { ChannelTile } from '../design/ChannelTile.tsx'
import { useLocale, useWords } from '../design/language.tsx'
import { Note } from '../design/Note.tsx'
import { ChannelSays } from './ChannelSays.tsx'
import { choiceBy } from './chosen-way.ts'

export interface GroupChoiceProps {
  group: ShipmentGroup
  choice: ShipmentChoice | null
  onChange: (choice: ShipmentChoice) => void
}

/** How the orders of one shop and courier leave: only what the channel offers for them now. */
export function GroupChoice({ group, choice, onChange }: GroupChoiceProps) {
  const w = useWords(orderActsWords)
  const { choices, trouble, channel, shopName, courier, orderIds, usual } = group
  const ways = choices
    ? [
        ...(choices.pickup.length > 0 ? [{ way: 'pickup' as const, label: w.pickup }] : []),
        ...(choices.dropOff.isAllowed ? [{ way: 'drop-off' as const, label: w.dropOff }] : []),
        ...(choices.ownCourier.isAllowed ? [{ way: 'own courier' as const, label: w.ownCourier }] : []),
      ]
    : []
  const name = [shopName, courier].filter(Boolean).join(', ')
  return (
    <Stack component="section" gap={10} aria-label={name}>
      <Group gap={10} wrap="nowrap">
        <ChannelTile channel={channel} />
        <strong>{name}</strong>
        <span className="quiet nowrap">{w.groupOrders(formatNumber(orderIds.length))}</span>
      </Group>
      {trouble && (
        <Note tone="kunyit">
          {w.cannotAsk} <ChannelSays channel={channel} trouble={trouble} />
        </Note>
      )}
      {choices && ways.length === 0 && <Note tone="kunyit">{w.noWay}</Note>}
      {ways.length > 0 && (
        <Radio.Group
          label={w.way}
          description={usual && choice === usual ? w.usual : undefined}
          value={choice?.way ?? null}
          onChange={(way) => {
            const next = choiceBy(way as ShipmentChoice['way'], group)
            if (next) onChange(next)
          }}
        >
          <Group gap={18} mt={6}>
            {ways.map(({ way, label }) => (
              <Radio key={way} value={way} label={label} />
            ))}
          </Group>
        </Radio.Group>
      )}
      {choice && <Details group={group} choice={choice} onChange={onChange} />}
    </Stack>
  )
}

function Details({ group, choice, onChange }: { [Key in keyof GroupChoiceProps]: NonNullable<GroupChoiceProps[Key]> }) {
  const w = useWords(orderActsWords)
  const { zone, language } = useLocale()
  const { choices, orderIds } = group
  // a slot that names no end is a day
  const day = (at: Instant) => formatDay(businessDay(at, zone), language)
  const moment = (at: Instant) => formatMoment(at, zone, language)
  if (!choices) return null
  if (choice.way === 'pickup') {
    const address = choices.pickup.find(({ addressId }) => addressId === choice.addressId)
    return (
      <Group gap={12} grow align="start">
        {choices.pickup.length > 1 && (
          <Select
            label={w.pickupAt}
            data={choices.pickup.map((each) => ({ value: each.addressId, label: each.address || each.addressId }))}
            value={choice.addressId}
            allowDeselect={false}
            onChange={(addressId) => {
              const chosen = choices.pickup.find((each) => each.addressId === addressId)
              if (chosen) onChange({ way: 'pickup', addressId: chosen.addressId, slotId: chosen.slots[0]?.id ?? '' })
            }}
          />
        )}
        {choices.pickup.length === 1 && address?.address && <p className="quiet">{address.address}</p>}
        {address && address.slots.length > 0 ? (
          <Select
            label={w.slot}
            data={address.slots.map(({ id, from, to }) => ({
              value: id,
              label: to === null ? day(from) : [from, to].map(moment).join(' – '),
            }))}
            value={choice.slotId}
            allowDeselect={false}
            onChange={(slotId) => slotId && onChange({ ...choice, slotId })}
          />
        ) : (
          <p className="quiet">{w.anySlot}</p>
        )}
      </Group>
    )
  }
  if (choice.way === 'drop-off')
    return choices.dropOff.branches.length > 0 ? (
      <Select
        label={w.branch}
        data={choices.dropOff.branches.map(({ id, name }) => ({ value: id, label: name }))}
        value={choice.branchId}
        allowDeselect={false}
        searchable
        onChange={(branchId) => branchId && onChange({ way: 'drop-off', branchId })}
      />
    ) : (
      <p className="quiet">{w.anyBranch}</p>
    )
  if (orderIds.length > 1) return <Note tone="abu">{w.ownCourierOne}</Note>
  return (
    <Group gap={12} grow align="start">
      {choices.ownCourier.couriers.length > 0 && (
        <Select
          label={w.courier}
          data={choices.ownCourier.couriers.map(({ id, name }) => ({ value: id, label: name }))}
          value={choice.courierId}
          allowDeselect={false}
          searchable
          onChange={(courierId) => courierId && onChange({ ...choice, courierId })}
        />
      )}
      <TextInput
        label={w.waybill}
        value={choice.waybill}
        maxLength={60}
        onChange={({ currentTarget: { value } }) => onChange({ ...choice, waybill: value })}
      />
    </Group>
  )
}
