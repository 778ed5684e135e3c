import { Autocomplete, Group, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Unit } from '../../src-shared/catalog/catalog.ts'
import { productsWords } from '../../src-shared/catalog/products.words.ts'
import { newId } from '../../src-shared/kernel/ids.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { usePhoto } from '../base/use-photo.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { ErrorNotice } from '../design/ErrorNotice.tsx'
import { useWords } from '../design/language.tsx'
import { GoodsPhoto } from '../design/photos/GoodsPhoto.tsx'
import { goToPlace } from '../design/table/CellField.tsx'
import type { ProductForm } from './product-form.ts'
import classes from './products.module.css'
import { shrunkPhoto } from './shrink-photo.ts'

export interface ProductFactsProps {
  form: ProductForm
  onChange: (next: Partial<ProductForm>) => void
  nameError: string | undefined
}

/** Name, category, photo and description. */
export function ProductFacts({ form, onChange, nameError }: ProductFactsProps) {
  const w = useWords(productsWords)
  const { data } = useQuery(api.catalog.products.list.queryOptions({ input: { limit: 1 } }))
  return (
    <div className={classes.facts}>
      <TextInput
        label={w.name}
        placeholder={w.nameHint}
        value={form.name}
        maxLength={200}
        autoFocus={form.name === ''}
        autoComplete="off"
        data-place="name"
        error={nameError}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && goToPlace('category')}
      />
      <Autocomplete
        label={w.category}
        placeholder={w.categoryHint}
        data={data?.categories.filter(Boolean) ?? []}
        value={form.category}
        maxLength={60}
        data-place="category"
        onChange={(category) => onChange({ category })}
        onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && goToPlace(form.isBundle ? 'parts' : 'motifs')}
      />
      <Select
        label={w.unit}
        placeholder={w.unitsDiffer}
        data={Unit.options.map((unit) => ({ value: unit, label: w.unitName(unit) }))}
        value={form.unit}
        allowDeselect={false}
        onChange={(unit) => onChange({ unit: unit as Unit | null })}
      />
      <Photo form={form} onChange={onChange} />
      <Textarea
        label={w.description}
        value={form.description}
        maxLength={2000}
        autosize
        minRows={3}
        maxRows={8}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
    </div>
  )
}

function Photo({ form, onChange }: Omit<ProductFactsProps, 'nameError'>) {
  const w = useWords(productsWords)
  const stored = usePhoto(form.photoId)
  const [problem, setProblem] = useState<'photoUnreadable' | 'photoTooManyPixels' | null>(null)
  const file = useRef<HTMLInputElement>(null)
  const save = useMutation(
    api.catalog.photos.save.mutationOptions({ onSuccess: ({ id }) => onChange({ photoId: id }) }),
  )
  const take = async (picked: File | undefined) => {
    if (!picked) return
    const photo = await shrunkPhoto(picked).catch(() => undefined)
    setProblem(photo === undefined ? 'photoUnreadable' : photo === null ? 'photoTooManyPixels' : null)
    save.reset()
    if (photo) save.mutate({ id: newId(), photo })
  }
  return (
    <Group gap={12}>
      <GoodsPhoto name={form.name || w.newProduct} category={form.category} src={stored} size={84} />
      <Stack gap={6} align="flex-start">
        <input
          ref={file}
          type="file"
          accept="image/jpeg,image/png,image/webp"
          hidden
          aria-label={w.choosePhoto}
          onChange={(event) => {
            void take(event.currentTarget.files?.[0])
            // so that the same file can be chosen again after it was taken off
            event.currentTarget.value = ''
          }}
        />
        <ActionButton
          label={form.photoId === null ? w.choosePhoto : w.changePhoto}
          busyLabel={w.photoBusy}
          isBusy={save.isPending}
          size="small"
          onAct={() => file.current?.click()}
        />
        {form.photoId !== null && (
          <ActionButton label={w.removePhoto} size="small" kind="quiet" onAct={() => onChange({ photoId: null })} />
        )}
      </Stack>
      {problem && <ErrorNotice happened={w[problem]} />}
      <RefusalNotice error={save.error} />
    </Group>
  )
}
