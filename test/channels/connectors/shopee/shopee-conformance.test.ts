import { conforms } from '../conformance.ts'
import { aShopeeWorld } from './a-shopee-world.ts'

conforms('Shopee', aShopeeWorld)
