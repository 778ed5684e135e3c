import { api } from '../api.ts'
import type { ChannelsService } from './channels.service.ts'
import type { PlaceChosen } from './place-chosen.ts'
import type { FileInHand } from './staging.ts'

export const channelsRouter = (channels: ChannelsService) => ({
  shops: {
    list: api.channels.shops.list.handler(() => channels.shops()),
    save: api.channels.shops.save.handler(({ input }) => channels.saveShop(input)),
  },
  archives: { open: api.channels.archives.open.handler(({ input }) => channels.openArchive(input.file)) },
  files: {
    stage: api.channels.files.stage.handler(({ input, signal }) => channels.stage(inHand(input), signal)),
    read: api.channels.files.read.handler(({ input, signal }) => channels.read(inHand(input), signal)),
    preview: api.channels.files.preview.handler(({ input, signal }) =>
      channels.preview(input.importId, placeOf(input), signal),
    ),
    confirm: api.channels.files.confirm.handler(({ input }) => channels.confirm(input.importId, placeOf(input), input)),
    previewWithdrawal: api.channels.files.previewWithdrawal.handler(({ input, signal }) =>
      channels.previewWithdrawal(input.importId, input.moveTo, signal),
    ),
    withdraw: api.channels.files.withdraw.handler(({ input }) => channels.withdraw(input.importId, input.moveTo)),
    discard: api.channels.files.discard.handler(({ input }) => channels.discard(input.importId)),
    history: api.channels.files.history.handler(({ input }) => channels.history(input)),
    problems: api.channels.files.problems.handler(({ input }) => channels.problems(input.importId)),
    problemsFile: api.channels.files.problemsFile.handler(({ input }) => channels.problemsFile(input.importId)),
  },
})

interface Into {
  shopId?: string | undefined
  newShop?: string | undefined
  account?: string | undefined
}

const placeOf = ({
  shopId = null,
  newShop = null,
  account = null,
}: { [Key in keyof Into]: Into[Key] | null }): PlaceChosen => ({
  shopId,
  newName: newShop,
  account,
})

type Input = { file: File; modifiedAt?: number | undefined } | { archiveId: string; entry: string }

const inHand = (input: Input): FileInHand =>
  'file' in input ? { ...input, modifiedAt: input.modifiedAt ?? null } : input
