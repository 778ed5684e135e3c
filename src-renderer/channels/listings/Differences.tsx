import { Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import type { ListingField, ShopListing } from '../../../src-shared/listings/listings.ts'
import { listingFieldWords, listingsWords } from '../../../src-shared/listings/listings.words.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Card } from '../../design/Card.tsx'
import { Columns } from '../../design/Columns.tsx'
import { useWords } from '../../design/language.tsx'
import { Section } from '../../design/Section.tsx'
import { showToast } from '../../design/toast.tsx'
import classes from './listings.module.css'

interface DifferencesProps {
  productId: string
  shop: ShopListing
  onTaken: () => void
}

/** Selisih dengan kanal: field by field, ours or theirs. */
export function Differences({ productId, shop, onTaken }: DifferencesProps) {
  const w = useWords(listingsWords)
  const fields = useWords(listingFieldWords)
  const of = [{ productId, shopId: shop.shopId }]
  const putBack = useMutation(api.listings.save.mutationOptions({ onSuccess: onTaken }))
  const take = useMutation(
    api.listings.takeTheirs.mutationOptions({
      onSuccess({ taken }) {
        onTaken()
        const before = { productId, shopId: shop.shopId, written: shop.written }
        showToast({ text: w.taken(formatNumber(taken)), undo: () => putBack.mutate(before) })
      },
    }),
  )
  const publish = useMutation(
    api.listings.publish.mutationOptions({
      onSuccess: ({ asked }) => showToast({ text: w.asked(formatNumber(asked)) }),
    }),
  )
  const ours = (field: ListingField) => publish.mutate({ of, fields: [field] })
  const theirs = (field: ListingField) => take.mutate({ of, fields: [field] })
  return (
    <Section
      title={w.differences}
      aside={<ActionButton size="small" label={w.takeAllTheirs} onAct={() => take.mutate({ of })} />}
    >
      <Card>
        {w.differencesHelp}
        <RefusalNotice error={take.error ?? publish.error ?? putBack.error} />
        {shop.differences.map((each) => (
          <Columns key={each.field} of="110px 1fr 1fr" gap="4px 16px" mt={10} pt={10} className="line-above">
            <strong>{fields[each.field]}</strong>
            <Said title={w.ours} text={each.ours || w.blank}>
              <ActionButton
                size="small"
                label={w.takeOurs}
                title={`${w.takeOurs}: ${fields[each.field]}`}
                onAct={() => ours(each.field)}
              />
            </Said>
            <Said title={w.theirs} text={each.theirs || w.blank}>
              {/* what the channel does not have cannot be taken from there */}
              {each.field !== 'models' && (
                <ActionButton
                  size="small"
                  label={w.takeTheirs}
                  title={`${w.takeTheirs}: ${fields[each.field]}`}
                  onAct={() => theirs(each.field)}
                />
              )}
            </Said>
          </Columns>
        ))}
      </Card>
    </Section>
  )
}

const Said = ({ title, text, children }: { title: string; text: string; children: React.ReactNode }) => (
  <Stack gap={12}>
    <small>{title}</small>
    <div className={classes.said}>{text}</div>
    <div>{children}</div>
  </Stack>
)
