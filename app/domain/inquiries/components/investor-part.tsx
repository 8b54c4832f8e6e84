import { localDateOf, type LocalDate } from '#app/domain/kernel/local-date'
import { useLanguage } from '#app/platform/i18n/use-language'
import { LinkButton } from '#app/ui/link-button'
import { Panel } from '#app/ui/panel'
import type { ReactNode } from 'react'
import { isClosed } from '../clock/workflow'
import type { InvestorPartView } from '../model'
import { ClockList } from './clock-list'
import { Conversation } from './conversation'
import { useDueWords } from './due-words'
import type { FormReply } from './form-reply'
import { History } from './history'
import { MessageForm } from './message-form'
import { NextOfCase } from './next-of-case'
import { LocalName, OwnLine } from './own-words'
import { RatingNote, RatingPanel } from './rating-panel'
import { RoutingReason } from './routing-reason'
import { SitePanel } from './site-panel'
import { StateChip } from './state-chip'

type InvestorPartProps = {
  part: InvestorPartView
  total: number
  /** Key of the form of this part, as long as this page is open. */
  formKey: string
  /** Forms of this part that came back. */
  replies: { message?: FormReply; rate?: FormReply }
  now: string
  /** What the body's steps ask of the investor. */
  children?: ReactNode
  /** Where this page and what belongs to it is found. */
  places: { message: string; withdraw: string; key: string | null }
}

/** One body's share of the inquiry: who has it, what is due, the talk, what happened. */
export function InvestorPart({ part, total, formKey, replies, now, places, children }: InvestorPartProps) {
  const { t } = useLanguage()
  const today = localDateOf(new Date(now))
  const id = `part-${part.part}`
  return (
    <section aria-labelledby={id} className="border-line flex flex-col gap-6 border-t pt-6">
      <header className="flex flex-col gap-2">
        {total > 1 && <p className="text-muted text-sm">{t('inquiries.case.part', { part: part.part, total })}</p>}
        <div className="flex flex-wrap items-center gap-3">
          <h2 id={id} className="text-lg font-bold">
            <LocalName of={part.body} />
          </h2>
          <StateChip state={part.state} />
        </div>
        <DueSentence part={part} today={today} />
        <NextOfCase state={part.state} isRated={!part.canRate || part.rating !== null} />
      </header>
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <h3 className="text-base font-bold">{t('inquiries.case.talk')}</h3>
          {part.talk.length === 0 ? (
            <p className="text-muted">{t('inquiries.case.talk_empty')}</p>
          ) : (
            <Conversation talk={part.talk} reader="investor" fileKey={places.key} />
          )}
          {children}
          {isClosed(part.state) ? (
            <ClosedNote sites={part.sites.map(({ number }) => number)} />
          ) : (
            <MessageForm
              part={part.part}
              formKey={formKey}
              reply={replies.message}
              target={places.message}
              isSecondary={part.deficiency !== null || part.visits.some(({ startsAt }) => startsAt === null)}
            />
          )}
          {part.canRate && <RatingPanel part={part.part} rating={part.rating} reply={replies.rate} />}
          {!part.canRate && part.rating !== null && <RatingNote rating={part.rating} isOwn />}
          <h3 className="mt-4 text-base font-bold">{t('inquiries.case.history')}</h3>
          <History items={part.history} />
        </div>
        <PartAside part={part} today={today} />
      </div>
      {total > 1 && !isClosed(part.state) && (
        <p data-no-print>
          <LinkButton to={places.withdraw} look="quiet" size="small" isFlush>
            {t('investor.case.withdraw_part')}
          </LinkButton>
        </p>
      )}
    </section>
  )
}

function DueSentence({ part, today }: { part: InvestorPartProps['part']; today: LocalDate }) {
  const { t, format } = useLanguage()
  const words = useDueWords(today)
  const { due } = part.clocks
  if (isClosed(part.state)) return <p className="text-muted">{t('inquiries.case.due_closed')}</p>
  if (due.key === null || due.due === null) return <p>{t('inquiries.case.due_waiting')}</p>
  const what = t(`inquiries.clock.key.${due.key}`)
  const date = t('inquiries.clock.until', { date: format.dayAndTime(due.due) })
  return (
    <p className={due.ring === 'breached' ? 'text-bad font-semibold' : 'font-semibold'}>
      {t('inquiries.case.due')}: {what} {date} ({words(due)})
    </p>
  )
}

function PartAside({ part, today }: { part: InvestorPartProps['part']; today: LocalDate }) {
  const { t } = useLanguage()
  return (
    <div className="flex flex-col gap-4">
      <Panel title={t('inquiries.case.clocks')}>
        <ClockList clocks={part.clocks} today={today} reader="investor" />
        <p className="text-muted text-sm">{t('inquiries.case.law')}</p>
      </Panel>
      <Panel title={t('inquiries.case.why')}>
        <RoutingReason routing={part.routing} body={part.body} />
        <p className="text-sm">
          <span className="text-muted">{t('inquiries.fact.officer')}: </span>
          {part.assignee === null ? t('inquiries.fact.nobody') : <OwnLine>{part.assignee}</OwnLine>}
        </p>
      </Panel>
      <Panel title={t('inquiries.fact.sites')}>
        {part.sites.map((site) => (
          <SitePanel key={site.number} site={site} look="card" />
        ))}
      </Panel>
    </div>
  )
}

function ClosedNote({ sites }: { sites: readonly string[] }) {
  const { t, href } = useLanguage()
  const query = new URLSearchParams(sites.map((number) => ['site', number]))
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-muted">{t('inquiries.case.closed_text')}</p>
      <LinkButton to={href(`/inquiries/new?${query}`)}>{t('inquiries.case.again')}</LinkButton>
    </div>
  )
}
