import { describe, expect, it } from 'vitest';
import { evaluate } from 'feelin';
import { compileExpression } from '../../definitions/feel/compile.ts';
import type { TypeEnvironment } from '../../definitions/feel/compile.ts';
import type { JsonObject } from '../../definitions/flow/json.ts';

const SCOPE: JsonObject = {
  n: 5,
  m: -3,
  s: 'hello',
  t: true,
  nothing: null,
  list: [1, 2, 3],
  words: ['a', 'b', 'c'],
  people: [
    { name: 'Ann', age: 30 },
    { name: 'Bob', age: 50 },
  ],
  ctx: { a: 1, b: { c: 2 } },
};
const UNTYPED: TypeEnvironment = Object.fromEntries(
  Object.keys(SCOPE).map((name) => [name, { type: 'any' }]),
);

/** One expression a line; what the two implementations answer alike. Values of time are told in ISO 8601 by both. */
const EXPRESSIONS = String.raw`
1 + 2 * 3
(1 + 2) * 3
2 ** 3
7 / 2
-n + m
n - -m
10 - 4 - 3
"a" + "b"
"a" + 1
n > 3 and m < 0
n > 3 or nothing
nothing and true
nothing and false
nothing or true
not(t)
not(nothing)
not(1)
n = 5
n != 5
n = "5"
nothing = null
n = null
s < "world"
n between 1 and 10
n between 6 and 10
n in [1..5]
n in (1..5)
n in ]1..5]
n in (< 3, > 4)
n in (1, 2, 5)
n in list
n in [list]
if n > 3 then "big" else "small"
if nothing then 1 else 2
for i in list return i * 2
for i in 1..3, j in 1..2 return i * 10 + j
for i in 3..1 return i
for i in [1..3] return i
for x in nothing return x
some i in list satisfies i > 2
some i in list satisfies i > 5
every i in list satisfies i > 0
every i in [] satisfies i > 0
some i in [] satisfies i > 0
some i in [null, 1] satisfies i > 0
list[1]
list[-1]
list[0]
list[4]
list[item > 1]
people[age > 40].name
people.name
people[name = "Ann"][1].age
people[1].nope
ctx.b.c
ctx.x
ctx.b.x.y
{a: 1, b: a + 1}.b
{a: 1}.a
n[1]
n[2]
nothing[1]
[1, 2] = [1, 2]
[1, 2] = [2, 1]
{a: 1} = {a: 1}
{a: 1} = {a: 2}
n instance of number
s instance of string
nothing instance of Null
nothing instance of Any
ctx instance of context<a: number>
@"2020-01-01" instance of date
contains(s, "ell")
starts with(s, "he")
ends with(s, "lo")
upper case(s)
lower case("ABC")
string length(s)
substring(s, 2)
substring(s, 2, 3)
substring(s, -2)
substring(s, -3, 2)
substring before(s, "l")
substring after(s, "l")
substring after(s, "x")
substring before(s, "x")
string join(words, "-")
string join(words)
string join([], "-")
string join(["a", null, "b"], "-")
string(1.5)
string(true)
string(null)
string([1, "a"])
string({a: 1})
string(@"PT2H")
string(@"2020-01-01")
number("12.5")
number("x")
number("1,000.5", ",", ".")
list contains(list, 2)
list contains([1, null], null)
count(list)
count([])
min(list)
max(list)
min(3, 1, 2)
max([])
sum(list)
sum([])
sum(1, 2, 3)
mean(list)
mean([])
median([1, 3, 2, 4])
product(list)
stddev(2, 4, 7, 5)
mode([1, 2, 2, 3])
mode([])
all([true, true])
all([true, false])
all([true, null])
all([])
any([false, true])
any([false, null])
any([])
append(list, 4)
append(list, 4, 5)
concatenate(list, words)
concatenate([1], 2)
distinct values([1, 2, 1, 3, 2])
flatten([1, [2, [3]]])
index of([1, 2, 1], 1)
index of([1, null], null)
sublist(list, 2)
sublist(list, 1, 2)
sublist(list, -2)
insert before(list, 1, 0)
insert before(list, 2, 9)
remove(list, 1)
reverse(list)
union(list, [3, 4])
sort(list, function(x, y) x > y)
list replace(list, 2, 9)
list replace(list, function(item, newItem) item > 1, 0)
floor(1.5)
floor(-1.5)
ceiling(1.5)
floor(1.56, 1)
ceiling(-1.56, 1)
round up(5.5, 0)
round down(-5.5, 0)
round half up(5.5, 0)
round half down(5.5, 0)
round half up(-2.5, 0)
round half down(1.126, 2)
decimal(2.5, 0)
decimal(1.115, 2)
abs(-3)
abs(@"-PT5H")
modulo(12, 5)
modulo(-12, 5)
modulo(12, -5)
modulo(10.1, 4.5)
sqrt(16)
sqrt(-1)
even(2)
odd(2)
even(-3)
log(1)
exp(0)
date("2020-02-29")
date("2020-02-30")
date(2020, 2, 29)
date(2020, 13, 1)
date("2020-01-01").year
date("2020-01-01").weekday
date("2020-01-31") + duration("P1M")
date("2020-01-31") + @"P1D"
date("2020-03-01") - date("2020-02-01")
date("2020-03-01") - @"P1M"
date("2020-03-01") > date("2020-02-01")
date("2020-03-01") = @"2020-03-01"
date and time("2020-01-01T10:00:00Z")
date and time("2020-01-01T10:00:00Z") + @"PT2H"
date and time("2020-01-01T10:00:00Z") - date and time("2020-01-01T08:00:00Z")
date and time("2020-01-01T10:00:00+01:00")
date and time("2020-01-01T10:00:00")
date and time(date("2020-01-01"), time("10:00:00Z"))
date and time("2020-01-01T10:00:00+02:00") = date and time("2020-01-01T08:00:00Z")
date and time("2020-01-01T10:00:00Z").hour
date and time("2020-01-01T10:20:30Z").minute
date and time("2020-01-01T10:20:30Z").second
time("10:00:00")
time("10:00:00Z") + @"PT15H"
time("10:00:00") - time("08:30:00")
time("10:00:00") < time("11:00:00")
time(10, 30, 0)
duration("P1Y2M")
duration("P1DT2H")
duration("PT36H")
@"PT1H" + @"PT30M"
@"P1Y" + @"P2M"
@"P1Y" = @"P12M"
@"P1D" = @"PT24H"
@"PT1H" < @"PT2H"
@"PT90M".hours
@"PT90M".minutes
@"P1Y2M".years
@"P1Y2M".months
@"-PT90M".minutes
day of year(date("2019-09-17"))
day of week(date("2019-09-17"))
month of year(date("2019-09-17"))
week of year(date("2019-09-17"))
week of year(date("2003-12-29"))
week of year(date("2005-01-01"))
get value(ctx, "a")
get value(ctx, "x")
get entries(ctx)
context([{key: "a", value: 1}])
context put(ctx, "z", 9)
context put(ctx, ["b", "d"], 9)
context merge([{a: 1}, {b: 2, a: 3}])
before(1, 2)
before([1..5], [6..8])
before([1..5), [5..8])
after(3, [1..2])
meets([1..5], [5..8])
met by([5..8], [1..5])
overlaps([1..5], [3..8])
includes([1..5], 3)
includes([1..5], [2..3])
includes([1..5), 5)
[1..5].start
(> 5).end
(function(x) x + 1)(2)
{f: function(x) x * 2, r: f(4)}.r
contains(string: "foobar", match: "ob")
substring(string: "foobar", start position: 3)
"a\"b"
"\u0041"
.5
[1, 2, 3][item = 2]
[{a: 1}, {a: 2}][a = 2]
[{x: 1, y: 2}, {x: 2, y: 3}].y
count([[1, 2], 3])
list contains(words, "b")
1 = 1.0
"abc" = "abc"
s = "hello" and n = 5
5 in (5)
"a" in ("a", "b")
@"2020-01-01" in [@"2019-12-01"..@"2020-02-01"]
partial
unknown
unknown + 1
`;

/** Where the other implementation answers otherwise, what the specification says. */
const SETTLED: readonly (readonly [source: string, value: unknown])[] = [
  ['0.1 + 0.2', 0.3],
  ['1e3', 1000],
  ['remove(list, -1)', [1, 2]],
  ['@"PT1H" * 2', 'PT2H'],
  ['@"PT1H" / @"PT30M"', 2],
  ['@"P1Y" / 2', 'P6M'],
  ['-@"PT1H"', '-PT1H'],
  ['get value(ctx, ["b", "c"])', 2],
  ['some i in [null, 0] satisfies i > 0', null],
  ['overlaps before([1..5], [3..8])', true],
  ['overlaps after([3..8], [1..5])', true],
  ['finishes(5, [1..5])', true],
  ['finished by([1..5], [3..5])', true],
  ['during(3, [1..5])', true],
  ['starts(1, [1..5])', true],
  ['started by([1..5], [1..3])', true],
  ['coincides([1..5], [1..5])', true],
  ['years and months duration(date("2011-12-22"), date("2013-08-24"))', 'P1Y8M'],
];

describe('compared with another implementation', () => {
  it.each(EXPRESSIONS.trim().split('\n'))('%s', (source) => {
    const other: unknown = JSON.parse(JSON.stringify(evaluate(source, SCOPE).value ?? null));
    expect(compileExpression(source, UNTYPED).evaluate(SCOPE, 0)).toEqual(other);
  });

  it.each(SETTLED)('%s is settled by the specification', (source, value) => {
    const other: unknown = JSON.parse(JSON.stringify(evaluate(source, SCOPE).value ?? null));
    expect(compileExpression(source, UNTYPED).evaluate(SCOPE, 0)).toEqual(value);
    expect(other).not.toEqual(value);
  });
});
