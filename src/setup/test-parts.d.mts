// Types of test-parts.mjs for the tests; the script itself runs before anything is compiled.
export interface TestPart {
  readonly title: string;
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}
export interface PartResult {
  readonly success: boolean;
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}
export interface Sum {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
export declare const TEST_PARTS: Readonly<Record<string, TestPart>> & { readonly fast: TestPart };
export declare const wholeSuite: readonly string[];
export declare function filesOfPart(part: TestPart, testFiles: readonly string[]): string[];
export declare function sumResults(results: readonly (PartResult | undefined)[]): Sum;
export declare function closingLine(sum: Sum): string;
