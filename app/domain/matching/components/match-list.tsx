import type { AnswerView, MatchView } from '#app/domain/matching/brief-view'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { EmptyState } from '#app/ui/empty-state'
import { LinkButton } from '#app/ui/link-button'
import { useId, type ReactNode } from 'react'
import { MatchRow } from './match-row'

type MatchListProps = {
  answer: AnswerView
  /** Parameters that tell the comparison which brief it is about. */
  about: readonly [string, string][]
  /** Address of the same page with more sites; null when it cannot be longer. */
  more: string | null
  /** Address of the paper. */
  pdf: string
  /** Address of the page on which a need is weakened. */
  relax: (criterion: AnswerView['relaxations'][number]['criterion']) => string
}

/** The answer to a brief: what fits, what must be clarified, what nearly fits. */
export function MatchList({ answer, about, more, pdf, relax }: MatchListProps) {
  const { t, format } = useLanguage()
  const form = useId()
  const rows = (matches: readonly MatchView[], isRanked = false) =>
    matches.map((match, index) => (
      <MatchRow
        key={match.site.number}
        match={match}
        needs={answer.needs}
        rank={isRanked ? index + 1 : null}
        compareForm={form}
      />
    ))
  const isEmpty = answer.matches.length + answer.open.length + answer.near.length === 0
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="matches-title">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 id="matches-title" className="text-lg font-bold">
            <span role="status">{t('search.fits', { count: answer.total, value: format.number(answer.total) })}</span>
          </h2>
          {!isEmpty && (
            <LinkButton to={pdf} reloadDocument>
              {t('briefs.pdf_link')}
            </LinkButton>
          )}
        </div>
        <Counts answer={answer} />
        {answer.total === 0 && <NothingFits answer={answer} relax={relax} />}
        {rows(answer.matches, true)}
      </section>
      <Others
        id="open"
        title={t('search.open_title', { value: format.number(answer.openTotal) })}
        lead={t('briefs.open_lead')}
      >
        {rows(answer.open)}
      </Others>
      <Others
        id="near"
        title={t('briefs.near_title', { value: format.number(answer.nearTotal) })}
        lead={t('briefs.near_lead')}
      >
        {rows(answer.near)}
      </Others>
      {more !== null && leftOf(answer) > 0 && (
        <p data-no-print>
          <LinkButton to={more} preventScrollReset>
            {t('briefs.more', { value: format.number(leftOf(answer)) })}
          </LinkButton>
        </p>
      )}
      {!isEmpty && <TickedForm id={form} about={about} answer={answer} />}
      <p className="text-muted text-sm">
        {t('briefs.judged', { algorithm: answer.algorithm, at: format.dateTime(answer.judgedAt) })}
      </p>
    </div>
  )
}

type OthersProps = { id: string; title: string; lead: string; children: readonly ReactNode[] }

/** Sites that stand apart from those that fit; nothing when there are none. */
function Others({ id, title, lead, children }: OthersProps) {
  if (children.length === 0) return null
  return (
    <section aria-labelledby={`${id}-title`} id={id}>
      <h2 id={`${id}-title`} className="text-lg font-bold">
        {title}
      </h2>
      <p className="text-muted">{lead}</p>
      {children}
    </section>
  )
}

/** Sends what is ticked in the lists to the comparison or into an inquiry; the brief goes along. */
function TickedForm({ id, about, answer }: { id: string } & Pick<MatchListProps, 'about' | 'answer'>) {
  const { t, href, format } = useLanguage()
  const best = bestOfTowns(answer.matches)
  return (
    <form
      id={id}
      method="get"
      action={href('/compare')}
      data-no-print
      className="border-line bg-surface sticky bottom-0 flex flex-wrap items-center gap-3 border-t py-3"
    >
      {about.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <Button look="primary" formAction={href('/inquiries/new')}>
        {t('briefs.inquire_ticked')}
      </Button>
      <Button>{t('briefs.compare')}</Button>
      {best.length > 1 && (
        <LinkButton to={href(`/inquiries/new?${new URLSearchParams([...about, ...best])}`)} look="quiet">
          {t('briefs.inquire_towns', { value: format.number(best.length) })}
        </LinkButton>
      )}
      <span className="text-muted text-sm">{t('briefs.compare_hint')}</span>
    </form>
  )
}

/** Towns that a brief is sent to in one press. */
const mostTowns = 10

/** The best match of each town, as parameters of an inquiry. */
function bestOfTowns(matches: readonly MatchView[]): [string, string][] {
  const towns = new Map<string, string>()
  for (const { site } of matches) if (!towns.has(site.town)) towns.set(site.town, site.number)
  return [...towns.values()].slice(0, mostTowns).map((number) => ['site', number])
}

/** Sites of all three lists that the page does not show yet. */
function leftOf({ matches, total, open, openTotal, near, nearTotal }: AnswerView): number {
  return total + openTotal + nearTotal - matches.length - open.length - near.length
}

function Counts({ answer: { openTotal, nearTotal } }: { answer: AnswerView }) {
  const { t, format } = useLanguage()
  return (
    <p className="flex flex-wrap gap-x-6" data-no-print>
      {openTotal > 0 && (
        <a href="#open" className="inline-flex min-h-11 items-center underline">
          {t('search.open_count', { count: openTotal, value: format.number(openTotal) })}
        </a>
      )}
      {nearTotal > 0 && (
        <a href="#near" className="inline-flex min-h-11 items-center underline">
          {t('briefs.near_count', { count: nearTotal, value: format.number(nearTotal) })}
        </a>
      )}
    </p>
  )
}

function NothingFits({ answer, relax }: Pick<MatchListProps, 'answer' | 'relax'>) {
  const { t, format } = useLanguage()
  const labelOf = (criterion: string) => answer.needs.find((need) => need.criterion === criterion)?.label ?? ''
  const { relaxations, hardest } = answer
  const [first] = relaxations
  const text = first
    ? t('briefs.empty_most', { name: labelOf(first.criterion) })
    : hardest
      ? t('briefs.empty_hardest', { name: labelOf(hardest.criterion), value: format.number(hardest.total) })
      : t('briefs.empty_text')
  return (
    <EmptyState title={t('briefs.empty_title')} text={text}>
      {relaxations.map(({ criterion, total }) => (
        <LinkButton key={criterion} to={relax(criterion)}>
          {t('briefs.relax', { name: labelOf(criterion), value: format.number(total) })}
        </LinkButton>
      ))}
    </EmptyState>
  )
}
