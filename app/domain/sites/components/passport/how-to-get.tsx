import type { PassportData, StepView } from '#app/domain/sites/passport/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Icon } from '#app/ui/icon'
import { Steps } from '#app/ui/timeline'
import { ExternalLink } from 'lucide-react'
import { AskAbout } from './ask-about'
import { FactRows } from './fact-rows'
import { PassportSection } from './passport-section'
import { Say } from './say'

/** Who to turn to and what happens then, as steps. */
export function HowToGet({ data: { howToGet, stale } }: { data: PassportData }) {
  const { t } = useLanguage()
  const { steps, isStated, note } = howToGet
  return (
    <PassportSection id="how-to-get" title={t('passport.how_to_get')} stale={isStated ? stale.rights : undefined}>
      <Steps
        steps={steps.map((step, index) => ({
          key: String(index),
          title: <Say of={step.title} />,
          body: <StepBody step={step} />,
        }))}
      />
      <p className="text-muted mt-4 text-sm">{t(isStated ? 'passport.steps_stated' : 'passport.steps_general')}</p>
      {note !== null && <p className="text-muted mt-2">{note}</p>}
    </PassportSection>
  )
}

function StepBody({ step: { body, link } }: { step: StepView }) {
  const { t } = useLanguage()
  return (
    <>
      <Say of={body} />
      {link !== null && (
        <a href={link.href} rel="noopener noreferrer external" className="flex min-h-11 items-center gap-1.5 underline">
          {t('passport.step.link')} <span lang="zxx">{link.host}</span>
          <Icon of={ExternalLink} size={16} />
          <span className="sr-only">{t('passport.step.outside')}</span>
        </a>
      )}
    </>
  )
}

/** Ownership, forms, price, idle since, encumbrances, each with its source. */
export function Rights({ data: { rights, encumbrances, stale } }: { data: PassportData }) {
  const { t } = useLanguage()
  return (
    <PassportSection id="rights" title={t('passport.rights')} stale={stale.rights}>
      <FactRows block={rights} supplier="owner" />
      <AskAbout under="rights." />
      {encumbrances.length > 0 && (
        <ul className="border-wheat mt-3 flex flex-col gap-2 border-l-4 pl-4">
          {encumbrances.map(({ label, value }, index) => (
            <li key={index}>
              <strong className="font-semibold">{label}</strong>
              {value !== '' && ': '}
              <Say of={value} />
            </li>
          ))}
        </ul>
      )}
    </PassportSection>
  )
}
