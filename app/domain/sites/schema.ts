import { checkPoint, type LngLat } from '#app/domain/kernel/geo'
import { largestCapacity, type utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import { sectorKeys } from '#app/domain/towns/model'
import { z } from 'zod'
import {
  ownerships,
  presences,
  priceKinds,
  railAccesses,
  roadSurfaces,
  sourceKinds,
  tenures,
  type zoneQuestions,
  type Dossier,
} from './model'

/** Photographs of one dossier. */
export const mostPhotos = 30

/** Longest texts of a dossier, in characters. */
export const textLimits = { name: 200, line: 300, text: 4000 } as const

const localized = (max: number) =>
  z.strictObject({ kk: z.string().max(max), ru: z.string().max(max), en: z.string().max(max) })

const quantity = (max: number) => z.number().nonnegative().max(max).nullable()
const day = z.iso.date().nullable()

const UtilitySchema = (kind: UtilityKind) =>
  z.strictObject({
    presence: z.enum(presences),
    installed: quantity(largestCapacity[kind]),
    used: quantity(largestCapacity[kind]),
    reserved: quantity(largestCapacity[kind]),
    free: quantity(largestCapacity[kind]),
    distanceM: quantity(200_000),
    operator: z.string().max(textLimits.line),
    provenance: z.strictObject({
      source: z.enum(sourceKinds).nullable(),
      reference: z.string().max(textLimits.line),
      asOf: day,
      validUntil: day,
    }),
  })

const BuildingSchema = z.strictObject({
  totalAreaM2: quantity(10_000_000),
  freeAreaM2: quantity(10_000_000),
  yearBuilt: z.number().int().min(1850).max(2100).nullable(),
  floors: z.number().int().min(1).max(60).nullable(),
  clearHeightM: quantity(120),
  wearPct: quantity(100),
})

const PointSchema = z
  .tuple([z.number(), z.number()])
  .refine((point) => checkPoint(point satisfies LngLat).ok, 'sites.error.outside_country')

const UtilitiesSchema = z.strictObject({
  electricity: UtilitySchema('electricity'),
  water: UtilitySchema('water'),
  sewer: UtilitySchema('sewer'),
  heat: UtilitySchema('heat'),
  gas: UtilitySchema('gas'),
  steam: UtilitySchema('steam'),
  telecom: UtilitySchema('telecom'),
} satisfies Record<(typeof utilityKinds)[number], ReturnType<typeof UtilitySchema>>)

const answer = z.enum(['yes', 'no', 'unknown'])

/** The dossier as it is stored (format 1). Anything else in the column is a fault, not an input. */
export const DossierSchema = z.strictObject({
  identity: z.strictObject({
    name: localized(textLimits.name),
    description: localized(textLimits.text),
    address: localized(textLimits.line),
    cadastralNumbers: z.array(z.string().max(60)).max(50),
    point: PointSchema.nullable(),
  }),
  rights: z.strictObject({
    ownership: z.enum(ownerships),
    tenures: z.array(z.enum(tenures)),
    priceKind: z.enum(priceKinds).nullable(),
    price: z.number().int().nonnegative().max(1e13).nullable(),
    priceNegotiable: z.boolean(),
    idleSince: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .nullable(),
    encumbrances: localized(textLimits.text),
  }),
  land: z.strictObject({ plotHa: quantity(100_000) }),
  buildings: z.array(BuildingSchema).max(100),
  utilities: UtilitiesSchema,
  transport: z.strictObject({
    roadSurface: z.enum(roadSurfaces),
    highwayKm: quantity(1000),
    highway: z.string().max(textLimits.line),
    railAccess: z.enum(railAccesses),
    railKm: quantity(1000),
    railSidingM: quantity(100_000),
    railStation: z.string().max(textLimits.line),
  }),
  offeredFor: z.strictObject({
    sectors: z.array(z.enum(sectorKeys)),
    note: localized(textLimits.text),
    incentives: z.array(z.string().max(60)).max(60),
  }),
  zone: z.strictObject({
    akimat_decision: answer,
    production_premises: answer,
    manufacturing_tenants: answer,
    holder_consents: answer,
  } satisfies Record<(typeof zoneQuestions)[number], typeof answer>),
  photos: z.array(z.strictObject({ fileId: z.uuid(), alt: localized(textLimits.line) })).max(mostPhotos),
})

/** Reads a stored dossier; throws when the column does not hold one. */
export function parseDossier(stored: unknown): Dossier {
  return DossierSchema.parse(stored)
}
