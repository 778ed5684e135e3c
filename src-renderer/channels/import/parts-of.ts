import type { ComponentType } from 'react'
import type { ImportOutcome, StagedFile } from '../../../src-shared/channels/channels.ts'
import type { Language } from '../../../src-shared/kernel/business-day.ts'
import { StatementCounts } from './bank/StatementCounts.tsx'
import { StatementEffects } from './bank/StatementEffects.tsx'
import { statementSteps } from './bank/steps.ts'
import { ListingCounts } from './listings/ListingCounts.tsx'
import { ListingEffects } from './listings/ListingEffects.tsx'
import { ListingsBelow } from './listings/ListingsBelow.tsx'
import { listingSteps } from './listings/steps.ts'
import type { NextStep } from './next-step.ts'
import { OrderCounts } from './orders/OrderCounts.tsx'
import { OrderEffects } from './orders/OrderEffects.tsx'
import { OrdersBelow } from './orders/OrdersBelow.tsx'
import { orderSteps } from './orders/steps.ts'
import { ReturnCounts } from './returns/ReturnCounts.tsx'
import { ReturnEffects } from './returns/ReturnEffects.tsx'
import { returnSteps } from './returns/steps.ts'
import { SettlementCounts } from './settlements/SettlementCounts.tsx'
import { SettlementEffects } from './settlements/SettlementEffects.tsx'
import { settlementSteps } from './settlements/steps.ts'
import { LineCounts, LineEffects } from './wallet/LineParts.tsx'
import { lineSteps } from './wallet/steps.ts'

type OutcomeOf<Kind extends ImportOutcome['kind']> = Extract<ImportOutcome, { kind: Kind }>
type FileOf<Kind extends ImportOutcome['kind']> = Extract<StagedFile, { about: Kind }>

/** What the import page shows of one kind of contents; the frame around it is the same for all. */
export interface PartsOfKind<Kind extends ImportOutcome['kind']> {
  /** What is new, changed and the same, beside what the file says of itself. */
  Counts: ComponentType<{ file: FileOf<Kind>; outcome: OutcomeOf<Kind> }>
  /** In the card at the side: what it does to lists, stock and books. */
  Effects: ComponentType<{ outcome: OutcomeOf<Kind> }>
  /** Below the rows with problems. */
  Below: ComponentType<{ outcome: OutcomeOf<Kind>; isDone: boolean }>
  steps(outcome: OutcomeOf<Kind>, language: Language): NextStep[]
}

const PARTS: { [Kind in ImportOutcome['kind']]: PartsOfKind<Kind> } = {
  orders: {
    Counts: OrderCounts,
    Effects: OrderEffects,
    Below: OrdersBelow,
    steps: orderSteps,
  },
  settlements: {
    Counts: SettlementCounts,
    Effects: SettlementEffects,
    Below: () => null,
    steps: settlementSteps,
  },
  wallet: { Counts: LineCounts, Effects: LineEffects, Below: () => null, steps: lineSteps },
  bank: {
    Counts: StatementCounts,
    Effects: StatementEffects,
    Below: () => null,
    steps: statementSteps,
  },
  returns: {
    Counts: ReturnCounts,
    Effects: ReturnEffects,
    Below: () => null,
    steps: returnSteps,
  },
  listings: { Counts: ListingCounts, Effects: ListingEffects, Below: ListingsBelow, steps: listingSteps },
}

/** Whatever the kind: the file and what its import does belong together. */
interface AnyParts {
  Counts: ComponentType<{ file: StagedFile; outcome: ImportOutcome }>
  Effects: ComponentType<{ outcome: ImportOutcome }>
  Below: ComponentType<{ outcome: ImportOutcome; isDone: boolean }>
  steps(outcome: ImportOutcome, language: Language): NextStep[]
}

export const partsOf = ({ kind }: ImportOutcome): AnyParts => PARTS[kind] as AnyParts
