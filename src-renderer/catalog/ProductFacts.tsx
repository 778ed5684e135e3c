import { Autocomplete, Group, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { Unit } from '../../src-shared/catalog/catalog.ts'
import { productsWords } from '../../src-shared/catalog/products.words.ts'
import { api } from '../base/api.ts'
import { RefusalNotice } from '../base/RefusalNotice.tsx'
import { usePhoto } from '../base/use-photo.ts'
import { ActionButton } from '../design/ActionButton.tsx'
import { ErrorNotice } from '../design/ErrorNotice.tsx'
import { useWords } from '../design/language.tsx'
import { GoodsPhoto } from '../design/photos/GoodsPhoto.tsx'
import { goToPlace } from '../design/table/CellField.tsx'
import { ChoosePhotoFile } from './ChoosePhotoFile.tsx'
import type { ProductForm } from './product-form.ts'
import classes from './products.module.css'
import { usePhotoUpload } from './use-photo-upload.ts'

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
  const file = useRef<HTMLInputElement>(null)
  const upload = usePhotoUpload((photoId) => onChange({ photoId }))
  return (
    <Group gap={12}>
      <GoodsPhoto name={form.name || w.newProduct} category={form.category} src={stored} size={84} />
      <Stack gap={6} align="flex-start">
        <ChoosePhotoFile label={w.choosePhoto} fileRef={file} onFile={(picked) => void upload.take(picked)} />
        <ActionButton
          label={form.photoId === null ? w.choosePhoto : w.changePhoto}
          busyLabel={w.photoBusy}
          isBusy={upload.isBusy}
          size="small"
          onAct={() => file.current?.click()}
        />
        {form.photoId !== null && (
          <ActionButton label={w.removePhoto} size="small" kind="quiet" onAct={() => onChange({ photoId: null })} />
        )}
      </Stack>
      {upload.problem && <ErrorNotice happened={w[upload.problem]} />}
      <RefusalNotice error={upload.error} />
    </Group>
  )
}
