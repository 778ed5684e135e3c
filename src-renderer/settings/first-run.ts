import {
  type BusinessDay,
  businessDay,
  firstOfMonth,
  monthOf,
  type Zone,
} from '../../src-shared/kernel/business-day.ts'
import type { SetUp } from '../../src-shared/settings/settings.ts'

/** The clock of this laptop says where it stands; anything outside Indonesia counts as Jakarta. */
export function likelyZone(offsetMinutes: number): Zone {
  if (offsetMinutes === -480) return 'WITA'
  return offsetMinutes === -540 ? 'WIT' : 'WIB'
}

/** The first of this month: the month one can still remember. */
export const defaultStartDay = (now: number, zone: Zone): BusinessDay => firstOfMonth(monthOf(businessDay(now, zone)))

export type Answers = SetUp

export const blankAnswers = (now: number, offsetMinutes: number): Answers => {
  const zone = likelyZone(offsetMinutes)
  return {
    businessName: '',
    city: '',
    ownerName: '',
    zone,
    startDay: defaultStartDay(now, zone),
    keepsHousehold: true,
    partnerName: '',
  }
}

export const QUESTIONS = ['business', 'owner', 'zone', 'household', 'start'] as const
export type Question = (typeof QUESTIONS)[number]

/** True when the question has what it needs to go on. */
export const isAnswered = (question: Question, answers: Answers): boolean =>
  (question !== 'business' || answers.businessName.trim() !== '') &&
  (question !== 'owner' || answers.ownerName.trim() !== '')
