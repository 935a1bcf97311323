/** Types for the part of the edtf package that occurred.ts uses. The package has none. */
declare module 'edtf' {
  export default function edtf(
    text: string,
    constraints?: { level?: number; types?: readonly string[] },
  ): {
    readonly type: string;
    readonly values: readonly number[];
    readonly min: number;
    readonly max: number;
  };
}
