import { may } from '#app/domain/accounts/policy'
import { requireRight } from '#app/domain/accounts/session.server'
import { localDateOf } from '#app/domain/kernel/local-date'
import { PlatformDesk } from '#app/domain/routing/components/platform-desk'
import { RegionTable } from '#app/domain/routing/components/region-table'
import { readPlatformDesk } from '#app/domain/routing/queries/plans.server'
import { listRegionLines } from '#app/domain/routing/queries/region-plans.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { useLanguage } from '#app/platform/i18n/use-language'
import { LinkButton } from '#app/ui/link-button'
import { PageHeading } from '#app/ui/page-heading'
import { pageMeta } from '#app/ui/seo'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'responsibility.read')
  const [lines, desk] = await Promise.all([listRegionLines(actor, localDateOf(new Date())), readPlatformDesk(actor)])
  // Regions in which no SPK answers come first.
  const isGap = (reason: string) => Number(reason !== 'spk_of_region')
  return {
    title: translator(lang)('responsibility.title'),
    lines: lines.sort((left, right) => isGap(right.reason) - isGap(left.reason)),
    desk,
    canEdit: may(actor, 'responsibility.edit'),
  }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function ResponsibilityPage() {
  const { t, href } = useLanguage()
  const { lines, desk, canEdit } = useLoaderData<typeof loader>()
  return (
    <div className="flex flex-col gap-8">
      <PageHeading
        title={t('responsibility.title')}
        lead={t('responsibility.lead')}
        actions={
          <>
            <LinkButton to={href('/admin/responsibility/reorganizations')}>
              {t(canEdit ? 'responsibility.reorganize' : 'responsibility.reorganizations')}
            </LinkButton>
            <LinkButton to={href('/admin/responsibility/sites')}>{t('responsibility.own_sites')}</LinkButton>
          </>
        }
      />
      <RegionTable lines={lines} />
      <PlatformDesk desk={desk} />
    </div>
  )
}
