import ts from 'typescript';
import { expect, test } from 'vitest';

const sources = import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });
const own = Object.entries(sources).filter(([path]) => !/\.test\.tsx?$|^\.\.\/test\/|\/generated\//.test(path));

/**
 * A text of more than a line survives a reload, Escape, the way back and an ended session: every text area of the program is
 * either saved by itself or kept by `useFormDraft`. This looks at all of them: no state of a text area comes out of `useState`.
 */
const files = own
  .filter(([path]) => path.endsWith('.tsx'))
  .map(([path, text]) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));

/** Forms of choices alone, which record nothing. */
const WITHOUT_TEXT = ['../features/authority-acts/StandingCover.tsx'];

const VALUE = new Set(['value', 'values', 'lines']);

/** What an element shows as its text: the expression of its value, also out of `{...common}`. */
function valuesOf(element: ts.JsxOpeningLikeElement): ts.Expression[] {
  return element.attributes.properties.flatMap((property) => {
    if (ts.isJsxSpreadAttribute(property)) return [property.expression];
    const isValue = ts.isIdentifier(property.name) && VALUE.has(property.name.text);
    const { initializer } = property;
    return isValue && initializer && ts.isJsxExpression(initializer) && initializer.expression
      ? [initializer.expression]
      : [];
  });
}

const namesIn = (node: ts.Node): string[] => {
  if (ts.isPropertyAccessExpression(node)) return namesIn(node.expression);
  if (ts.isIdentifier(node)) return [node.text];
  const found: string[] = [];
  node.forEachChild((child) => {
    if (ts.isPropertyAssignment(node) && child === node.name) return;
    found.push(...namesIn(child));
  });
  return found;
};

const calledIn = (node: ts.Node | undefined) =>
  node && ts.isCallExpression(node) && ts.isIdentifier(node.expression) ? node.expression.text : null;

/** Where a name comes from, as seen from a place: a hook, the props of a component, or further names. */
function originOf(name: string, from: ts.Node, seen = new Set<string>()): string[] {
  if (seen.has(name)) return [];
  seen.add(name);
  for (let scope: ts.Node = from.parent; scope; scope = scope.parent) {
    if (ts.isFunctionLike(scope)) {
      const component = ts.isFunctionDeclaration(scope) ? scope.name?.text : undefined;
      for (const parameter of scope.parameters)
        if (namesIn(parameter.name).includes(name)) {
          if (component && /^[A-Z]/.test(component)) return [`props of ${component}`];
          // what runs through a list comes from the list
          const call = scope.parent;
          return ts.isCallExpression(call) ? namesIn(call.expression).flatMap((one) => originOf(one, scope, seen)) : [];
        }
    }
    if (!ts.isBlock(scope) && !ts.isSourceFile(scope)) continue;
    for (const statement of scope.statements) {
      if (!ts.isVariableStatement(statement)) continue;
      for (const { name: bound, initializer } of statement.declarationList.declarations) {
        if (!initializer || !namesIn(bound).includes(name)) continue;
        const hook = calledIn(initializer);
        if (hook?.startsWith('use')) return [hook];
        return namesIn(initializer).flatMap((one) => originOf(one, statement, seen));
      }
    }
  }
  return [];
}

const tagOf = (element: ts.JsxOpeningLikeElement) => element.tagName.getText();
const elementsOf = (file: ts.SourceFile) => {
  const found: ts.JsxOpeningLikeElement[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) found.push(node);
    node.forEachChild(visit);
  };
  visit(file);
  return found;
};

/** Every element that shows a text of several lines, also through components that hand theirs on. */
function textAreas() {
  const tags = new Set(['textarea']);
  const all = files.flatMap((file) => elementsOf(file).map((element) => ({ file, element })));
  for (let before = 0; before !== tags.size; ) {
    before = tags.size;
    for (const { element } of all.filter(({ element }) => tags.has(tagOf(element))))
      for (const origin of valuesOf(element)
        .flatMap(namesIn)
        .flatMap((name) => originOf(name, element)))
        if (origin.startsWith('props of ')) tags.add(origin.slice('props of '.length));
  }
  return { tags, areas: all.filter(({ element }) => tags.has(tagOf(element))) };
}

test('no text of more than a line is lost with the screen', () => {
  const { tags, areas } = textAreas();
  expect([...tags]).toEqual(
    expect.arrayContaining(['TextArea', 'TextAreaField', 'DatedLines', 'FormFields', 'ErasureFields']),
  );
  expect(areas.length).toBeGreaterThan(40);
  const lost = areas.flatMap(({ file, element }) => {
    const hooks = valuesOf(element)
      .flatMap(namesIn)
      .flatMap((name) => originOf(name, element));
    const line = file.getLineAndCharacterOfPosition(element.pos).line + 1;
    return hooks.includes('useState') || hooks.includes('useKept')
      ? [`${file.fileName}:${line} <${tagOf(element)}>`]
      : [];
  });
  expect(lost.filter((place) => !WITHOUT_TEXT.some((path) => place.startsWith(path)))).toEqual([]);
});

test('what a form sends goes out one way: once, and under keys of its own', () => {
  const others = own
    .filter(
      ([path, text]) =>
        path !== '../api/useAct.ts' && /\buseMutation\b|'Idempotency-Key'|crypto\.randomUUID\(\)/.test(text),
    )
    .map(([path]) => path);
  expect(others).toEqual(['../api/client.ts']);
});
