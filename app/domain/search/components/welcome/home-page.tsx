import { useLanguage } from '#app/platform/i18n/use-language'
import { StatRow } from '#app/ui/stat-figure'
import { Link } from '@remix-run/react'
import type { HomeData } from './home-data'
import { HomeForm } from './home-form'
import { TownsMap } from './towns-map'

/** What this is, a search, the towns with what they offer, four figures and three principles. */
export function HomePage({ data }: { data: HomeData }) {
  const { t, href, format } = useLanguage()
  const { towns } = data
  return (
    <div className="flex flex-col gap-12 pt-2 lg:pt-5">
      <div className="grid gap-x-14 gap-y-8 lg:grid-cols-2">
        <div className="flex flex-col gap-6">
          <h1 className="text-xl font-bold sm:text-2xl">
            {t('home.title', { count: towns.length, value: format.number(towns.length) })}
          </h1>
          <p className="text-muted text-lg">{t('home.lead')}</p>
          <HomeForm towns={towns} total={data.figures.sites} />
          <Link to={href('/briefs/new')} className="inline-flex min-h-11 items-center underline">
            {t('home.describe')}
          </Link>
        </div>
        <TownsMap data={data} />
      </div>
      <HomeFigures data={data} />
      <Principles />
      <TownLinks data={data} />
    </div>
  )
}

function HomeFigures({ data: { figures, firstAnswerDays } }: { data: HomeData }) {
  const { t, format } = useLanguage()
  const { freeAreaM2, freePowerKw, confirmedLately } = figures
  const unknown = <span className="text-muted text-lg font-normal">{t('ui.state.unknown')}</span>
  const power =
    freePowerKw >= 1000 ? format.quantity(Math.round(freePowerKw / 100) / 10, 'MW') : format.quantity(freePowerKw, 'kW')
  return (
    <section aria-label={t('home.figures')}>
      <StatRow
        look="open"
        stats={[
          { label: t('home.figure.area'), value: format.quantity(Math.round(freeAreaM2), 'm2') },
          { label: t('home.figure.power'), value: power },
          { label: t('home.figure.confirmed'), value: format.number(confirmedLately) },
          {
            label: t('home.figure.answer'),
            value: firstAnswerDays === null ? unknown : format.workingDays(firstAnswerDays),
          },
        ]}
      />
    </section>
  )
}

const principles = ['dated', 'unknown', 'clock'] as const

function Principles() {
  const { t } = useLanguage()
  return (
    <section
      aria-label={t('home.principles')}
      className="border-line grid gap-x-14 gap-y-8 border-t pt-8 md:grid-cols-3"
    >
      {principles.map((principle) => (
        <div key={principle} className="flex flex-col gap-3">
          <h2 className="text-lg font-bold">{t(`home.principle.${principle}.title`)}</h2>
          <p className="text-muted">{t(`home.principle.${principle}.text`)}</p>
        </div>
      ))}
    </section>
  )
}

/** The map in words. */
function TownLinks({ data: { towns } }: { data: HomeData }) {
  const { t, href, format } = useLanguage()
  return (
    <section className="border-line border-t pt-8">
      <h2 className="mb-3 text-lg font-bold">{t('home.towns')}</h2>
      <ul className="grid grid-cols-2 gap-x-8 sm:grid-cols-3 lg:grid-cols-4">
        {towns.map(({ key, name, count }) => (
          <li key={key}>
            <Link
              to={href(count > 0 ? `/sites?town=${key}` : `/towns/${key}`)}
              className="hover:text-accent-strong flex min-h-11 items-center gap-2"
            >
              <span className="underline">{name}</span>
              <span className="text-muted text-sm tabular-nums">{format.number(count)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
