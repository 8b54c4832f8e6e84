/** The routes of this build, as Remix gathers them. */
declare module 'virtual:remix/server-build' {
  export * from '@remix-run/dev/server-build'
}
