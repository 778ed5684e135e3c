import { Flex, Stack } from '@mantine/core'
import { IconPhotoPlus, IconStar } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Id } from '../../../src-shared/kernel/ids.ts'
import { formatNumber } from '../../../src-shared/kernel/rupiah.ts'
import type { Master } from '../../../src-shared/listings/listings.ts'
import { listingsWords } from '../../../src-shared/listings/listings.words.ts'
import { api } from '../../base/api.ts'
import { RefusalNotice } from '../../base/RefusalNotice.tsx'
import { usePhoto } from '../../base/use-photo.ts'
import { ChoosePhotoFile } from '../../catalog/ChoosePhotoFile.tsx'
import { usePhotoUpload } from '../../catalog/use-photo-upload.ts'
import { ActionButton } from '../../design/ActionButton.tsx'
import { Card } from '../../design/Card.tsx'
import { IconButton } from '../../design/IconButton.tsx'
import { useWords } from '../../design/language.tsx'
import { Note } from '../../design/Note.tsx'
import { GoodsPhoto } from '../../design/photos/GoodsPhoto.tsx'
import { Section } from '../../design/Section.tsx'

const MOST = 9

/** Up to nine pictures that all shops share; the first is the cover. Each change is stored at once. */
export function MasterPhotos({ master }: { master: Master }) {
  const w = useWords(listingsWords)
  const { productId, name, photoIds, dimensions } = master
  const file = useRef<HTMLInputElement>(null)
  const save = useMutation(api.listings.saveMaster.mutationOptions())
  const keep = (ids: string[]) => save.mutate({ productId, photoIds: ids, dimensions })
  const upload = usePhotoUpload((id) => keep([...photoIds, id]), 'channel')
  return (
    <>
      <Section title={w.photos} aside={w.photosHelp}>
        <Card>
          <RefusalNotice error={save.error ?? upload.error} />
          {upload.problem && <Note tone="mengkudu">{w.photoBad}</Note>}
          <Flex gap={12} align="end" wrap="wrap">
            {photoIds.map((id, at) => (
              <Photo
                key={id}
                id={id}
                name={name}
                at={formatNumber(at + 1)}
                isCover={at === 0}
                onFirst={() => keep([id, ...photoIds.filter((each) => each !== id)])}
                onRemove={() => keep(photoIds.filter((each) => each !== id))}
              />
            ))}
            {photoIds.length < MOST && (
              <ActionButton
                icon={IconPhotoPlus}
                label={w.addPhoto}
                isBusy={upload.isBusy}
                busyLabel={w.addPhoto}
                onAct={() => file.current?.click()}
              />
            )}
            <ChoosePhotoFile label={w.addPhoto} fileRef={file} onFile={(picked) => void upload.take(picked)} />
          </Flex>
        </Card>
      </Section>
      {master.pictured && <OptionPhotos master={master} pictured={master.pictured} />}
    </>
  )
}

type Pictured = NonNullable<Master['pictured']>
type PicturedOption = Pictured['options'][number]

/** One picture for each colour, or whatever a buyer chooses first. */
function OptionPhotos({ master, pictured }: { master: Master; pictured: Pictured }) {
  const w = useWords(listingsWords)
  const { productId, photoIds, dimensions } = master
  const file = useRef<HTMLInputElement>(null)
  const [adding, setAdding] = useState<PicturedOption | null>(null)
  const save = useMutation(api.listings.saveMaster.mutationOptions())
  const keep = (option: PicturedOption, photoId: Id | null) => {
    const others = pictured.options.filter((each) => each.option !== option.option)
    const of = [...others, { ...option, photoId }]
    const variantPhotos = Object.fromEntries(
      of.flatMap(({ variantIds, photoId: picture }) => (picture === null ? [] : variantIds.map((id) => [id, picture]))),
    )
    save.mutate({ productId, photoIds, dimensions, variantPhotos })
  }
  const upload = usePhotoUpload((id) => adding && keep(adding, id), 'channel')
  return (
    <Section title={w.optionPhotos(pictured.kind)} aside={w.optionPhotosHelp}>
      <Card>
        <RefusalNotice error={save.error ?? upload.error} />
        {upload.problem && <Note tone="mengkudu">{w.photoBad}</Note>}
        <Flex gap={12} align="end" wrap="wrap">
          {pictured.options.map((each) => (
            <OptionPhoto
              key={each.option}
              option={each}
              onAdd={() => {
                setAdding(each)
                file.current?.click()
              }}
              onRemove={() => keep(each, null)}
            />
          ))}
          <ChoosePhotoFile
            label={w.optionPhotos(pictured.kind)}
            fileRef={file}
            onFile={(picked) => void upload.take(picked)}
          />
        </Flex>
      </Card>
    </Section>
  )
}

interface OptionPhotoProps {
  option: PicturedOption
  onAdd: () => void
  onRemove: () => void
}

function OptionPhoto({ option: { option, photoId }, onAdd, onRemove }: OptionPhotoProps) {
  const w = useWords(listingsWords)
  const src = usePhoto(photoId)
  return (
    <Stack gap={4} align="center">
      <GoodsPhoto name={option} src={src} size={72} />
      <span>{option}</span>
      {photoId === null ? (
        <IconButton icon={IconPhotoPlus} label={w.addOptionPhoto(option)} onAct={onAdd} />
      ) : (
        <IconButton label={w.removeOptionPhoto(option)} removes onAct={onRemove} />
      )}
    </Stack>
  )
}

interface PhotoProps {
  id: string
  name: string
  at: string
  isCover: boolean
  onFirst: () => void
  onRemove: () => void
}

function Photo({ id, name, at, isCover, onFirst, onRemove }: PhotoProps) {
  const w = useWords(listingsWords)
  const src = usePhoto(id)
  return (
    <Stack gap={4} align="center">
      <GoodsPhoto name={name} src={src} size={88} />
      <div>
        {!isCover && <IconButton icon={IconStar} label={w.firstPhoto(at)} onAct={onFirst} />}
        <IconButton label={w.removePhoto(at)} removes onAct={onRemove} />
      </div>
    </Stack>
  )
}
