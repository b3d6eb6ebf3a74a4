import { DmnModdle } from 'dmn-moddle';

/** Namespaces of the versions of DMN that are read, the model's and its diagrams'. */
const VERSIONS: ReadonlyMap<string, string> = new Map([
  ['http://www.omg.org/spec/DMN/20180521/MODEL/', 'http://www.omg.org/spec/DMN/20180521/DMNDI/'],
  ['https://www.omg.org/spec/DMN/20191111/MODEL/', 'https://www.omg.org/spec/DMN/20191111/DMNDI/'],
  ['https://www.omg.org/spec/DMN/20211108/MODEL/', 'https://www.omg.org/spec/DMN/20191111/DMNDI/'],
  ['https://www.omg.org/spec/DMN/20230324/MODEL/', 'https://www.omg.org/spec/DMN/20230324/DMNDI/'],
]);

const property = (name: string, type: string) => ({ name, type, xml: { serialize: 'property' } });
const expression = (name: string, properties: readonly object[]) => ({
  name,
  superClass: ['Expression'],
  properties,
});

/** Boxed expressions that came with DMN 1.4; dmn-moddle knows 1.3. */
const SINCE_1_4: readonly object[] = [
  {
    name: 'ChildExpression',
    properties: [
      { name: 'id', isAttr: true, type: 'String' },
      { name: 'value', type: 'Expression' },
    ],
  },
  {
    name: 'TypedChildExpression',
    superClass: ['ChildExpression'],
    properties: [{ name: 'typeRef', isAttr: true, type: 'String' }],
  },
  expression('Conditional', [
    property('if', 'ChildExpression'),
    property('then', 'ChildExpression'),
    property('else', 'ChildExpression'),
  ]),
  expression('Filter', [property('in', 'ChildExpression'), property('match', 'ChildExpression')]),
  {
    ...expression('Iterator', [
      { name: 'iteratorVariable', isAttr: true, type: 'String' },
      property('in', 'TypedChildExpression'),
    ]),
    isAbstract: true,
  },
  { name: 'For', superClass: ['Iterator'], properties: [property('return', 'ChildExpression')] },
  {
    name: 'Quantified',
    superClass: ['Iterator'],
    isAbstract: true,
    properties: [property('satisfies', 'ChildExpression')],
  },
  { name: 'Every', superClass: ['Quantified'], properties: [] },
  { name: 'Some', superClass: ['Quantified'], properties: [] },
];

/** The version that new files are of: 1.5. */
export const NEWEST = 'https://www.omg.org/spec/DMN/20230324/MODEL/';

/** A reader and writer of DMN files of the version that `xml` names; null if it names none that is known. */
export function moddleFor(xml: string): DmnModdle | null {
  const version = [...VERSIONS].find(([model]) => xml.includes(`"${model}"`) || xml.includes(`'${model}'`));
  if (version === undefined) return null;
  const [model, diagram] = version;
  const { dmn, dmndi } = new DmnModdle().registry.packageMap;
  if (dmn === undefined || dmndi === undefined) throw new Error('dmn-moddle knows no DMN.');
  return new DmnModdle({
    dmn: { ...dmn, uri: model, types: [...dmn.types, ...SINCE_1_4] },
    dmndi: { ...dmndi, uri: diagram },
  });
}
