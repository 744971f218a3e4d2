/** Nothing further away than this is offered as what was meant. */
const FARTHEST_EDITS = 3;

/**
 * The one of `names` that begins with `name` or that the fewest edits of single characters make of it; undefined when
 * none is near.
 */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const longer = names.find((candidate) => candidate.startsWith(`${name}_`));
  if (longer !== undefined) return longer;
  let nearest: string | undefined;
  let fewest = FARTHEST_EDITS + 1;
  for (const candidate of names) {
    const edits = countEdits(name, candidate);
    if (edits >= fewest) continue;
    nearest = candidate;
    fewest = edits;
  }
  return nearest;
}

/** Levenshtein distance: insertions, removals and replacements. */
function countEdits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_none, column) => column);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
