/** An RFC 9111 cache policy, as far as the tests use it. */
declare module 'http-cache-semantics' {
  export default class CachePolicy {
    constructor(request: object, response: object, options?: { readonly shared?: boolean });
    now: () => number;
    evaluateRequest(request: object): { readonly response: object | undefined };
    useStaleWhileRevalidate(): boolean;
  }
}
