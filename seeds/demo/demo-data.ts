import { sectorKeys } from '#app/domain/towns/model'
import { siteKinds } from '#app/domain/sites/choices'
import { z } from 'zod'
import archetypesJson from './archetypes.json'
import { drawings, type DrawingName } from './drawings/catalogue'
import sitesJson from './sites.json'

const words = z.object({ kk: z.string().min(1), ru: z.string().min(1), en: z.string().min(1) })
const range = z.tuple([z.number(), z.number()])
const drawing = z.enum(Object.keys(drawings) as [DrawingName, ...DrawingName[]])

/** Ranges of the archetypes of idle sites (facilities.json of the research: plausible, not real objects). */
const ArchetypeSchema = z.object({
  kind: z.enum(siteKinds),
  ranges: z.object({
    areaM2: range.nullable(),
    plotHa: range,
    yearBuilt: range.nullable(),
    wearPct: range.nullable(),
    clearHeightM: range.nullable(),
    electricity: range,
    water: range,
    sewer: range,
    heat: range,
    gas: range.nullable(),
    fiberKm: range,
    sidingM: range.nullable(),
  }),
  sectors: z.array(z.enum(sectorKeys)).min(1),
  roads: z.array(z.enum(['asphalt', 'concrete', 'gravel', 'dirt'])).min(1),
  isIndustrial: z.boolean(),
  incentives: z.array(z.string()),
  drawings: z.array(z.array(drawing).min(2)).min(1),
  text: words,
})

const archetypeKeys = Object.keys(archetypesJson) as [keyof typeof archetypesJson, ...(keyof typeof archetypesJson)[]]

const EntrySchema = z.object({
  town: z.string(),
  number: z.number().int().positive(),
  archetype: z.enum(archetypeKeys),
  name: words,
  kind: z.enum(siteKinds).optional(),
  /** Instead of published. */
  state: z.enum(['draft', 'in_review', 'changes_requested', 'reserved', 'occupied', 'withdrawn']).optional(),
  /** What the akimat says to the state: for whom it is reserved, why it was withdrawn. */
  stateNote: z.string().optional(),
  idleSince: z.string().optional(),
  /** Running number of the whole, written before it, of which this site is a unit. */
  partOf: z.number().int().positive().optional(),
  areaM2: z.number().positive().optional(),
  /** Key of the bundle in which it is offered together with its neighbour. */
  bundle: z.string().optional(),
  /** Kilometres east and north of the site of the same town with that running number. */
  beside: z.object({ number: z.number().int().positive(), eastKm: z.number(), northKm: z.number() }).optional(),
  drawings: z.array(drawing).optional(),
})

export type Archetype = z.infer<typeof ArchetypeSchema>

export type SiteEntry = z.infer<typeof EntrySchema>

export const archetypes = z.record(z.enum(archetypeKeys), ArchetypeSchema).parse(archetypesJson)
export const siteEntries: readonly SiteEntry[] = z.array(EntrySchema).parse(sitesJson)
