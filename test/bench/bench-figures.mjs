// Loads figures, measures them and judges the values. Apart from run-bench.mjs so that tests can do the same in memory.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * A figure is `export const figure` of a file in test/bench/figures:
 *   id       stable, kebab-case; used with --only
 *   title    what is compared with what, for a person
 *   unit     'ratio' wherever two things can be measured in one run, so that another machine changes nothing
 *   better   'higher' or 'lower'
 *   must     the value that has to be reached; null when none is set
 *   aim      the value we want
 *   measure  async function that gives the value
 */
export async function loadFigures(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
  const figures = [];
  for (const name of names.sort()) {
    const { figure } = await import(pathToFileURL(join(folder, name)).href);
    const complaint = judgeFigure(figure);
    if (complaint !== undefined) throw new Error(`${name}: ${complaint}`);
    if (figures.some(({ id }) => id === figure.id)) throw new Error(`${name}: id ${figure.id} is used twice`);
    figures.push(figure);
  }
  return figures;
}

function judgeFigure(figure) {
  if (figure === undefined) return 'has no export named figure';
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(figure.id ?? '')) return 'id is not kebab-case';
  if (typeof figure.title !== 'string' || typeof figure.unit !== 'string') return 'title and unit are texts';
  if (figure.better !== 'higher' && figure.better !== 'lower') return "better is 'higher' or 'lower'";
  if (!isLimit(figure.must) || !isLimit(figure.aim)) return 'must and aim are numbers or null';
  if (typeof figure.measure !== 'function') return 'measure is a function';
  return undefined;
}

function isLimit(value) {
  return value === null || Number.isFinite(value);
}

/** Ids asked for that no figure has. */
export function unknownIds(figures, ids) {
  return ids.filter((id) => !figures.some((figure) => figure.id === id));
}

/** A figure that throws, or gives no number, is not met: its value is null and the reason is told. */
export async function measureFigure(figure) {
  const { id, title, unit, must, aim } = figure;
  try {
    const value = await figure.measure();
    if (!Number.isFinite(value)) throw new Error(`measured ${value}, which is no number`);
    return { id, title, value, unit, must, aim, met: reaches(value, must, figure.better) };
  } catch (error) {
    return { id, title, value: null, unit, must, aim, met: false, reason: error.message };
  }
}

function reaches(value, limit, better) {
  if (limit === null) return true;
  return better === 'higher' ? value >= limit : value <= limit;
}

/** Lines of a table for a terminal. */
export function tableOf(results) {
  const header = ['id', 'value', 'unit', 'must', 'aim', 'met', 'title'];
  const rows = results.map((result) => [
    result.id,
    shown(result.value),
    result.unit,
    shown(result.must),
    shown(result.aim),
    result.met ? 'yes' : 'NO',
    result.reason === undefined ? result.title : `${result.title} (${result.reason})`,
  ]);
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => row[column].length)));
  return [header, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
}

function shown(value) {
  if (value === null) return '-';
  return Number.isInteger(value) ? String(value) : value.toPrecision(4);
}
