import type { IncentivesView, IncentiveView } from '#app/domain/eligibility/incentives'
import { PassportSection } from '#app/domain/sites/components/passport/passport-section'
import { SourceLabel } from '#app/domain/towns/components/source-label'
import type { IncentiveAvailability } from '#app/domain/towns/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Chip, type Tone } from '#app/ui/chip'
import { ProjectForm } from './project-form'
import { RuleList } from './rule-list'
import { verdictTones } from './zone-section'

const availabilityTones: Record<IncentiveAvailability, Tone> = {
  active: 'good',
  unverified: 'attention',
  proposed: 'neutral',
  unavailable: 'bad',
}

const folds = ['ask', 'refused', 'closed'] as const
const foldWords = { ask: 'ask_group', refused: 'refused', closed: 'closed' } as const

/** Measures of support for this site and the project of the address, each with its reasons and source. */
export function IncentivesSection({ data: { form, open, ...folded } }: { data: IncentivesView }) {
  const { t, format } = useLanguage()
  const count = open.length + folds.reduce((sum, fold) => sum + folded[fold].length, 0)
  if (form === null && count === 0) return null
  return (
    <div id="incentives" className="scroll-mt-4">
      <PassportSection title={t('passport.incentives')}>
        {form !== null && <ProjectForm form={form} />}
        {open.length === 0 ? (
          <p className="text-muted">{t('eligibility.support.none')}</p>
        ) : (
          <MeasureList measures={open} />
        )}
        {folds.map(
          (fold) =>
            folded[fold].length > 0 && (
              <details key={fold} className="border-line border-t">
                <summary className="hover:text-accent-strong flex min-h-11 items-center font-medium">
                  {t(`eligibility.support.${foldWords[fold]}`, { value: format.number(folded[fold].length) })}
                </summary>
                <MeasureList measures={folded[fold]} />
              </details>
            ),
        )}
      </PassportSection>
    </div>
  )
}

function MeasureList({ measures }: { measures: readonly IncentiveView[] }) {
  return (
    <ul className="divide-line divide-y">
      {measures.map((measure) => (
        <Measure key={measure.key} measure={measure} />
      ))}
    </ul>
  )
}

function Measure({ measure }: { measure: IncentiveView }) {
  const { t } = useLanguage()
  const { name, terms, basis, note, source, rules } = measure
  return (
    <li className="flex flex-col gap-1 py-3 first:pt-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong className="font-semibold">{name}</strong>
        <VerdictChip measure={measure} />
        {measure.isNamed && <span className="text-muted text-sm">{t('eligibility.support.named')}</span>}
      </div>
      <p>{terms}</p>
      {note !== '' && <p className="text-muted text-sm">{note}</p>}
      <p className="text-muted text-sm">
        {basis} · <SourceLabel source={source} />
        {measure.verdict === null && <> · {t('eligibility.support.ask_whom', { name: measure.provider })}</>}
      </p>
      {rules.length > 0 && (
        <details>
          <summary className="text-accent hover:text-accent-strong flex min-h-11 items-center text-sm font-medium">
            {t('eligibility.support.details')}
          </summary>
          <RuleList rules={rules} />
        </details>
      )}
    </li>
  )
}

function VerdictChip({ measure: { verdict, availability } }: { measure: IncentiveView }) {
  const { t } = useLanguage()
  if (availability !== 'active') {
    return <Chip tone={availabilityTones[availability]}>{t(`passport.availability.${availability}`)}</Chip>
  }
  if (verdict === null) return <Chip>{t('eligibility.support.ask')}</Chip>
  return <Chip tone={verdictTones[verdict]}>{t(`sites.zone_verdict.${verdict}`)}</Chip>
}
