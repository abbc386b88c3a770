using System.Text.Json;
using Karkhana.Core.Measures;
using Karkhana.Methods.Experiments;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Experiments;

/// <summary>What requests of the models say, and what they may not say.</summary>
public sealed class ExperimentRequestTests
{
    private const string Network = """
        "network": {"columns": ["from", "to"], "values": [["a", "b"], ["b", "c"], ["c", "a"]], "from": "from", "to": "to"}
        """;

    [Fact]
    public void Opinions_are_matched_by_id()
    {
        MeasureOutputs outputs = Compute(
            DegrootLearningMeasure.Definition,
            $$"""{"input": { {{Network}}, "opinions": {"columns": ["id", "value"], "values": [["c", 3], ["a", 1], ["b", 2]], "id": "id", "value": "value"} }, "options": {"steps": 0} }""");

        outputs.All["node"].Texts.ShouldBe(["a", "b", "c"]);
        outputs.All["opinion"].Numbers.ShouldBe([1, 2, 3]);
        outputs.All["consensus"].Numbers![0].ShouldBe(2, 1e-14);
    }

    [Fact]
    public void Nodes_without_an_opinion_or_with_two_are_refused()
    {
        Refused(DegrootLearningMeasure.Definition, $$"""{"input": { {{Network}}, "opinions": {"columns": ["id", "value"], "values": [["c", 3], ["a", 1]], "id": "id", "value": "value"} }, "options": {"steps": 0} }""")
            .ShouldContain("b had none");
        Refused(DegrootLearningMeasure.Definition, $$"""{"input": { {{Network}}, "opinions": {"columns": ["id", "value"], "values": [["c", 3], ["c", 1]], "id": "id", "value": "value"} }, "options": {"steps": 0} }""")
            .ShouldContain("c came more than once");
        Refused(DegrootLearningMeasure.Definition, $$"""{"input": { {{Network}} }, "options": {} }""").ShouldContain("steps must be given");
    }

    [Fact]
    public void Thresholds_and_seeds_are_matched_by_id()
    {
        MeasureOutputs outputs = Compute(
            ThresholdCascadeMeasure.Definition,
            $$"""{"input": { {{Network}}, "nodes": {"columns": ["id", "threshold", "seed"], "values": [["c", 0.5, 1], ["b", 1, 0]], "id": "id", "threshold": "threshold", "seed": "seed"} }, "options": {"threshold": 1} }""");

        outputs.All["activation_step"].Numbers.ShouldBe([2, 1, 0]); // b looks at c, a at b
        outputs.All["active_count"].Numbers.ShouldBe([1, 2, 3]);
    }

    [Theory]
    [InlineData("[[2, 1, 0.5]]", "need 4 rows, there were 1")]
    [InlineData("[[1, 0, 0.5], [1, 0, 0.7]]", "locus 1 came twice with state 0")]
    [InlineData("[[1, 0, 0.5], [1, 1, 0.7], [1, 1, 0.7]]", "locus 1 came twice with state 1")]
    [InlineData("[[1.5, 0, 0.5], [1, 1, 0.7]]", "1.5")]
    [InlineData("[[1, -1, 0.5], [1, 1, 0.7]]", "-1")]
    [InlineData("[[20, 1048575, 0.5]]", "need 20971520 rows")]
    [InlineData("[[21, 0, 0.5]]", "21")]
    [InlineData("[]", "at least one row")]
    public void A_table_of_contributions_with_gaps_or_odd_numbers_is_refused(string rows, string expected)
    {
        Refused(NkLandscapeMeasure.Definition, $$"""{"input": {"contributions": {"columns": ["locus", "state", "value"], "values": {{rows}}, "locus": "locus", "state": "state", "value": "value"} } }""")
            .ShouldContain(expected);
    }

    [Fact]
    public void Options_that_a_curve_does_not_know_are_refused_in_the_words_of_the_catalogue()
    {
        Refused(InnovationDiffusionMeasure.Definition, """{"input": {}, "options": {"parameters": {"p": 0.1, "r": 3}, "time": [1]}}""").ShouldContain("parameters");
        Refused(InnovationDiffusionMeasure.Definition, """{"input": {}, "options": {"curve": "spline", "parameters": {"m": 1}, "time": [1]}}""").ShouldContain("bass-discrete");
        Refused(ReplicatorDynamicsMeasure.Definition, """{"input": {"firms": {"columns": ["share"], "values": [[1]], "share": "share"}}, "options": {"time": [1]}}""").ShouldContain("fitness");
    }

    private static MeasureOutputs Compute(Measure measure, string request)
    {
        using JsonDocument document = JsonDocument.Parse(request);
        return measure.Compute(InlineRequest.Read(document.RootElement.Clone()), cancellationToken: TestContext.Current.CancellationToken).ToOutputs();
    }

    private static string Refused(Measure measure, string request) => Should.Throw<ArgumentException>(() => Compute(measure, request)).Message;
}
