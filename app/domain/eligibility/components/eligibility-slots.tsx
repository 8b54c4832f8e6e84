import type { EligibilityView } from '#app/domain/eligibility/passport-view'
import type { PassportSlots } from '#app/domain/sites/components/passport/passport-page'
import { IncentivesSection } from './incentives-section'
import { ZoneChip, ZoneSection } from './zone-section'

/** What this room puts into the passport of a site. */
export function eligibilitySlots({ zone, incentives }: EligibilityView): PassportSlots {
  return {
    chip: <ZoneChip verdict={zone.verdict} />,
    zone: <ZoneSection zone={zone} />,
    incentives: <IncentivesSection data={incentives} />,
  }
}
