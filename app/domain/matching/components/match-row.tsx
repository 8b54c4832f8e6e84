import { nameOf, type MatchView, type NeedView } from '#app/domain/matching/brief-view'
import type { Criterion } from '#app/domain/matching/model'
import { FreshnessChip } from '#app/domain/search/components/card-chips'
import { useLanguage } from '#app/platform/i18n/use-language'
import { DemoChip } from '#app/ui/chip'
import { Icon } from '#app/ui/icon'
import { LinkButton } from '#app/ui/link-button'
import { Link } from '@remix-run/react'
import { ChevronDown } from 'lucide-react'
import { IntervalBar } from './interval-bar'
import { OutcomeMark } from './outcome-mark'
import { OutcomeTable } from './outcome-table'

type MatchRowProps = {
  match: MatchView
  needs: readonly NeedView[]
  /** Place in the ranking; null where it does not count. */
  rank: number | null
  /** Id of the form that takes what is ticked. */
  compareForm: string
}

/** A site in the answer: how well it fits, what speaks for it and against it, and every need in detail. */
export function MatchRow({ match, needs, rank, compareForm }: MatchRowProps) {
  const { t, href } = useLanguage()
  const { site } = match
  return (
    <article className="border-line flex flex-col gap-3 border-b py-5" id={`match-${site.number}`}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <MatchHead match={match} rank={rank} />
        <IntervalBar low={match.low} high={match.high} />
      </div>
      <Points match={match} needs={needs} />
      <div className="flex flex-wrap gap-2">
        <FreshnessChip {...site} />
        {site.isDemo && <DemoChip />}
      </div>
      <details className="group">
        <summary className="text-accent hover:text-accent-strong inline-flex min-h-11 items-center gap-2 font-medium">
          {t('briefs.details', { count: match.outcomes.length })}
          <span className="sr-only">: {nameOf(match)}</span>
          <Icon of={ChevronDown} size={16} className="group-open:rotate-180" />
        </summary>
        <OutcomeTable match={match} needs={needs} />
      </details>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2" data-no-print>
        <LinkButton to={href(`/inquiries/new?site=${site.number}`)}>
          {t('briefs.inquire')}
          <span className="sr-only">: {nameOf(match)}</span>
        </LinkButton>
        <label className="flex min-h-11 items-center gap-2">
          <input type="checkbox" name="site" value={site.number} form={compareForm} className="tick size-5 shrink-0" />
          {t('briefs.tick')}
          <span className="sr-only">: {nameOf(match)}</span>
        </label>
      </div>
    </article>
  )
}

function MatchHead({ match, rank }: Pick<MatchRowProps, 'match' | 'rank'>) {
  const { t, lang, href } = useLanguage()
  const { number, name, kind, town, region } = match.site
  return (
    <div className="min-w-0 flex-1 basis-72">
      <h3 className="text-lg leading-6 font-bold">
        {rank !== null && <span className="text-muted tabular-nums">{rank}. </span>}
        <Link to={href(`/sites/${number}`)} lang={name.language === lang ? undefined : name.language}>
          {name.text || number}
        </Link>
      </h3>
      <p className="text-muted text-sm">
        {town}, {region} · {t(`sites.kind.${kind}`)} · <span className="whitespace-nowrap">{number}</span>
      </p>
    </div>
  )
}

/** What speaks for the site and what against it, three each at most. */
function Points({ match, needs }: Pick<MatchRowProps, 'match' | 'needs'>) {
  const { t } = useLanguage()
  const list = (title: string, criteria: readonly Criterion[]) =>
    criteria.length > 0 && (
      <div className="min-w-0">
        <h4 className="text-muted text-sm">{title}</h4>
        <ul>
          {criteria.map((criterion) => (
            <Point key={criterion} criterion={criterion} match={match} needs={needs} />
          ))}
        </ul>
      </div>
    )
  return (
    <div className="grid gap-x-8 gap-y-3 sm:auto-cols-fr sm:grid-flow-col">
      {list(t('briefs.strongest'), match.strongest)}
      {list(t('briefs.weakest'), match.weakest)}
    </div>
  )
}

function Point({ criterion, match, needs }: { criterion: Criterion } & Pick<MatchRowProps, 'match' | 'needs'>) {
  const outcome = match.outcomes.find((candidate) => candidate.criterion === criterion)
  const need = needs.find((candidate) => candidate.criterion === criterion)
  if (!outcome || !need) return null
  return (
    <li className="flex items-start gap-2">
      <OutcomeMark state={outcome.state} isShort />
      <span className="min-w-0">
        {need.label}: {outcome.says}
        {outcome.note !== '' && <span className="text-muted block text-sm">{outcome.note}</span>}
      </span>
    </li>
  )
}
