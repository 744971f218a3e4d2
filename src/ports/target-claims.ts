/**
 * The right to write below a target. Tokens only rise: a holder that claims again gets a higher one, so that a paused
 * twin of it is refused by whatever checks the token. Calls wait for the database to come back and may be repeated.
 */
export interface TargetClaims {
  claim(operationId: string, location: string, path: string): Promise<ClaimOutcome>;
  /** States beforehand that the holder makes this path now; false takes that back. */
  setWriting(operationId: string, location: string, path: string, writing: boolean): Promise<void>;
  /** States beforehand which folders the holder makes, outermost first. */
  setMadeFolders(operationId: string, location: string, path: string, folders: readonly string[]): Promise<void>;
  /** Ascending by location and path. */
  list(operationId: string): Promise<readonly TargetClaim[]>;
  release(operationId: string): Promise<void>;
}

export type ClaimOutcome =
  | { readonly held: true; readonly fencingToken: number }
  | { readonly held: false; readonly holderOperationId: string };

export interface TargetClaim {
  readonly location: string;
  readonly path: string;
  readonly writing: boolean;
  readonly madeFolders: readonly string[];
}
