import { api } from '../api.ts'
import type { ChannelsService, FileInHand, ShopChosen } from './channels.service.ts'

export const channelsRouter = (channels: ChannelsService) => ({
  shops: {
    list: api.channels.shops.list.handler(() => channels.shops()),
    save: api.channels.shops.save.handler(({ input }) => channels.saveShop(input)),
  },
  files: {
    stage: api.channels.files.stage.handler(({ input, signal }) => channels.stage(inHand(input), signal)),
    read: api.channels.files.read.handler(({ input, signal }) => channels.read(inHand(input), signal)),
    preview: api.channels.files.preview.handler(({ input, signal }) =>
      channels.preview(input.importId, shopOf(input), signal),
    ),
    confirm: api.channels.files.confirm.handler(({ input }) => channels.confirm(input.importId, shopOf(input), input)),
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

const shopOf = ({ shopId, newShop }: { shopId: string; newShop?: string | undefined }): ShopChosen => ({
  id: shopId,
  newName: newShop ?? null,
})

const inHand = ({ file, modifiedAt = null }: { file: File; modifiedAt?: number | undefined | null }): FileInHand => ({
  file,
  modifiedAt,
})
