import type { SiteKind } from '#app/domain/sites/choices'
import type { Building, Dossier } from '#app/domain/sites/model'
import { floorAreaM2, isFloorAreaWhole } from '#app/domain/sites/rules'
import type { AtLeast, CompanySize, Facts, FactValue, ProjectKind, ProjectSector } from './model'

/** What an investor says of the project; null where nothing is said. Investment in KZT, export in percent of income. */
export type Project = {
  sector: ProjectSector | null
  investmentKzt: number | null
  companySize: CompanySize | null
  kind: ProjectKind | null
  exportSharePct: number | null
}

/** What the rules may ask of a site. `unknown` and null leave the fact out. */
export function siteFacts({ rights, land, buildings, utilities, zone }: Dossier, kind: SiteKind): Facts {
  return leaveOutUnknown({
    site_kind: kind,
    ownership: rights.ownership,
    idle_since: rights.idleSince,
    floor_area_m2: floorArea(buildings),
    plot_ha: land.plotHa,
    electricity: utilities.electricity.presence,
    water: utilities.water.presence,
    zone_akimat_decision: zone.akimat_decision,
    zone_production_premises: zone.production_premises,
    zone_manufacturing_tenants: zone.manufacturing_tenants,
    zone_holder_consents: zone.holder_consents,
  })
}

/** The area that some of the buildings state decides only what more of it could not change. */
function floorArea(buildings: readonly Building[]): number | AtLeast | null {
  const stated = floorAreaM2(buildings)
  return stated === null || isFloorAreaWhole(buildings) ? stated : { atLeast: stated }
}

/** What the rules may ask of a project. */
export function projectFacts(project: Project): Facts {
  return leaveOutUnknown({
    sector: project.sector,
    investment_kzt: project.investmentKzt,
    company_size: project.companySize,
    project_kind: project.kind,
    export_share_pct: project.exportSharePct,
  })
}

function leaveOutUnknown(told: Record<string, FactValue | AtLeast | null>): Facts {
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null && value !== 'unknown')) as Facts
}
