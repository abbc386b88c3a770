using System.Text.Json;
using Karkhana.Core.Measures;
using Karkhana.Methods.Econometrics;
using Karkhana.Requests;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Measures;

public sealed class MeasureTests
{
    private const string Values = """
        "columns": ["g", "v", "w"], "values": [["a", 1, 1], ["a", 3, 2], ["b", 2, 1], ["b", 5, 2], ["b", 6, 1]]
        """;

    [Fact]
    public void Weights_that_a_measure_does_not_use_are_refused_with_its_roles()
    {
        InputSpec input = KruskalWallisTestMeasure.Definition.Inputs[0];
        ArgumentException refused = Should.Throw<ArgumentException>(() => Compute(KruskalWallisTestMeasure.Definition, input.Name, """, "weights": "w" """));

        refused.Message.ShouldStartWith($"{input.Name} must not be given weights, which this measure does not use; its roles are: {input.Roles}");
        Compute(KruskalWallisTestMeasure.Definition, input.Name, """, "weights": null """).ShouldNotBeNull();
        Compute(KruskalWallisTestMeasure.Definition, input.Name, "").ShouldNotBeNull();
    }

    [Fact]
    public void A_column_that_happens_to_be_called_weights_may_be_read_by_another_role() =>
        Compute(KruskalWallisTestMeasure.Definition, KruskalWallisTestMeasure.Definition.Inputs[0].Name, "", Values.Replace("\"v\"", "\"weights\"", StringComparison.Ordinal), "weights")
            .ShouldNotBeNull();

    private static IMeasureResult Compute(Measure measure, string input, string more, string values = Values, string value = "v")
    {
        string json = $$"""
            {"input": {"{{input}}": { {{values}}, "group": "g", "value": "{{value}}"{{more}} } }, "options": {} }
            """;
        MeasureRequest request = RequestReader.Read(JsonDocument.Parse(json).RootElement, name => throw new InvalidOperationException(name));
        return measure.Compute(request, cancellationToken: TestContext.Current.CancellationToken);
    }
}
