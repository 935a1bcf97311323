/** What a cache of RFC 9111 makes of an answer, as far as the tests ask it. */
declare module 'http-cache-semantics' {
  export default class CachePolicy {
    constructor(request: object, response: object, options?: { readonly shared?: boolean });
    now: () => number;
    evaluateRequest(request: object): { readonly response: object | undefined };
    useStaleWhileRevalidate(): boolean;
  }
}
