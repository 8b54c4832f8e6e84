import type { LocalDate } from '#app/domain/kernel/local-date'
import type { Clock, ClockContext, InquiryEvent } from '../clock/model'
import { readClocks } from '../clock/rules'
import { daysToFirstAnswer, medianOf } from '../rules'

/** What figures need of a part; `null` while it is open whether a term will be kept. */
export type PartFacts = {
  /** Working days, in parts, from registration to the first human answer. */
  answerDays: number | null
  /** The first answer came in the days that the promise gives. */
  isPromiseKept: boolean | null
  /** The answer that the law asks for came in its term. */
  isLawKept: boolean | null
  /** Terms of the law and of the promise that were not kept. */
  breaches: number
}

/** The facts of a part by its log, at `asOf`. */
export function factsOf(events: readonly InquiryEvent[], asOf: Date, context: ClockContext): PartFacts {
  const { firstAnswer, legal, breaches } = readClocks(events, asOf, context)
  return {
    answerDays: daysToFirstAnswer(events, context),
    isPromiseKept: isKept(firstAnswer),
    isLawKept: breaches.some(({ key }) => key === 'legal') ? false : isKept(legal),
    breaches: breaches.length,
  }
}

function isKept(clock: Clock | null): boolean | null {
  if (clock?.state === 'met') return true
  return clock?.state === 'breached' ? false : null
}

/** A part as the figures count it: when it came, who has it, how it stands, and its facts. */
export type CountedPart = PartFacts & {
  month: string
  assigneeId: string | null
  isOpen: boolean
  /** It is open and a term of it is over at this moment. */
  isLate: boolean
  isContracted: boolean
  jobs: number | null
  investmentKzt: number | null
  /** 1 to 5, as the investor rated the part; null while nobody did. */
  stars: number | null
}

export type Figures = {
  cases: number
  open: number
  late: number
  breaches: number
  /** Working days to the first answer: half of the answered cases needed no more, nine in ten needed no more. */
  answered: number
  medianDays: number | null
  ninetiethDays: number | null
  /** Share 0 … 1 of the first answers and of the answers by law that came in time; null when none was due yet. */
  promiseShare: number | null
  lawShare: number | null
  contracts: number
  jobs: number
  investmentKzt: number
  /** How many parts were rated, and the mean of their stars; null when none was. */
  rated: number
  stars: number | null
}

/** The figures of some parts; an empty list gives zeros and nulls. */
export function countFigures(parts: readonly CountedPart[]): Figures {
  const days = parts.flatMap(({ answerDays }) => answerDays ?? [])
  const stars = parts.flatMap((part) => part.stars ?? [])
  const contracted = parts.filter(({ isContracted }) => isContracted)
  return {
    cases: parts.length,
    open: parts.filter(({ isOpen }) => isOpen).length,
    late: parts.filter(({ isLate }) => isLate).length,
    breaches: sum(parts.map(({ breaches }) => breaches)),
    answered: days.length,
    medianDays: medianOf(days),
    ninetiethDays: percentileOf(days, 0.9),
    promiseShare: shareOf(parts.flatMap(({ isPromiseKept }) => isPromiseKept ?? [])),
    lawShare: shareOf(parts.flatMap(({ isLawKept }) => isLawKept ?? [])),
    contracts: contracted.length,
    jobs: sum(contracted.map(({ jobs }) => jobs ?? 0)),
    investmentKzt: sum(contracted.map(({ investmentKzt }) => investmentKzt ?? 0)),
    rated: stars.length,
    stars: stars.length === 0 ? null : sum(stars) / stars.length,
  }
}

/**
 * The smallest of the values that at least the share of them does not exceed (nearest rank): the 0.9 one of ten values
 * is the ninth. Null when there are none; the share is above 0 and at most 1.
 */
export function percentileOf(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((left, right) => left - right)
  // A share such as 0.9 is no exact number: 0.9 × 10 may be a little above 9.
  return sorted[Math.ceil(share * sorted.length - 1e-9) - 1] ?? null
}

/** Figures of each value that `groupBy` gives, in the order of `keys`; groups without a part are left out. */
export function figuresBy<Key extends string | null>(
  parts: readonly CountedPart[],
  groupBy: (part: CountedPart) => Key,
): { key: Key; figures: Figures }[] {
  const groups = new Map<Key, CountedPart[]>()
  for (const part of parts) {
    const group = groups.get(groupBy(part))
    if (group) group.push(part)
    else groups.set(groupBy(part), [part])
  }
  return [...groups].map(([key, group]) => ({ key, figures: countFigures(group) }))
}

/** `YYYY-MM` of a day. */
export function monthOf(day: LocalDate): string {
  return day.slice(0, 7)
}

/** Fewer answered cases than this say nothing about a body, and could tell of one. */
export const fewestCases = 3

/** What everybody may know of how fast a body answers; null where there are too few cases to say. */
export type PublicFigures = { cases: number; days: number | null; inTime: number | null }

/** Median and share in time of the first answers that were given. */
export function publishSpeed(parts: readonly Pick<PartFacts, 'answerDays' | 'isPromiseKept'>[]): PublicFigures {
  const days = parts.flatMap(({ answerDays }) => answerDays ?? [])
  if (days.length < fewestCases) return { cases: days.length, days: null, inTime: null }
  const inTime = shareOf(parts.flatMap(({ isPromiseKept }) => isPromiseKept ?? []))
  return { cases: days.length, days: medianOf(days), inTime }
}

function shareOf(answers: readonly boolean[]): number | null {
  return answers.length === 0 ? null : answers.filter(Boolean).length / answers.length
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
