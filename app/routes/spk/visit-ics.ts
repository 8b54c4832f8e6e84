import { requireRight } from '#app/domain/accounts/session.server'
import { readBodyVisitFile } from '#app/domain/inquiries/queries/visits.server'
import { VisitIdSchema } from '#app/domain/inquiries/visits/schema'
import { calendarResponse } from '#app/platform/http/calendar-response.server'
import { notFound } from '#app/platform/http/not-found.server'
import { requireLanguage } from '#app/platform/i18n/i18n.server'
import type { LoaderFunctionArgs } from '@remix-run/node'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'inquiry.read')
  const id = VisitIdSchema.safeParse(params.visit)
  if (!id.success) throw notFound()
  return calendarResponse(await readBodyVisitFile(actor, id.data, lang))
}
