import { nearestName } from '../nearest.ts';
import type { TypeSyntax } from '../parse/syntax.ts';
import type { FeelType } from '../type/feel-type.ts';
import { ANY, BOOLEAN, listOf, NUMBER, STRING } from '../type/feel-type.ts';
import type { Checker } from './checker.ts';

const NAMED: ReadonlyMap<string, FeelType> = new Map<string, FeelType>([
  ['Any', ANY],
  ['Null', { type: 'null' }],
  ['string', STRING],
  ['number', NUMBER],
  ['boolean', BOOLEAN],
  ['date', { type: 'date' }],
  ['time', { type: 'time' }],
  ['date and time', { type: 'date and time' }],
  ['days and time duration', { type: 'days and time duration' }],
  ['years and months duration', { type: 'years and months duration' }],
  ['list', listOf(ANY)],
  ['context', { type: 'context', fields: {} }],
  ['range', { type: 'range', of: ANY }],
  ['function', { type: 'function', result: ANY }],
]);

/** The type that the language itself calls so. */
export function builtinType(name: string): FeelType | undefined {
  return NAMED.get(name);
}

/** The type that is written; undefined, and a problem, if there is none of that name. */
export function readType(syntax: TypeSyntax, checker: Checker): FeelType | undefined {
  switch (syntax.kind) {
    case 'list': {
      const of = readType(syntax.of, checker);
      return of && listOf(of);
    }
    case 'context':
      return {
        type: 'context',
        fields: Object.fromEntries(
          syntax.fields.map(({ name, type }) => [name, readType(type, checker) ?? ANY]),
        ),
      };
    case 'function':
      return { type: 'function', result: ANY };
    case 'named': {
      const type = NAMED.get(syntax.name);
      if (!type) {
        checker.error(
          syntax.at,
          'unknown variable',
          `There is no type “${syntax.name}”.`,
          nearestName(syntax.name, NAMED.keys()),
        );
      }
      return type;
    }
  }
}
