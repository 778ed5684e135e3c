import { api } from '../api.ts'
import type { ListingsService } from './listings.service.ts'

export const listingsRouter = (listings: ListingsService) => ({
  shops: api.listings.shops.handler(() => listings.shops()),
  list: api.listings.list.handler(({ input }) => listings.list(input)),
  get: api.listings.get.handler(({ input }) => listings.get(input.productId)),
  categories: api.listings.categories.handler(({ input }) => listings.categories(input.shopId, input.query)),
  attributes: api.listings.attributes.handler(({ input }) => listings.attributes(input.shopId, input.categoryId)),
  brands: api.listings.brands.handler(({ input }) => listings.brands(input.shopId, input.categoryId, input.query)),
  saveMaster: api.listings.saveMaster.handler(({ input }) => listings.saveMaster(input)),
  save: api.listings.save.handler(({ input }) => listings.save(input)),
  putBack: api.listings.putBack.handler(({ input }) => listings.putBack(input.of)),
  takeTheirs: api.listings.takeTheirs.handler(({ input }) => listings.takeTheirs(input.of, input.fields)),
  publish: api.listings.publish.handler(({ input }) => listings.publish(input)),
  saveVersion: api.listings.saveVersion.handler(({ input }) => listings.saveVersion(input)),
  removeVersion: api.listings.removeVersion.handler(({ input }) => listings.removeVersion(input.id)),
  callOff: api.listings.callOff.handler(({ input }) => listings.callOff(input.of)),
})
