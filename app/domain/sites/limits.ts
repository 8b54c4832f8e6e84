/** Longest texts of a dossier, in characters. */
export const textLimits = { name: 200, line: 300, text: 4000, link: 500 } as const

/** Most entries of the lists in one dossier. */
export const mostOf = {
  buildings: 100,
  steps: 12,
  encumbrances: 20,
  commitments: 30,
  photos: 30,
  papers: 100,
  oked: 30,
  outline: 200,
} as const

/**
 * Largest values that a field takes, in its unit; beyond them somebody mistook the unit. Our own bounds, no source.
 * Capacities of utilities: `largestCapacity` in kernel/quantity.
 */
export const limits = {
  tenge: 1e13,
  hectares: 100_000,
  areaM2: 10_000_000,
  volumeM3: 100_000_000,
  floors: 60,
  heightM: 120,
  floorLoadTM2: 1000,
  craneLiftT: 2000,
  count: 1000,
  distanceM: 200_000,
  voltageKv: 1150,
  pressureMpa: 40,
  diameterMm: 5000,
  roadWidthM: 100,
  km: 1000,
  sidingM: 100_000,
  sanitaryZoneM: 20_000,
  workingDays: 500,
  /** Days that a group may stay unconfirmed: an akimat may promise more, never less (domain.md). */
  shortestPeriod: 30,
  longestPeriod: 90,
} as const
