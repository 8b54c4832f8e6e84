import { requireRight } from '#app/domain/accounts/session.server'
import { RuleSetTable } from '#app/domain/eligibility/components/admin/rule-set-table'
import { listRuleSets } from '#app/domain/eligibility/queries.server'
import { localDateOf } from '#app/domain/kernel/local-date'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { useLanguage } from '#app/platform/i18n/use-language'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'ruleset.read')
  const found = await listRuleSets(actor, localDateOf(new Date()))
  // What waits for somebody comes first.
  const lines = found.sort((left, right) => (right.current?.empty ?? 0) - (left.current?.empty ?? 0))
  return { title: translator(lang)('rulesets.title'), lines }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function RuleSetsPage() {
  const { t } = useLanguage()
  const { lines } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeading title={t('rulesets.title')} lead={t('rulesets.lead')} />
      <RuleSetTable lines={lines} />
    </>
  )
}
