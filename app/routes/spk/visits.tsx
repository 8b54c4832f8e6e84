import { requireRight } from '#app/domain/accounts/session.server'
import { VisitDays, VisitList } from '#app/domain/inquiries/components/visit-list'
import { listVisits } from '#app/domain/inquiries/queries/visits.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { useLanguage } from '#app/platform/i18n/use-language'
import { EmptyState } from '#app/ui/empty-state'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'inquiry.read')
  return { title: translator(lang)('visits.list.title'), ...(await listVisits(actor)) }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function Visits() {
  const { t } = useLanguage()
  const { title, agreed, open } = useLoaderData<typeof loader>()
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-8 px-4 py-6 sm:px-7">
      <PageHeading title={title} />
      {agreed.length === 0 && open.length === 0 ? (
        <EmptyState title={t('visits.list.empty')} text={t('visits.list.empty_text')} />
      ) : (
        <>
          <VisitDays lines={agreed} />
          {open.length > 0 && <VisitList title={t('visits.list.open')} lines={open} />}
        </>
      )}
    </div>
  )
}
