/** Field of every form that is sent within a session, with the token of that session. */
export const formTokenField = 'csrf_token'

/** Header by which a request of our own scripts is known: a browser lets no other site set it. */
export const ownScript = { 'X-Requested-With': 'XMLHttpRequest' }
