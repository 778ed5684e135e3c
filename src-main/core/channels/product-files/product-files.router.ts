import { api } from '../../api.ts'
import type { ProductFilesService } from './product-files.service.ts'

export const productFilesRouter = (files: ProductFilesService) => ({
  look: api.productFiles.look.handler(({ input }) => files.look(input)),
  write: api.productFiles.write.handler(({ input }) => files.write(input)),
})
