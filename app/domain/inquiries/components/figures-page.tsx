import { useLanguage } from '#app/platform/i18n/use-language'
import { DataTable, type Column } from '#app/ui/data-table'
import { EmptyState } from '#app/ui/empty-state'
import { buttonClass } from '#app/ui/button-class'
import { PageHeading } from '#app/ui/page-heading'
import { StatRow } from '#app/ui/stat-figure'
import type { Figures } from '../figures/rules'
import type { FiguresView } from '../figures/view'
import { OwnLine } from './own-words'

type FiguresPageProps = { figures: Omit<FiguresView, 'rows'> }

/** Figures of the last twelve months: the whole, by month, and for a head by person. */
export function FiguresPage({ figures }: FiguresPageProps) {
  const { t, href, format } = useLanguage()
  const { whole, byMonth, byPerson, since } = figures
  const lead = t(byPerson === null ? 'spk.figures.lead_own' : 'spk.figures.lead', { since: format.date(since) })
  return (
    <div className="max-w-reading mx-auto flex w-full flex-col gap-10 px-4 py-6 sm:px-6">
      <div className="flex flex-col gap-2">
        <PageHeading
          title={t('spk.figures.title')}
          lead={lead}
          actions={
            whole.cases > 0 && (
              <>
                <a href={href('/spk/figures.xlsx')} download data-plain className={buttonClass({ size: 'small' })}>
                  {t('spk.figures.xlsx')}
                </a>
                <a href={href('/spk/figures.csv')} download data-plain className={buttonClass({ size: 'small' })}>
                  {t('spk.figures.csv')}
                </a>
              </>
            )
          }
        />
        {whole.cases > 0 && <Summary whole={whole} />}
      </div>
      {whole.cases === 0 ? (
        <EmptyState title={t('spk.figures.none')} text={t('spk.figures.none_text')} />
      ) : (
        <>
          <FiguresTable
            caption={t('spk.figures.by_month')}
            first={t('spk.figures.column.month')}
            rows={byMonth.map(({ month, figures: of }) => ({ key: month, name: format.month(month), figures: of }))}
          />
          {byPerson !== null && (
            <FiguresTable
              caption={t('spk.figures.by_person')}
              first={t('spk.figures.column.person')}
              rows={byPerson.map(({ name, figures: of }) => ({
                key: name ?? '',
                name: name === null ? t('spk.figures.desk') : <OwnLine>{name}</OwnLine>,
                figures: of,
              }))}
            />
          )}
          <p className="text-muted max-w-text text-sm">{t('spk.figures.meaning')}</p>
        </>
      )}
    </div>
  )
}

function Summary({ whole }: { whole: Figures }) {
  const { t, format } = useLanguage()
  const say = useFigureWords()
  return (
    <StatRow
      stats={[
        { label: t('spk.figures.column.median'), value: say.days(whole.medianDays), note: t('spk.figures.unit_days') },
        {
          label: t('spk.figures.column.ninetieth'),
          value: say.days(whole.ninetiethDays),
          note: t('spk.figures.unit_days'),
        },
        { label: t('spk.figures.column.promise'), value: say.share(whole.promiseShare) },
        { label: t('spk.figures.column.law'), value: say.share(whole.lawShare) },
        { label: t('spk.figures.column.contracts'), value: format.number(whole.contracts) },
        {
          label: t('spk.figures.column.stars'),
          value: say.stars(whole.stars),
          note: whole.rated === 0 ? t('spk.figures.nobody_rated') : t('spk.figures.rated', { count: whole.rated }),
        },
      ]}
    />
  )
}

type Row = { key: string; name: React.ReactNode; figures: Figures }

function FiguresTable({ caption, first, rows }: { caption: string; first: string; rows: readonly Row[] }) {
  const { t, format } = useLanguage()
  const say = useFigureWords()
  const column = (key: 'cases' | 'open' | 'late' | 'breaches' | 'contracts' | 'jobs'): Column<Row> => ({
    key,
    header: t(`spk.figures.column.${key}`),
    isNumeric: true,
    cell: ({ figures }) => format.number(figures[key]),
  })
  const columns: Column<Row>[] = [
    { key: 'name', header: first, isRowHeader: true, cell: ({ name }) => name },
    ...[column('cases'), column('open'), column('late'), column('breaches')],
    {
      ...{ key: 'median', header: t('spk.figures.column.median'), isNumeric: true },
      cell: ({ figures }) => say.days(figures.medianDays),
    },
    {
      ...{ key: 'ninetieth', header: t('spk.figures.column.ninetieth'), isNumeric: true },
      cell: ({ figures }) => say.days(figures.ninetiethDays),
    },
    {
      ...{ key: 'promise', header: t('spk.figures.column.promise'), isNumeric: true },
      cell: ({ figures }) => say.share(figures.promiseShare),
    },
    {
      ...{ key: 'law', header: t('spk.figures.column.law'), isNumeric: true },
      cell: ({ figures }) => say.share(figures.lawShare),
    },
    ...[column('contracts'), column('jobs')],
    {
      ...{ key: 'investment', header: t('spk.figures.column.investment'), isNumeric: true },
      cell: ({ figures }) => format.number(figures.investmentKzt),
    },
    {
      ...{ key: 'stars', header: t('spk.figures.column.stars'), isNumeric: true },
      cell: ({ figures }) => say.stars(figures.stars),
    },
  ]
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ key }) => key} />
}

function useFigureWords() {
  const { format } = useLanguage()
  return {
    days: (days: number | null) => (days === null ? '—' : format.number(Math.round(days * 10) / 10)),
    stars: (stars: number | null) => (stars === null ? '—' : format.number(stars, 1)),
    share: (share: number | null) => (share === null ? '—' : format.percent(share)),
  }
}
