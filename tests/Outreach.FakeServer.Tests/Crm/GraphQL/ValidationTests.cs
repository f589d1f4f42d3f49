using Outreach.FakeServer.Crm.GraphQL;

namespace Outreach.FakeServer.Tests.Crm.GraphQL;

/// <summary>The rules of section 5 of the specification, with its examples and some of our own.</summary>
public class ValidationTests
{
    private const string Name = " fragment N on Dog { name }";

    [Theory]
    // 5.2 operations
    [InlineData("query getDogName { dog { name } } query getOwnerName { dog { owner { name } } }")]
    [InlineData("{ dog { name } }")]
    [InlineData("subscription sub { newMessage { body sender } }")]
    [InlineData("subscription sub { ...n } fragment n on Subscription { newMessage { body } }")]
    // 5.3 fields
    [InlineData("{ pet { ...interfaceField } } fragment interfaceField on Pet { name }")]
    [InlineData("{ catOrDog { __typename ... on Pet { name } ... on Dog { barkVolume } } }")]
    [InlineData("{ dog { name name otherName: name otherName: name } }")]
    [InlineData("{ dog { doesKnowCommand(dogCommand: SIT) doesKnowCommand(dogCommand: SIT) } }")]
    [InlineData("query Q($c: DogCommand!) { dog { doesKnowCommand(dogCommand: $c) doesKnowCommand(dogCommand: $c) } }")]
    [InlineData("{ pet { ... on Dog { volume: barkVolume } ... on Cat { volume: meowVolume } } }")]
    [InlineData("{ pet { ... on Dog { doesKnowCommand(dogCommand: SIT) } ... on Cat { doesKnowCommand(catCommand: JUMP) } } }")]
    [InlineData("{ dog { owner { name } owner { pets { name } } } }")]
    [InlineData("{ findDog(complex: {name: \"a\", age: 1}) { name } findDog(complex: {age: 1, name: \"a\"}) { nickname } }")]
    [InlineData("{ dog { barkVolume } __schema { queryType { name } } __type(name: \"Dog\") { kind } }")]
    // 5.4 arguments
    [InlineData("{ dog { isHouseTrained(atOtherHomes: true) @include(if: true) } }")]
    [InlineData("{ arguments { multipleRequirements(y: 1, x: 2) } }")]
    [InlineData("{ arguments { booleanArgField booleanArgField2: booleanArgField(booleanArg: null) } }")]
    [InlineData("{ arguments { optionalNonNullBooleanArgField } }")]
    // 5.5 fragments
    [InlineData("{ dog { ...a ...b } } fragment a on Dog { name } fragment b on Dog { owner { name } }")]
    [InlineData("{ dog { ... on Dog { name } ... @include(if: true) { nickname } ... { barkVolume } } }")]
    [InlineData("{ dog { ...a } } fragment a on Pet { name ... on Dog { barkVolume } }")]
    [InlineData("{ dog { ...a } } fragment a on CatOrDog { ... on Dog { name } }")]
    [InlineData("{ human { pets { ...u } } } fragment u on CatOrDog { ... on Cat { meowVolume } }")]
    // 5.6 values
    [InlineData("{ arguments { floatArgField(floatArg: 1) intArgField(intArg: -2147483648) idArgField(idArg: 4) } }")]
    [InlineData("query Q($c: ComplexInput = {name: \"Fido\"}) { findDog(complex: $c) { name } }")]
    [InlineData("{ findDog(complex: {name: null, inner: {age: 1}}) { name } }")]
    [InlineData("{ findDogs(names: \"one\", nested: [1, [2, null], null]) }")]
    [InlineData("query Q($v: Int) { anything(value: {a: [1, 2.5, {b: $v}], c: E, d: null}) }")]
    // 5.7 directives
    [InlineData("query @tag @tag(name: \"b\") { dog { name @skip(if: false) @include(if: true) } }")]
    [InlineData("query Q($f: Boolean = true, $g: Boolean = false) { dog { name @skip(if: $f) } ... @skip(if: $g) { cat { name } } }")]
    // 5.8 variables
    [InlineData("query A($atOtherHomes: Boolean) { ...H } query B($atOtherHomes: Boolean) { ...H } fragment H on Query { dog { isHouseTrained(atOtherHomes: $atOtherHomes) } }")]
    [InlineData("query Q($b: Boolean!) { arguments { booleanArgField(booleanArg: $b) } }")]
    [InlineData("query Q($b: Boolean = true) { arguments { nonNullBooleanArgField(nonNullBooleanArg: $b) } }")]
    [InlineData("query Q($b: Boolean) { arguments { optionalNonNullBooleanArgField(optionalBooleanArg: $b) } }")]
    [InlineData("query Q($b: [Boolean!]!) { booleanList(booleanListArg: $b) arguments { booleanListArgField(booleanListArg: $b) } }")]
    [InlineData("query Q($n: String, $i: ComplexInput!) { findDog(complex: {name: $n, inner: [$i]}) { name } }")]
    public void A_valid_document_has_no_errors(string document) => SpecSchema.Validate(document).Should().BeEmpty();

    [Theory]
    [InlineData("{ dog { name } } extend type Dog { color: String }", "operations and fragments only")]
    [InlineData("{ dog { name } } type Bird { color: String }", "operations and fragments only")]
    [InlineData("fragment F on Dog { name }", "no operation")]
    [InlineData("query a { dog { name } } query a { dog { owner { name } } }", "only one operation named \"a\"")]
    [InlineData("query a { dog { name } } mutation a { feed }", "only one operation named \"a\"")]
    [InlineData("{ dog { name } } query a { dog { owner { name } } }", "must be the only one")]
    [InlineData("subscription { newMessage { body } disallowedSecondRootField }", "one root field only")]
    [InlineData("subscription { ...m } fragment m on Subscription { newMessage { body } disallowedSecondRootField }", "one root field only")]
    [InlineData("subscription { __typename }", "introspection field")]
    public void Operations_are_checked(string document, string problem) => Refused(document, problem);

    [Theory]
    [InlineData("{ dog { meowVolume } }", "\"Dog\" has no field \"meowVolume\"")]
    [InlineData("{ dog { barkVolume: kawVolume } }", "no field \"kawVolume\"")]
    [InlineData("{ pet { nickname } }", "\"Pet\" has no field \"nickname\"")]
    [InlineData("{ catOrDog { name } }", "\"CatOrDog\" has no field \"name\"")]
    [InlineData("{ dog { __schema { description } } }", "no field \"__schema\"")]
    [InlineData("mutation { __schema { description } }", "no field \"__schema\"")]
    [InlineData("{ dog { barkVolume { sinceWhen } } }", "no fields to select")]
    [InlineData("{ human }", "needs a selection")]
    [InlineData("{ pet }", "needs a selection")]
    [InlineData("{ catOrDog }", "needs a selection")]
    public void Fields_are_checked(string document, string problem) => Refused(document, problem);

    [Theory]
    [InlineData("{ dog { name: nickname name } }", "different fields")]
    [InlineData("{ dog { ...a ...b } } fragment a on Dog { x: name } fragment b on Dog { x: nickname }", "different fields")]
    [InlineData("{ dog { doesKnowCommand(dogCommand: SIT) doesKnowCommand(dogCommand: HEEL) } }", "arguments differ")]
    [InlineData("query Q($c: DogCommand!) { dog { doesKnowCommand(dogCommand: SIT) doesKnowCommand(dogCommand: $c) } }", "arguments differ")]
    [InlineData("query Q($c: DogCommand!, $d: DogCommand!) { dog { doesKnowCommand(dogCommand: $c) doesKnowCommand(dogCommand: $d) } }", "arguments differ")]
    [InlineData("{ dog { isHouseTrained isHouseTrained(atOtherHomes: true) } }", "arguments differ")]
    [InlineData("{ findDogs(names: [\"a\"]) findDogs(names: \"a\") }", "arguments differ")]
    [InlineData("{ pet { ... on Dog { someValue: nickname } ... on Cat { someValue: meowVolume } } }", "types String and Int differ")]
    [InlineData("{ pet { ... on Dog { v: nickname } ... on Cat { v: name } } }", "types String and String! differ")]
    [InlineData("{ pet { ... on Dog { extra { string } } ... on Cat { extra { string } } } }", "types String and Int differ")]
    [InlineData("{ pet { ... on Dog { x: owner { name } } ... on Cat { x: name } } }", "differ")]
    [InlineData("{ pet { name ... on Dog { name: nickname } } }", "different fields")]
    [InlineData("{ dog { owner { a: name } } ...q } fragment q on Query { dog { owner { a: __typename } } }", "different fields")]
    [InlineData("{ a: dog { name } a: cat { name } }", "different fields")]
    public void Fields_of_one_name_must_merge(string document, string problem) => Refused(document, problem);

    [Theory]
    [InlineData("{ dog { doesKnowCommand(command: CLEAN_UP_HOUSE, dogCommand: SIT) } }", "no argument named \"command\"")]
    [InlineData("{ dog { isHouseTrained(atOtherHomes: true) @include(unless: false, if: true) } }", "no argument named \"unless\"")]
    [InlineData("{ arguments { booleanArgField(booleanArg: true, booleanArg: false) } }", "only one argument named \"booleanArg\"")]
    [InlineData("{ arguments { nonNullBooleanArgField } }", "needs the argument \"nonNullBooleanArg\"")]
    [InlineData("{ arguments { nonNullBooleanArgField(nonNullBooleanArg: null) } }", "found null")]
    [InlineData("{ dog { name @include } }", "needs the argument \"if\"")]
    public void Arguments_are_checked(string document, string problem) => Refused(document, problem);

    [Theory]
    [InlineData("{ dog { ...N } }" + Name + Name, "only one fragment named \"N\"")]
    [InlineData("{ dog { ...a } } fragment a on NotInSchema { name }", "no type named \"NotInSchema\"")]
    [InlineData("{ dog { ... on NotInSchema { name } } }", "no type named \"NotInSchema\"")]
    [InlineData("{ dog { ...a } } fragment a on Int { something }", "no object type, interface or union")]
    [InlineData("{ dog { ... on Boolean { something } } }", "no object type, interface or union")]
    [InlineData("{ dog { ... on ComplexInput { something } } }", "no object type, interface or union")]
    [InlineData("{ dog { name } }" + Name, "never used")]
    [InlineData("{ dog { name } } fragment a on Dog { ...b } fragment b on Dog { name }", "\"b\" is never used")]
    [InlineData("{ dog { ...undefinedFragment } }", "no fragment named \"undefinedFragment\"")]
    [InlineData("{ dog { ...a } } fragment a on Dog { ...a }", "spreads itself")]
    [InlineData("{ dog { ...a } } fragment a on Dog { name ...b } fragment b on Dog { barkVolume ...a }", "spreads itself")]
    [InlineData("{ dog { ...d } } fragment d on Dog { owner { ...o } } fragment o on Human { pets { ...d } }", "spreads itself")]
    [InlineData("{ dog { ... on Cat { meowVolume } } }", "can never apply")]
    [InlineData("{ human { ...a } } fragment a on Pet { name }", "can never apply")]
    [InlineData("{ dog { ... on HumanOrAlien { __typename } } }", "can never apply")]
    [InlineData("{ pet { ...s } } fragment s on Sentient { name }", "can never apply")]
    public void Fragments_are_checked(string document, string problem) => Refused(document, problem);

    [Theory]
    [InlineData("{ arguments { intArgField(intArg: \"123\") } }", "type Int, found \"123\"")]
    [InlineData("{ arguments { intArgField(intArg: 1.0) } }", "type Int")]
    [InlineData("{ arguments { intArgField(intArg: 2147483648) } }", "type Int")]
    [InlineData("{ arguments { floatArgField(floatArg: \"1\") } }", "type Float")]
    [InlineData("{ arguments { floatArgField(floatArg: 1e999) } }", "type Float")]
    [InlineData("{ arguments { booleanArgField(booleanArg: 1) } }", "type Boolean")]
    [InlineData("{ arguments { idArgField(idArg: 1.5) } }", "type ID")]
    [InlineData("{ arguments { idArgField(idArg: true) } }", "type ID")]
    [InlineData("{ dog { doesKnowCommand(dogCommand: JUMP) } }", "type DogCommand!, found JUMP")]
    [InlineData("{ dog { doesKnowCommand(dogCommand: \"SIT\") } }", "type DogCommand!, found \"SIT\"")]
    [InlineData("{ findDog(complex: \"Fido\") { name } }", "type ComplexInput")]
    [InlineData("{ findDog(complex: {name: 123}) { name } }", "type String, found 123")]
    [InlineData("{ findDog(complex: {favoriteCookieFlavor: \"Bacon\"}) { name } }", "no field \"favoriteCookieFlavor\"")]
    [InlineData("{ findDog(complex: {name: \"a\", name: \"b\"}) { name } }", "only one input field named \"name\"")]
    [InlineData("{ findDog(complex: {required: null}) { name } }", "found null")]
    [InlineData("{ findDogs(names: [\"a\", null]) }", "type String!, found null")]
    [InlineData("{ findDogs(names: [\"a\", 1]) }", "type String!, found 1")]
    [InlineData("{ anything(value: {a: 1, a: 2}) }", "only one input field named \"a\"")]
    [InlineData("query Q($c: ComplexInput = {name: 1}) { findDog(complex: $c) { name } }", "type String, found 1")]
    [InlineData("query Q($b: Boolean! = null) { arguments { booleanArgField(booleanArg: $b) } }", "found null")]
    public void Values_are_checked(string document, string problem) => Refused(document, problem);

    [Theory]
    [InlineData("{ dog { name @unknown } }", "no directive \"@unknown\"")]
    [InlineData("query @skip(if: true) { dog { name } }", "may not stand on QUERY")]
    [InlineData("{ dog { name @deprecated } }", "may not stand on FIELD")]
    [InlineData("query Q($a: Boolean @include(if: true)) { dog { isHouseTrained(atOtherHomes: $a) } }", "may not stand on VARIABLE_DEFINITION")]
    [InlineData("{ dog { ...N @tag } }" + Name, "may not stand on FRAGMENT_SPREAD")]
    [InlineData("mutation @tag { feed }", "may not stand on MUTATION")]
    [InlineData("query Q($f: Boolean = true, $b: Boolean = false) { dog @skip(if: $f) @skip(if: $b) { name } }", "only once")]
    public void Directives_are_checked(string document, string problem) => Refused(document, problem);

    [Theory]
    [InlineData("query Q($a: Boolean, $a: Boolean) { dog { isHouseTrained(atOtherHomes: $a) } }", "only one variable named \"$a\"")]
    [InlineData("query Q($a: Cat) { dog { name } anything(value: $a) }", "cannot have the output type Cat")]
    [InlineData("query Q($a: [[Pet]]!) { anything(value: $a) }", "cannot have the output type [[Pet]]!")]
    [InlineData("query Q($a: Nothing) { anything(value: $a) }", "no type for variable")]
    [InlineData("query Q { dog { isHouseTrained(atOtherHomes: $a) } }", "\"$a\" is not defined by operation \"Q\"")]
    [InlineData("{ dog { ...a } } fragment a on Dog { ...b } fragment b on Dog { isHouseTrained(atOtherHomes: $c) }", "\"$c\" is not defined")]
    [InlineData("query Q($a: Boolean) { dog { isHouseTrained } }", "\"$a\" is never used")]
    [InlineData("query A($b: Boolean) { ...H } query B { ...H } fragment H on Query { dog { isHouseTrained(atOtherHomes: $b) } }", "not defined by operation \"B\"")]
    [InlineData("query Q($i: Int) { arguments { booleanArgField(booleanArg: $i) } }", "cannot stand where Boolean is expected")]
    [InlineData("query Q($l: [Boolean]) { arguments { booleanArgField(booleanArg: $l) } }", "cannot stand where Boolean")]
    [InlineData("query Q($b: Boolean) { arguments { nonNullBooleanArgField(nonNullBooleanArg: $b) } }", "cannot stand where Boolean!")]
    [InlineData("query Q($b: Boolean = null) { arguments { nonNullBooleanArgField(nonNullBooleanArg: $b) } }", "cannot stand where Boolean!")]
    [InlineData("query Q($b: [Boolean]) { booleanList(booleanListArg: $b) }", "cannot stand where [Boolean!]")]
    [InlineData("query Q($b: Boolean!) { booleanList(booleanListArg: $b) }", "cannot stand where [Boolean!]")]
    [InlineData("query Q($n: Int) { findDog(complex: {name: $n}) { name } }", "cannot stand where String")]
    [InlineData("query Q($b: Boolean) { dog { name @skip(if: $b) } }", "cannot stand where Boolean!")]
    public void Variables_are_checked(string document, string problem) => Refused(document, problem);

    [Fact]
    public void Each_error_tells_its_places()
        => SpecSchema.Validate("{\n  dog {\n    a: name\n    a: nickname\n  }\n}").Single().Locations.Should().Equal(new Location(3, 5), new Location(4, 5));

    private static void Refused(string document, string problem)
        => SpecSchema.Validate(document).Should().Contain(e => e.Message.Contains(problem)).And.OnlyContain(e => e.Code == "GRAPHQL_VALIDATION_FAILED");
}
