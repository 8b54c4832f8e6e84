import { requireRight } from '#app/domain/accounts/session.server'
import { FiguresPage } from '#app/domain/inquiries/components/figures-page'
import { readFigures } from '#app/domain/inquiries/figures/queries.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pageMeta } from '#app/ui/seo'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

/** How fast the body answers and what came of it; an officer sees the own cases. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'inquiry.read')
  const { rows: _rows, ...figures } = await readFigures(actor)
  return { title: translator(lang)('spk.figures.title'), figures }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function Figures() {
  return <FiguresPage figures={useLoaderData<typeof loader>().figures} />
}
