import type { SiteStatus } from '#app/domain/sites/model'

/** Whether somebody may ask about a site in that state: offered now, or reserved, which can come to nothing. */
export function isOpenForInquiries({ status }: { status: SiteStatus }): boolean {
  return status === 'published' || status === 'reserved'
}
