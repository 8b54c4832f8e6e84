/** What is refused for a moment (503) is worth asking for again after these seconds. */
export const retryAfter = { 'Retry-After': '5' }
