import type { LocalDate } from '#app/domain/kernel/local-date'
import { languageNames } from '#app/platform/i18n/language'
import { useLanguage } from '#app/platform/i18n/use-language'
import { DataTable, type Column } from '#app/ui/data-table'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { StatRow } from '#app/ui/stat-figure'
import { Link } from '@remix-run/react'
import { nobody } from '../inbox-filter'
import type { Team, TeamData } from '../team'
import { AbsenceSection } from './absence-section'
import type { FormReply } from './form-reply'
import { InboxList } from './inbox-list'
import { OwnLine } from './own-words'

/** The load of a body, what is late, and who is away. */
export function TeamPage({ data, reply }: { data: TeamData; reply: FormReply | undefined }) {
  const { t } = useLanguage()
  const { team, today, done } = data
  return (
    <div className="max-w-reading mx-auto flex w-full flex-col gap-10 px-4 py-6 sm:px-6">
      <div className="flex flex-col gap-4">
        <PageHeading title={t('spk.head.title')} lead={t('spk.head.lead')} />
        {done && (
          <Notice tone="good" role="status">
            {t(`spk.absence.done.${done}`)}
          </Notice>
        )}
        <TeamFigures team={team} />
      </div>
      <PeopleTable team={team} />
      <LateCases team={team} today={today} />
      <Extensions team={team} />
      <AbsenceSection data={data} reply={reply} />
    </div>
  )
}

function TeamFigures({ team }: { team: Team }) {
  const { t, href, format } = useLanguage()
  const figure = (count: number, filter: string) => (
    <Link to={`${href('/spk')}?view=desk&${filter}`} data-plain className={target}>
      {format.number(count)}
    </Link>
  )
  return (
    <StatRow
      stats={[
        { label: t('spk.head.open'), value: figure(team.total.open, '') },
        { label: t('spk.head.unassigned'), value: figure(team.unassigned, `who=${nobody}`) },
        { label: t('spk.head.soon'), value: figure(team.total.soon, 'clock=soon') },
        { label: t('spk.head.late'), value: figure(team.total.late, 'clock=late') },
      ]}
    />
  )
}

/** A link that a finger hits, as high as its line on a desk. */
const target = 'text-accent hover:text-accent-strong inline-flex min-h-11 min-w-11 items-center sm:min-h-0 sm:min-w-0'

type Person = Team['people'][number]

function PeopleTable({ team }: { team: Team }) {
  const { t, href, format } = useLanguage()
  const list = (person: Person, filter: string) => `${href('/spk')}?view=desk&who=${person.userId}${filter}`
  const count = (key: keyof Person['load'], filter: string): Column<Person> => ({
    key,
    header: t(`spk.head.${key}`),
    isNumeric: true,
    cell: (person) =>
      person.load[key] === 0 ? (
        '0'
      ) : (
        <Link to={list(person, filter)} className={`${target} font-semibold sm:justify-end`}>
          {format.number(person.load[key])}
        </Link>
      ),
  })
  const columns: Column<Person>[] = [
    {
      key: 'name',
      header: t('spk.head.person'),
      isRowHeader: true,
      cell: (person) => (
        <>
          <OwnLine>{person.name}</OwnLine>
          <span className="text-muted block text-sm font-normal">
            {t(person.isHead ? 'accounts.role.spk_head' : 'accounts.role.spk_officer')} ·{' '}
            {person.languages.map((language) => languageNames[language].short).join(', ')}
            {person.absentUntil !== null &&
              ` · ${t('spk.head.absent_until', { date: format.date(person.absentUntil) })}`}
          </span>
        </>
      ),
    },
    count('open', ''),
    count('soon', '&clock=soon'),
    count('late', '&clock=late'),
    {
      key: 'give',
      header: t('spk.head.hand_over'),
      cell: (person) =>
        person.load.open > 0 && (
          <Link
            to={`${href('/spk/assign')}?of=${person.userId}${person.standInId ? `&to=${person.standInId}` : ''}`}
            className={target}
          >
            {t('spk.head.hand_over_all')}
            <span className="sr-only">: {person.name}</span>
          </Link>
        ),
    },
  ]
  return (
    <DataTable caption={t('spk.head.people')} columns={columns} rows={team.people} rowKey={({ userId }) => userId} />
  )
}

/** Breaches go to the head by themselves: here they stand until something was done. */
function LateCases({ team, today }: { team: Team; today: LocalDate }) {
  const { t, href } = useLanguage()
  return (
    <section aria-labelledby="late" className="flex flex-col gap-3">
      <h2 id="late" className="text-lg font-bold">
        {t('spk.head.escalated')}
      </h2>
      {team.late.length === 0 ? (
        <p className="text-muted">{t('spk.head.none_late')}</p>
      ) : (
        <>
          <InboxList lines={team.late} today={today} query="?view=desk&clock=late" current={null} />
          {team.total.late > team.late.length && (
            <div>
              <LinkButton to={`${href('/spk')}?view=desk&clock=late`}>
                {t('spk.head.all_late', { count: team.total.late })}
              </LinkButton>
            </div>
          )}
        </>
      )}
    </section>
  )
}

/** What waits for the head's word; it is given on the page of the case. */
function Extensions({ team }: { team: Team }) {
  const { t, href, format } = useLanguage()
  return (
    <section aria-labelledby="extensions" className="flex flex-col gap-3">
      <h2 id="extensions" className="text-lg font-bold">
        {t('spk.head.extensions')}
      </h2>
      {team.extensions.length === 0 ? (
        <p className="text-muted">{t('spk.head.no_extensions')}</p>
      ) : (
        <ul className="border-line divide-line divide-y border-y">
          {team.extensions.map(({ line, until }) => (
            <li
              key={`${line.number}/${line.part}`}
              className="flex flex-wrap items-center justify-between gap-x-6 py-2"
            >
              <Link
                to={href(`/spk/inquiries/${line.number}/${line.part}`)}
                className="inline-flex min-h-11 items-center"
              >
                <span>
                  <span className="tabular-nums">{line.number}</span> · <OwnLine>{line.title}</OwnLine>
                </span>
              </Link>
              <span className="text-muted text-sm">
                {line.assignee && <OwnLine>{line.assignee}</OwnLine>} ·{' '}
                {t('spk.head.until', { date: format.date(until) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
