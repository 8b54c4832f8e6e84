import { fromSearch } from '#app/domain/matching/tidy-address'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Link } from '@remix-run/react'

/** From a search to a brief that asks for the same. `query`: the parameters of the search. */
export function DescribeLink({ query }: { query: string }) {
  const { t, href } = useLanguage()
  const asked = fromSearch(new URLSearchParams(query)).toString()
  return (
    <Link
      to={href(`/briefs/new${asked === '' ? '' : `?${asked}`}`)}
      className="inline-flex min-h-11 items-center underline"
    >
      {t('search.describe')}
    </Link>
  )
}
