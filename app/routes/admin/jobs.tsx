import { FailedTable, QueueTable } from '#app/domain/accounts/components/job-tables'
import { readJobs } from '#app/domain/accounts/queries/job-queues.server'
import { requireRight } from '#app/domain/accounts/session.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { useLanguage } from '#app/platform/i18n/use-language'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'jobs.read')
  return { title: translator(lang)('jobs.title'), ...(await readJobs(actor)) }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function JobsPage() {
  const { t } = useLanguage()
  const { queues, failed } = useLoaderData<typeof loader>()
  return (
    <div className="flex flex-col gap-8">
      <PageHeading title={t('jobs.title')} lead={t('jobs.lead')} />
      <QueueTable queues={queues} />
      <FailedTable failed={failed} />
    </div>
  )
}
