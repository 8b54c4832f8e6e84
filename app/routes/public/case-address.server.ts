import { KeySchema, NumberSchema } from '#app/domain/inquiries/schema'
import type { CaseAddress } from '#app/domain/inquiries/investor-access.server'
import { notFound } from '#app/platform/http/not-found.server'

/** The inquiry that an address names: number, and the key where it has one; 404 for what can be none. */
export function readCaseAddress(request: Request, number: string | undefined): CaseAddress {
  const given = new URL(request.url).searchParams.get('key')
  const key = KeySchema.nullable().safeParse(given)
  const known = NumberSchema.safeParse(number)
  if (!key.success || !known.success) throw notFound()
  return { number: known.data, key: key.data }
}

