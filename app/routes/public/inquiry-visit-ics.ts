import { currentActor } from '#app/domain/accounts/session.server'
import { readInvestorVisitFile } from '#app/domain/inquiries/queries/visits.server'
import { KeySchema, NumberSchema } from '#app/domain/inquiries/schema'
import { VisitIdSchema } from '#app/domain/inquiries/visits/schema'
import { calendarResponse } from '#app/platform/http/calendar-response.server'
import { notFound } from '#app/platform/http/not-found.server'
import { requireLanguage } from '#app/platform/i18n/i18n.server'
import type { LoaderFunctionArgs } from '@remix-run/node'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const key = KeySchema.nullable().safeParse(new URL(request.url).searchParams.get('key'))
  const number = NumberSchema.safeParse(params.number)
  const id = VisitIdSchema.safeParse(params.visit)
  if (!key.success || !number.success || !id.success) throw notFound()
  const actor = await currentActor(request)
  const address = { number: number.data, key: key.data }
  return calendarResponse(await readInvestorVisitFile(actor, address, id.data, lang))
}
