/** What anybody may open, without the language in front. */
export const publicPages = ['', '/sites', '/sites/BLQ-0042', '/towns', '/towns/balkhash', '/about', '/sign-in']
