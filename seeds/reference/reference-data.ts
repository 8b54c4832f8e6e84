import { sectorKeys } from '#app/domain/towns/model'
import { z } from 'zod'
import calendarJson from './calendar.json'
import incentivesJson from './incentives.json'
import regionsJson from './regions.json'
import sectorsJson from './sectors.json'
import sourcesJson from './sources.json'
import spksJson from './spks.json'
import abai from './towns/abai.json'
import akmola from './towns/akmola.json'
import aktobe from './towns/aktobe.json'
import atyrau from './towns/atyrau.json'
import east from './towns/east.json'
import karaganda from './towns/karaganda.json'
import kostanay from './towns/kostanay.json'
import mangystau from './towns/mangystau.json'
import pavlodar from './towns/pavlodar.json'
import turkistan from './towns/turkistan.json'
import ulytau from './towns/ulytau.json'
import west from './towns/west.json'
import zhambyl from './towns/zhambyl.json'
import zhetisu from './towns/zhetisu.json'

const text = z.string().min(1)
const words = z.object({ kk: text, ru: text, en: text })
const confidence = z.enum(['high', 'medium', 'low'])
const day = z.iso.date()
const sourced = { source: text, confidence }
const fact = z.object({ words, ...sourced })

const RegionSchema = z.object({ key: text, kato: text, iso3166: text, name: words, akimat: words })

const TownSchema = z.object({
  key: text,
  code: z.string().regex(/^[A-Z]{3}$/),
  region: text,
  name: words,
  aliases: z.array(text),
  kato: z.object({ value: z.string().regex(/^\d{9}$/), ...sourced }),
  point: z.object({ value: z.tuple([z.number(), z.number()]), ...sourced }),
  population: z.object({ value: z.number().int().positive(), note: words.nullable(), ...sourced }),
  statuses: z.array(
    z.object({
      inList: z.boolean(),
      validFrom: day.nullable(),
      validFromWords: words.nullable(),
      order: text.nullable(),
      note: words.nullable(),
      ...sourced,
    }),
  ),
  enterprises: z.array(fact),
  industries: z.array(fact),
  rail: fact,
  road: fact,
  zones: z.array(fact),
  more: z.array(fact),
  isStagnating: z.object(sourced).nullable(),
})

const SpkSchema = z.object({
  key: text,
  name: words,
  legalName: z.object({ kk: text.nullable(), ru: text.nullable() }),
  seat: text,
  website: text.nullable(),
  note: text.nullish(),
  serves: z.array(z.object({ region: text, validFrom: day.nullable(), validUntil: day.nullable() })),
  ...sourced,
})

const SectorsSchema = z.object({
  ...sourced,
  sectors: z.array(z.object({ key: z.enum(sectorKeys), name: words, oked: z.array(text) })),
})

const IncentiveSchema = z.object({
  key: text,
  name: words,
  terms: words,
  provider: words,
  basis: words,
  note: words.nullable(),
  sectors: z.array(z.enum(sectorKeys)),
  availability: z.enum(['active', 'unverified', 'proposed', 'unavailable']),
  ...sourced,
})

const CalendarYearSchema = z.object({
  ...sourced,
  days: z.array(
    z.object({
      date: day,
      type: z.enum(['holiday', 'day_off', 'transfer', 'working_weekend']),
      holiday: text.nullable(),
      of: day.nullable(),
    }),
  ),
})

const ReferenceSchema = z.object({
  sources: z.record(text, z.object({ label: text, url: text.nullable() })),
  regions: z.object({ ...sourced, regions: z.array(RegionSchema) }),
  towns: z.array(TownSchema),
  spks: z.array(SpkSchema),
  sectors: SectorsSchema,
  incentives: z.array(IncentiveSchema),
  calendar: z.record(z.string().regex(/^\d{4}$/), CalendarYearSchema),
})

export type Reference = z.infer<typeof ReferenceSchema>
export type ReferenceTown = z.infer<typeof TownSchema>
export type ReferenceSpk = z.infer<typeof SpkSchema>

/** The files as they are, for their content hash. */
export const referenceFiles = {
  sources: sourcesJson,
  regions: regionsJson,
  towns: [
    abai,
    akmola,
    aktobe,
    atyrau,
    east,
    karaganda,
    kostanay,
    mangystau,
    pavlodar,
    turkistan,
    ulytau,
    west,
    zhambyl,
    zhetisu,
  ].flat(),
  spks: spksJson.spks,
  sectors: sectorsJson,
  incentives: incentivesJson,
  calendar: calendarJson.years,
}

/** The facts of the reference files, checked; throws when a file has a mistake. */
export function readReference(): Reference {
  return ReferenceSchema.parse(referenceFiles)
}
