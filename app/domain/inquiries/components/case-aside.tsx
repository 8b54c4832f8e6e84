import type { LocalDate } from '#app/domain/kernel/local-date'
import { useLanguage } from '#app/platform/i18n/use-language'
import type { MatchView, NeedView } from '#app/domain/matching/brief-view'
import type { BodyCase } from '../model'
import { ClockList } from './clock-list'
import { FitPanel } from './fit-panel'
import { History } from './history'
import { OutcomeFacts } from './outcome-facts'
import { OwnLine } from './own-words'
import { RoutingReason } from './routing-reason'
import { SitePanel } from './site-panel'

type CaseAsideProps = {
  inquiry: BodyCase
  today: LocalDate
  /** How the sites answer what the investor asked for; null when the inquiry came from no brief. */
  fit: { needs: NeedView[]; matches: MatchView[] } | null
}

/** Beside the conversation: the site and why it fits, the clocks, who asks, why it is here, what happened. */
export function CaseAside({ inquiry, today, fit }: CaseAsideProps) {
  const { t } = useLanguage()
  return (
    <aside className="border-line flex flex-col gap-6 border-t px-4 py-6 xl:border-t-0 xl:border-l xl:px-5">
      {inquiry.sites.map((site) => {
        const match = fit?.matches.find((found) => found.site.number === site.number)
        return (
          <div key={site.number} className="flex flex-col gap-4">
            <SitePanel site={site} look="full" headingLevel="h2" />
            {fit && match && <FitPanel match={match} needs={fit.needs} />}
          </div>
        )
      })}
      {inquiry.outcome && (
        <Part title={t('casework.outcome.title')}>
          <OutcomeFacts outcome={inquiry.outcome} />
        </Part>
      )}
      <Part title={t('spk.clocks')}>
        <ClockList clocks={inquiry.clocks} today={today} reader="body" />
      </Part>
      <Part title={t('spk.person')}>
        <PersonFacts inquiry={inquiry} />
      </Part>
      <Part title={t('spk.why')}>
        <RoutingReason routing={inquiry.routing} body={inquiry.body} />
      </Part>
      <Part title={t('spk.history')}>
        <History items={inquiry.history} />
      </Part>
    </aside>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="flex flex-col gap-2 text-sm">
      <h2 className="text-base font-bold">{title}</h2>
      {children}
    </section>
  )
}

function PersonFacts({ inquiry }: { inquiry: BodyCase }) {
  const { t } = useLanguage()
  const { name, email, organization, bin, phone, country } = inquiry.person
  const facts = [
    { label: t('inquiries.fact.from'), value: name },
    { label: t('inquiries.fact.organization'), value: organization },
    { label: t('inquiries.fact.email'), value: email },
    { label: t('inquiries.fact.phone'), value: phone },
    { label: t('inquiries.fact.bin'), value: bin },
    { label: t('inquiries.fact.country'), value: country },
  ]
  const known = facts.filter(({ value }) => value !== null)
  return (
    <dl className="flex flex-col gap-2">
      {known.map(({ label, value }) => (
        <div key={label}>
          <dt className="text-muted">{label}</dt>
          <dd className="break-words">
            <OwnLine>{value ?? ''}</OwnLine>
          </dd>
        </div>
      ))}
      {inquiry.sector !== null && (
        <div>
          <dt className="text-muted">{t('inquiries.fact.sector')}</dt>
          <dd>{t(`sites.sector.${inquiry.sector}`)}</dd>
        </div>
      )}
    </dl>
  )
}
