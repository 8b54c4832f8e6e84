import { checkPoint, type LngLat } from '#app/domain/kernel/geo'
import { largestCapacity, type utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import { sectorKeys } from '#app/domain/towns/model'
import { z } from 'zod'
import * as choices from './choices'
import { limits, mostOf, textLimits } from './limits'
import type { Dossier } from './model'
import { upgradeDossier } from './upgrade-dossier'

const localized = (max: number) =>
  z.strictObject({ kk: z.string().max(max), ru: z.string().max(max), en: z.string().max(max) })
const line = z.string().max(textLimits.line)
const quantity = (max: number) => z.number().nonnegative().max(max).nullable()
const whole = (max: number) => z.number().int().nonnegative().max(max).nullable()
const tenge = z.number().int().nonnegative().max(limits.tenge).nullable()
const percent = quantity(100)
const day = z.iso.date().nullable()
const answer = z.enum(['yes', 'no', 'unknown'])
const access = z.enum(choices.accessLevels)
const link = z
  .string()
  .max(textLimits.link)
  .regex(/^$|^https:\/\//)

const point = z
  .tuple([z.number(), z.number()])
  .refine((value) => checkPoint(value satisfies LngLat).ok, 'sites.error.outside_country')

const provenance = z.strictObject({
  source: z.enum(choices.sourceKinds).nullable(),
  reference: line,
  asOf: day,
  validUntil: day,
})

const IdentitySchema = z.strictObject({
  name: localized(textLimits.name),
  description: localized(textLimits.text),
  address: localized(textLimits.line),
  kato: z.string().regex(/^$|^\d{9}$/),
  cadastralNumbers: z.array(z.string().max(60)).max(50),
  point: point.nullable(),
  outline: z.array(point).min(3).max(mostOf.outline).nullable(),
})

const RightsSchema = z.strictObject({
  ownership: z.enum(choices.ownerships),
  owner: line,
  consent: answer,
  tenures: z.array(z.enum(choices.tenures)),
  steps: z
    .array(
      z.strictObject({
        who: z.enum(choices.stepActors),
        paper: localized(textLimits.line),
        workingDays: whole(limits.workingDays),
        costKzt: tenge,
        link,
      }),
    )
    .max(mostOf.steps),
  priceKind: z.enum(choices.priceKinds).nullable(),
  price: tenge,
  priceNegotiable: z.boolean(),
  idleSince: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .nullable(),
  encumbranceState: z.enum(choices.encumbranceStates),
  encumbrances: z
    .array(z.strictObject({ kind: z.enum(choices.encumbranceKinds), text: localized(textLimits.text) }))
    .max(mostOf.encumbrances),
  provenance: z.strictObject({
    ownership: provenance,
    price: provenance,
    idleSince: provenance,
    encumbrances: provenance,
  }),
})

const LandSchema = z.strictObject({
  plotHa: quantity(limits.hectares),
  freeHa: quantity(limits.hectares),
  largestPieceHa: quantity(limits.hectares),
  category: z.enum(choices.landCategories),
  designatedUse: localized(textLimits.line),
  slopePct: percent,
  flood: z.enum(choices.floodRisks),
  sanitaryZoneM: quantity(limits.sanitaryZoneM),
  provenance,
})

const grade = z.enum(choices.conditionGrades)

const BuildingSchema = z.strictObject({
  name: line,
  use: z.enum(choices.buildingUses),
  totalAreaM2: quantity(limits.areaM2),
  freeAreaM2: quantity(limits.areaM2),
  volumeM3: quantity(limits.volumeM3),
  yearBuilt: z.number().int().min(1850).max(2100).nullable(),
  floors: z.number().int().min(1).max(limits.floors).nullable(),
  clearHeightM: quantity(limits.heightM),
  columnGrid: z.string().max(60),
  floorLoadTM2: quantity(limits.floorLoadTM2),
  cranes: z.enum(choices.craneStates),
  craneLiftT: quantity(limits.craneLiftT),
  craneCount: whole(limits.count),
  gateCount: whole(limits.count),
  gateHeightM: quantity(limits.heightM),
  gateWidthM: quantity(limits.heightM),
  walls: z.enum(choices.wallMaterials),
  condition: z.strictObject({
    foundation: grade,
    walls: grade,
    roof: grade,
    floors: grade,
    windows: grade,
    networks: grade,
  } satisfies Record<(typeof choices.buildingElements)[number], typeof grade>),
  wearPct: percent,
  asbestos: z.enum(choices.asbestosStates),
  surveyedOn: day,
  provenance,
})

const UtilitySchema = (kind: UtilityKind) =>
  z.strictObject({
    presence: z.enum(choices.presences),
    installed: quantity(largestCapacity[kind]),
    used: quantity(largestCapacity[kind]),
    reserved: quantity(largestCapacity[kind]),
    free: quantity(largestCapacity[kind]),
    distanceM: quantity(limits.distanceM),
    operator: line,
    voltageKv: quantity(limits.voltageKv),
    substation: line,
    reliability: z.enum(choices.reliabilities),
    pressureMpa: quantity(limits.pressureMpa),
    diameterMm: quantity(limits.diameterMm),
    waterQuality: z.enum(choices.waterQualities),
    wearPct: percent,
    conditions: z.strictObject({
      state: z.enum(choices.conditionStates),
      number: line,
      issuedOn: day,
      validUntil: day,
      costKzt: tenge,
    }),
    provenance,
  })

const UtilitiesSchema = z.strictObject({
  electricity: UtilitySchema('electricity'),
  water: UtilitySchema('water'),
  sewer: UtilitySchema('sewer'),
  heat: UtilitySchema('heat'),
  gas: UtilitySchema('gas'),
  steam: UtilitySchema('steam'),
  telecom: UtilitySchema('telecom'),
} satisfies Record<(typeof utilityKinds)[number], ReturnType<typeof UtilitySchema>>)

const TransportSchema = z.strictObject({
  roadSurface: z.enum(choices.roadSurfaces),
  roadWidthM: quantity(limits.roadWidthM),
  highwayKm: quantity(limits.km),
  highway: line,
  railAccess: z.enum(choices.railAccesses),
  railKm: quantity(limits.km),
  railSidingM: quantity(limits.sidingM),
  railCondition: z.enum(choices.railConditions),
  railStation: line,
  stationKm: quantity(limits.km),
  airport: line,
  airportKm: quantity(limits.km),
  borderCrossing: line,
  borderKm: quantity(limits.km),
  provenance: z.strictObject({ road: provenance, rail: provenance }),
})

const oked = z.string().regex(/^\d{2}(\.\d{1,2}(\.\d)?)?$/)

const EnvironmentSchema = z.strictObject({
  pastActivity: localized(textLimits.text),
  pastOked: z.union([z.literal(''), oked]),
  contamination: z.enum(choices.contaminations),
  hazardClass: z.enum(choices.hazardClasses),
  permits: localized(textLimits.text),
  provenance,
})

const CommitmentSchema = z.strictObject({
  id: z.uuid(),
  work: z.enum(choices.commitmentWorks),
  added: quantity(1_000_000),
  note: localized(textLimits.text),
  dueOn: day,
  programme: line,
  budgetKzt: tenge,
  state: z.enum(choices.statedCommitmentStates),
  provenance,
})

const period = z.number().int().min(limits.shortestPeriod).max(limits.longestPeriod)

/** The dossier as it is stored (format 2). Anything else in the column is a fault, not an input. */
export const DossierSchema = z.strictObject({
  identity: IdentitySchema,
  rights: RightsSchema,
  land: LandSchema,
  buildings: z.array(BuildingSchema).max(mostOf.buildings),
  utilities: UtilitiesSchema,
  transport: TransportSchema,
  environment: EnvironmentSchema,
  offeredFor: z.strictObject({
    sectors: z.array(z.enum(sectorKeys)),
    oked: z.array(oked).max(mostOf.oked),
    note: localized(textLimits.text),
    incentives: z.array(z.string().max(60)).max(60),
  }),
  zone: z.strictObject({
    akimat_decision: answer,
    production_premises: answer,
    manufacturing_tenants: answer,
    holder_consents: answer,
  } satisfies Record<(typeof choices.zoneQuestions)[number], typeof answer>),
  photos: z.array(z.strictObject({ fileId: z.uuid(), alt: localized(textLimits.line), access })).max(mostOf.photos),
  papers: z
    .array(
      z.strictObject({
        fileId: z.uuid(),
        kind: z.enum(choices.paperKinds),
        title: localized(textLimits.name),
        access,
      }),
    )
    .max(mostOf.papers),
  commitments: z.array(CommitmentSchema).max(mostOf.commitments),
  responsible: z.strictObject({
    name: z.string().max(textLimits.name),
    position: line,
    phone: z.string().max(60),
    email: z.string().max(254),
    confirmEveryDays: z.strictObject({
      rights: period,
      land: period,
      buildings: period,
      utilities: period,
      transport: period,
      environment: period,
      commitments: period,
    } satisfies Record<(typeof choices.confirmedGroups)[number], typeof period>),
  }),
  notApplicable: z.array(z.string().max(80)).max(300),
})

/** Reads a stored dossier of any format; throws when the column does not hold one. */
export function parseDossier(stored: unknown): Dossier {
  return DossierSchema.parse(upgradeDossier(stored))
}
