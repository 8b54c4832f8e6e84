import { useLanguage } from '#app/platform/i18n/use-language'
import { Steps, type Step } from '#app/ui/timeline'
import { LocalText } from '#app/domain/towns/components/local-text'
import type { PassportData } from './passport-data'
import { PassportSection } from './passport-section'

/** Who to turn to and what happens then, as steps. */
export function HowToGet({ data }: { data: PassportData }) {
  const { t, format } = useLanguage()
  const { tenures } = data.dossier.rights
  const ways = tenures
    .filter((tenure) => tenure !== 'art234_free_transfer')
    .map((tenure) => t(`sites.tenure.${tenure}`))
  const isTransferred = tenures.includes('art234_free_transfer')
  const steps: Step[] = [
    {
      key: 'inquiry',
      title:
        data.body === null ? (
          t('passport.step.inquiry')
        ) : (
          <>
            {t('passport.step.inquiry_to')} <LocalText text={data.body} />
          </>
        ),
      body: t('passport.step.inquiry_terms', { first: format.workingDays(2), decision: format.workingDays(15) }),
    },
    {
      key: 'contract',
      title: t('passport.step.contract'),
      body: ways.length === 0 && !isTransferred ? t('passport.step.contract_unknown') : ways.join(', '),
    },
  ]
  if (isTransferred) {
    steps.push({ key: 'transfer', title: t('passport.step.transfer'), body: t('passport.step.transfer_terms') })
  }
  return (
    <PassportSection title={t('passport.how_to_get')}>
      <Steps steps={steps} />
      <Article234 data={data} isTransferred={isTransferred} />
    </PassportSection>
  )
}

function Article234({ data, isTransferred }: { data: PassportData; isTransferred: boolean }) {
  const { t, format } = useLanguage()
  const { idleSince } = data.dossier.rights
  if (data.article234 !== 'yes' || idleSince === null) return null
  return (
    <p className="text-muted mt-4">
      {t(isTransferred ? 'passport.article234_offered' : 'passport.article234_possible', {
        since: format.month(`${idleSince}-01`),
      })}
    </p>
  )
}
