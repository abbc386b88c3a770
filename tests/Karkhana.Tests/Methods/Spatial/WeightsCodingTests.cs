using System.Text.Json;
using Karkhana.Core.Measures;
using Karkhana.Methods.Spatial;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Spatial;

/// <summary>The codings themselves are tested with <see cref="SpatialWeights"/>.</summary>
public sealed class WeightsCodingTests
{
    [Fact]
    public void A_line_of_four_has_the_constants_computed_by_hand()
    {
        MeasureOutputs outputs = Run.WeightsCoding(SpatialSamples.Path, new() { Style = WeightsStyle.Binary }).ToOutputs();

        (Number("s0"), Number("s1"), Number("s2")).ShouldBe((6, 12, 40));
        outputs.All["from"].Texts!.ShouldBe(["a", "b", "b", "c", "c", "d"]);
        outputs.All["to"].Texts!.ShouldBe(["b", "a", "c", "b", "d", "c"]);

        double Number(string name) => outputs.All[name].Numbers![0];
    }

    [Fact]
    public void Units_are_those_that_a_link_names_and_an_empty_row_is_named()
    {
        WeightsResult result = (WeightsResult)WeightsCodingMeasure.Definition.Compute(Request(["q", "p"], ["p", "z"], [null, null]), cancellationToken: TestContext.Current.CancellationToken);

        result.Weights.Ids.ShouldBe(["q", "p", "z"]);
        result.Notes.ShouldHaveSingleItem().Text.ShouldEndWith(": z.");
    }

    [Fact]
    public void Missing_weights_and_links_that_come_twice_are_refused()
    {
        Should.Throw<ArgumentException>(() => WeightsCodingMeasure.Definition.Compute(Request(["a"], ["b"], [null], weighted: true))).Message.ShouldContain("must not be missing");
        Should.Throw<ArgumentException>(() => WeightsCodingMeasure.Definition.Compute(Request(["a", "a"], ["b", "b"], ["1", "2"], weighted: true))).Message.ShouldContain("came again");
    }

    private static MeasureRequest Request(string[] from, string[] to, string?[] weights, bool weighted = false)
    {
        Dictionary<string, IReadOnlyList<string>> roles = new() { ["from"] = ["from"], ["to"] = ["to"], ["weight"] = weighted ? ["weight"] : [] };
        BoundTable table = new("weights", new CellTable("links", ["from", "to", "weight"], [from, to, weights]), roles);
        return new MeasureRequest(new Dictionary<string, BoundTable> { ["weights"] = table }, JsonDocument.Parse("{}").RootElement);
    }
}
