import { openSandbox } from '../../src-main/sandbox/frame/sandbox.ts'
import { shopeeSandbox } from '../../src-main/sandbox/shopee/world.ts'
import { tiktok } from '../../src-main/sandbox/tiktok/tiktok.ts'

/** A marketplace in a process of its own, so that what it does stands in nobody else's way. Arguments: its name, SKUs, pieces of each. */
const [name, skus, stock] = process.argv.slice(2)
const marketplace = name === 'shopee' ? shopeeSandbox : tiktok
const sandbox = await openSandbox(marketplace, { seed: 7, skus: Number(skus), stock: Number(stock) })
process.send?.(sandbox.access())
