import { z } from 'zod'
import { PlainText } from '../kernel/page.ts'
import type { AccountLine, AccountRole } from '../ledger/chart-of-accounts.ts'
import { AccountCode } from '../ledger/ledger.ts'

/** What an owner may add of his own: categories of spending and income, and wallets. Each is an account with one role. */
export const CategoryKind = z.enum(['spending', 'income', 'household spending', 'wallet', 'home wallet'])
export type CategoryKind = z.infer<typeof CategoryKind>

/** Without a code a new one of this kind; with one, another name for what stands there. */
export const CategoryDraft = z.object({
  code: AccountCode.nullable(),
  kind: CategoryKind,
  name: PlainText(60).pipe(z.string().min(1)),
})
export type CategoryDraft = z.infer<typeof CategoryDraft>

interface CategoryShape {
  /** Codes that own accounts of this kind take, first and last; the standard chart leaves them free. */
  codes: readonly [first: number, last: number]
  book: 'usaha' | 'rumah'
  normal: 'D' | 'K'
  line: AccountLine
  role: AccountRole
  isCash: boolean
  /** Takes what moving this money costs. */
  cost: string | null
}

/** What each kind is in the books: the same as its neighbours in the chart. */
export const CATEGORY_SHAPES: Readonly<Record<CategoryKind, CategoryShape>> = {
  spending: {
    codes: [6301, 6399],
    book: 'usaha',
    normal: 'D',
    line: 'general costs',
    role: 'spending',
    isCash: false,
    cost: null,
  },
  income: {
    codes: [4911, 4989],
    book: 'usaha',
    normal: 'K',
    line: 'other income',
    role: 'income',
    isCash: false,
    cost: null,
  },
  'household spending': {
    codes: [9511, 9589],
    book: 'rumah',
    normal: 'D',
    line: 'household spending',
    role: 'household spending',
    isCash: false,
    cost: null,
  },
  wallet: { codes: [1151, 1189], book: 'usaha', normal: 'D', line: 'cash', role: 'wallet', isCash: true, cost: '6211' },
  'home wallet': {
    codes: [9111, 9129],
    book: 'rumah',
    normal: 'D',
    line: 'household cash',
    role: 'wallet',
    isCash: true,
    cost: '9599',
  },
}

/** The accounts that a kind's list shows: whatever serves as it, from the standard chart or the owner's own. */
export function isOfKind(
  of: CategoryKind,
  { book, roles, kind }: { book: string; roles: readonly AccountRole[]; kind: string },
): boolean {
  const shape = CATEGORY_SHAPES[of]
  return book === shape.book && roles.includes(shape.role) && (of !== 'spending' || kind === 'expense')
}
