import { zoneQuestions } from '#app/domain/sites/model'
import { zoneVerdict } from '#app/domain/sites/rules'
import { useLanguage } from '#app/platform/i18n/use-language'
import { CheckList } from '#app/ui/check-list'
import type { PassportData } from './passport-data'
import { PassportSection } from './passport-section'

const looks = {
  eligible: 'text-good',
  eligible_if: 'text-wheat-ink',
  not_eligible: 'text-bad',
  undetermined: 'text-muted',
} as const

/** Whether the site can become a small industrial zone: the answers, what each rests on, and what follows. */
export function ZoneSection({ data: { dossier } }: { data: PassportData }) {
  const { t } = useLanguage()
  const verdict = zoneVerdict(dossier.zone)
  return (
    <PassportSection
      title={
        <>
          {t('passport.zone')}: <span className={looks[verdict]}>{t(`sites.zone_verdict.${verdict}`)}</span>
        </>
      }
    >
      <CheckList
        items={zoneQuestions.map((question) => ({
          key: question,
          verdict: dossier.zone[question],
          text: (
            <>
              {t(`sites.zone_question.${question}`)}
              {dossier.zone[question] === 'unknown' && (
                <span className="text-muted"> · {t(`passport.zone_unknown.${question}`)}</span>
              )}
            </>
          ),
          note: t(`sites.zone_source.${question}`),
        }))}
      />
      <p className="text-muted mt-3 text-sm">{t('passport.zone_limits')}</p>
    </PassportSection>
  )
}
