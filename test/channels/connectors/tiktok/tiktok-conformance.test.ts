import { conforms } from '../conformance.ts'
import { aTiktokWorld } from './a-tiktok-world.ts'

conforms('Tokopedia & Shop', aTiktokWorld)
