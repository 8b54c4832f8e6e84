import type { ZoneVerdict } from '#app/domain/sites/model'
import type { ZoneView } from '#app/domain/eligibility/view'
import { PassportSection } from '#app/domain/sites/components/passport/passport-section'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip, type Tone } from '#app/ui/chip'
import { RuleList } from './rule-list'

export const verdictTones: Record<ZoneVerdict, Tone> = {
  eligible: 'good',
  eligible_if: 'attention',
  not_eligible: 'bad',
  undetermined: 'neutral',
}

/** Whether the site can become a small industrial zone: each rule, what it rests on, and what has to be brought. */
export function ZoneSection({ zone }: { zone: ZoneView }) {
  const { t, format } = useLanguage()
  const { verdict, rules, empty } = zone
  return (
    <PassportSection title={t('passport.zone')}>
      <p>
        <Chip tone={verdictTones[verdict]}>{t(`sites.zone_verdict.${verdict}`)}</Chip>
      </p>
      <Needed zone={zone} />
      <RuleList rules={rules} />
      <div className="text-muted mt-3 flex flex-col gap-1 text-sm">
        {empty.length > 0 && <p>{t('eligibility.zone.empty', { list: empty.map(uncapitalize).join(', ') })}</p>}
        {zone.version === null || zone.validFrom === null ? (
          <p>{t('eligibility.zone.no_rules')}</p>
        ) : (
          <p>
            {t('eligibility.zone.version', { version: zone.version, date: format.date(zone.validFrom) })}{' '}
            <cite lang="zxx" className="not-italic">
              {zone.citation}
            </cite>
          </p>
        )}
        <p>{t('eligibility.zone.terms')}</p>
      </div>
    </PassportSection>
  )
}

const conditions = ['to_bring', 'to_clarify'] as const

/** In a line or two what stands between the site and the zone. */
function Needed({ zone: { verdict, rules } }: { zone: ZoneView }) {
  const { t } = useLanguage()
  if (verdict === 'eligible') return <p className="mt-2">{t('eligibility.zone.all_met')}</p>
  if (verdict !== 'eligible_if') return null
  return (
    <div className="mt-2">
      {conditions.map((condition) => {
        const needed = rules.filter(({ consequence }) => consequence === condition)
        if (needed.length === 0) return null
        return (
          <p key={condition}>
            <strong className="font-semibold">{t(`eligibility.zone.${condition}`)}:</strong>{' '}
            {needed.map(({ question }) => uncapitalize(question)).join('; ')}
          </p>
        )
      })}
    </div>
  )
}

function uncapitalize(words: string): string {
  return words.charAt(0).toLocaleLowerCase('ru') + words.slice(1)
}

/** In the head of a passport, where the verdict speaks for the site. */
export function ZoneChip({ verdict }: { verdict: ZoneVerdict }) {
  const { t } = useLanguage()
  if (verdict !== 'eligible' && verdict !== 'eligible_if') return null
  return (
    <Chip tone={verdictTones[verdict]}>{t('passport.zone_chip', { verdict: t(`sites.zone_verdict.${verdict}`) })}</Chip>
  )
}
