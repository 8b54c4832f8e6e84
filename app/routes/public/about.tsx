import '#app/platform/i18n/about-words.client'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useRouteLoaderData } from '@remix-run/react'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { useLanguage } from '#app/platform/i18n/use-language'
import type { loader as rootLoader } from '#app/root'
import { pageMeta } from '#app/ui/seo'

export function loader({ params }: LoaderFunctionArgs) {
  const t = translator(requireLanguage(params.lang))
  return { title: t('about.title'), description: t('about.lead') }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', description: args.data?.description })

export default function About() {
  const { t } = useLanguage()
  const isDemo = useRouteLoaderData<typeof rootLoader>('root')?.shell.isDemo ?? false
  return (
    <article className="flex max-w-text flex-col gap-10">
      <header className="flex flex-col gap-4">
        <h1 className="text-xl font-bold md:text-2xl">{t('about.title')}</h1>
        <p className="text-lg text-muted">{t('about.lead')}</p>
      </header>
      <Part title={t('about.how_title')}>
        <ol className="list-decimal space-y-2 pl-6 marker:font-semibold marker:text-accent">
          <li>{t('about.how_list')}</li>
          <li>{t('about.how_find')}</li>
          <li>{t('about.how_ask')}</li>
          <li>{t('about.how_answer')}</li>
        </ol>
      </Part>
      <Part title={t('about.data_title')}>
        <p>{t('about.data_source')}</p>
        <p>{t('about.data_unknown')}</p>
        <p>{t('about.data_fresh')}</p>
      </Part>
      <Part id="sources" title={t('about.sources_title')}>
        <p>{t('about.sources_sites')}</p>
        <p>{t('about.sources_terms')}</p>
        <p>{t('about.sources_map')}</p>
        {isDemo && <p>{t('about.sources_demo')}</p>}
      </Part>
      <Part title={t('about.access_title')}>
        <p>{t('about.access_text')}</p>
      </Part>
    </article>
  )
}

function Part({ id, title, children }: { id?: string; title: string; children: React.ReactNode }) {
  return (
    <section id={id} className="flex flex-col gap-3">
      <h2 className="text-lg font-bold">{title}</h2>
      {children}
    </section>
  )
}
