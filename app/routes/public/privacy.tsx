import '#app/platform/i18n/privacy-words.client'
import { ConsentTexts } from '#app/domain/privacy/components/consent-texts'
import { KeptTable } from '#app/domain/privacy/components/kept-table'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'

const law = 'https://adilet.zan.kz/rus/docs/Z1300000094'

export function loader({ request, params }: LoaderFunctionArgs) {
  const t = translator(requireLanguage(params.lang))
  const isErased = new URL(request.url).searchParams.get('done') === 'erased'
  return { title: t('privacy.title'), description: t('privacy.lead'), isErased }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', description: args.data?.description })

export default function Privacy() {
  const { t, href } = useLanguage()
  const { isErased } = useLoaderData<typeof loader>()
  const link = 'text-accent underline underline-offset-4'
  return (
    <article className="flex flex-col gap-10">
      <PageHeading title={t('privacy.title')} lead={t('privacy.lead')} />
      {isErased && (
        <Notice tone="good" role="status" title={t('erasure.done.title')}>
          {t('erasure.done.text')}
        </Notice>
      )}
      <Part title={t('privacy.rights.title')}>
        <p>
          {t('privacy.rights.account')}{' '}
          <Link to={href('/account/data')} className={link}>
            {t('privacy.rights.to_account')}
          </Link>
        </p>
        <p>{t('privacy.rights.case')}</p>
        <p>{t('privacy.rights.request')}</p>
        <p>{t('privacy.rights.officials')}</p>
        <p>{t('privacy.rights.backups')}</p>
      </Part>
      <Part title={t('privacy.sees.title')}>
        {(['body', 'akimat', 'admin', 'log', 'nobody'] as const).map((who) => (
          <p key={who}>{t(`privacy.sees.${who}`)}</p>
        ))}
      </Part>
      <section className="flex flex-col gap-3">
        <KeptTable />
        <p className="text-muted max-w-text">{t('privacy.own_terms')}</p>
      </section>
      <Part title={t('privacy.consents.title')}>
        <p>{t('privacy.law')}</p>
        <p>
          <a href={law} className={link}>
            {t('privacy.law_link')}
          </a>
        </p>
        <p>{t('privacy.consents.lead')}</p>
        <ConsentTexts />
      </Part>
    </article>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="max-w-text flex flex-col gap-3">
      <h2 className="text-lg font-bold">{title}</h2>
      {children}
    </section>
  )
}
