using System.ComponentModel;
using Karkhana.Core.Errors;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Verification;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Verification;

public sealed class CaseRunnerTests : IDisposable
{
    private static readonly Measure Echo = Measure.Define<EchoInput, EchoOptions, EchoResult>(
        "test.echo",
        "Gives back what it got.",
        "none",
        [new InputSpec("rows", "label, value")],
        [new OutputSpec("label", OutputShape.Vector, "labels"), new OutputSpec("value", OutputShape.Vector, "values")],
        request => new EchoInput(request.Table("rows").Texts("label"), request.Table("rows").Numbers("value")),
        (input, options, _, _) => new EchoResult(input, options.Factor));

    private readonly string _folder = Directory.CreateTempSubdirectory("karkhana-cases").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_check_passes_within_the_tolerance_and_fails_beyond_it()
    {
        Run("""{"value": [2.0000001, 4]}""", """, "tolerance": {"relative": 1e-7, "absolute": 0}""").Outcome.ShouldBe(CheckOutcome.Passed);
        Run("""{"value": [2.000001, 4]}""", """, "tolerance": {"relative": 1e-7, "absolute": 0}""").Message
            .ShouldBe("value[1]: expected 2.000001, found 2");
    }

    [Fact]
    public void A_tolerance_of_one_output_comes_before_that_of_the_check() => Run(
        """{"value": [2.1, 4]}""",
        """, "tolerance": {"relative": 0, "absolute": 0}, "tolerances": {"value": {"relative": 0, "absolute": 0.2}}""")
        .Outcome.ShouldBe(CheckOutcome.Passed);

    [Fact]
    public void Rows_are_found_by_their_labels_and_others_may_be_there_too()
    {
        Run("""{"label": ["b"], "value": [4]}""", """, "match": ["label"]""").Outcome.ShouldBe(CheckOutcome.Passed);
        Run("""{"label": ["z"], "value": [4]}""", """, "match": ["label"]""").Outcome.ShouldBe(CheckOutcome.Failed);
        Run("""{"value": [4]}""", "").Message.ShouldBe("value: expected 1 values, found 2");
    }

    [Fact]
    public void Null_is_not_defined_and_nothing_else()
    {
        Run("""{"value": [null, 4]}""", "").Outcome.ShouldBe(CheckOutcome.Failed);
        Run("""{"value": [null, 4]}""", "", """[["a", null], ["b", 2]]""").Outcome.ShouldBe(CheckOutcome.Passed);
        Run("""{"value": ["inf", 4]}""", "").Outcome.ShouldBe(CheckOutcome.Failed);
    }

    [Theory]
    [InlineData("set", """[4, 2]""", CheckOutcome.Passed)]
    [InlineData("set", """[4, 3]""", CheckOutcome.Failed)]
    [InlineData("at_least", """[1, 4]""", CheckOutcome.Passed)]
    [InlineData("at_most", """[1, 4]""", CheckOutcome.Failed)]
    [InlineData("partition", """[7, 9]""", CheckOutcome.Passed)]
    [InlineData("partition", """[7, 7]""", CheckOutcome.Failed)]
    [InlineData("partition", """[0, 7]""", CheckOutcome.Failed)]
    public void Rules_other_than_the_numerical_one_hold(string rule, string values, CheckOutcome expected) =>
        Run($$"""{"value": {{values}}}""", $$""", "compare": {"value": "{{rule}}"}""").Outcome.ShouldBe(expected);

    [Fact]
    public void Matrices_are_looked_up_by_labels_and_columns_may_come_in_any_order_and_sign()
    {
        Run("""{"table": {"rows": ["b", "a"], "cols": ["twice"], "values": [[-8], [-4]]}}""", "").Outcome.ShouldBe(CheckOutcome.Passed);
        Run("""{"table": {"rows": ["a", "b"], "cols": ["1", "2"], "values": [[4, 2], [8, 4]]}}""", """, "compare": {"table": "columns"}""")
            .Outcome.ShouldBe(CheckOutcome.Passed);
        Run("""{"table": {"rows": ["a", "b"], "cols": ["1", "2"], "values": [[2, 2], [4, 4]]}}""", """, "compare": {"table": "columns"}""")
            .Outcome.ShouldBe(CheckOutcome.Failed);
    }

    [Fact]
    public void Unknown_measures_fail_unless_they_are_to_be_skipped()
    {
        string file = Write("""{"checks": [{"measure": "test.other", "input": {}, "options": {}, "expect": {}}]}""");

        Single(new CaseRunner(new MeasureRegistry([Echo])), file).Outcome.ShouldBe(CheckOutcome.Failed);
        Single(new CaseRunner(new MeasureRegistry([Echo])) { SkipUnknown = true }, file).Outcome.ShouldBe(CheckOutcome.Skipped);
    }

    [Fact]
    public void Broken_cases_and_wrong_options_fail_with_a_reason()
    {
        Single(Runner(), Write("not json")).Message.ShouldContain("no checks");
        Run("{}", "", options: """{"faktor": 2}""").Message.ShouldContain("faktor");
        Run("""{"nothing": 1}""", "").Message.ShouldContain("does not give this output");
    }

    private static CaseRunner Runner() => new(new MeasureRegistry([Echo]));

    private static CheckResult Single(CaseRunner runner, string file) =>
        runner.Run(file, cancellationToken: TestContext.Current.CancellationToken).Single();

    private CheckResult Run(string expect, string rest, string rows = """[["a", 1], ["b", 2]]""", string options = """{"factor": 2}""") =>
        Single(Runner(), Write($$$"""
            {"id": "test/case", "checks": [{"measure": "test.echo",
             "input": {"rows": {"columns": ["label", "value"], "values": {{{rows}}}}},
             "options": {{{options}}}, "expect": {{{expect}}}{{{rest}}}}]}
            """));

    private string Write(string text)
    {
        string file = Path.Combine(_folder, "case.json");
        File.WriteAllText(file, text);
        return file;
    }

    private sealed record EchoInput(string[] Labels, double[] Values);

    private sealed record EchoOptions
    {
        [Description("Multiplies.")]
        public double Factor { get; init => field = Require.Between(value, 0, 10); } = 1;
    }

    private sealed record EchoResult(EchoInput Input, double Factor) : IMeasureResult
    {
        public IReadOnlyList<Note> Notes => [];

        public Provenance Provenance => new("test.echo", "", "none");

        private double[] Scaled => [.. Input.Values.Select(value => value * Factor)];

        public Table ToTable() => Table.Of("echo", Column.Of("label", Input.Labels), Column.Of("value", Scaled));

        public MeasureOutputs ToOutputs() => new MeasureOutputs()
            .Vector("label", Input.Labels)
            .Vector("value", Scaled)
            .Matrix("table", Input.Labels, ["once", "twice"], [.. Scaled.SelectMany(value => new[] { value, -2 * value })]);
    }
}
