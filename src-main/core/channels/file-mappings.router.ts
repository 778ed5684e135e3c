import { api } from '../api.ts'
import type { FileMappingsService } from './file-mappings.service.ts'

export const fileMappingsRouter = (mappings: FileMappingsService) => ({
  look: api.fileMappings.look.handler(({ input: { file, modifiedAt = null } }) => mappings.look({ file, modifiedAt })),
  lookAgain: api.fileMappings.lookAgain.handler(({ input }) => mappings.lookAgain(input)),
  try: api.fileMappings.try.handler(({ input }) => mappings.try(input)),
  list: api.fileMappings.list.handler(() => mappings.list()),
  save: api.fileMappings.save.handler(({ input }) => mappings.save(input)),
  remove: api.fileMappings.remove.handler(({ input }) => mappings.remove(input.id)),
  share: api.fileMappings.share.handler(({ input }) => mappings.share(input.id)),
  takeIn: api.fileMappings.takeIn.handler(({ input }) => mappings.takeIn(input.file)),
})
