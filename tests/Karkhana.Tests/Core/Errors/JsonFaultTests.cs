using System.Text.Json;
using Karkhana.Core.Errors;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Core.Errors;

public sealed class JsonFaultTests
{
    [Fact]
    public void A_table_taken_for_json_is_not_printed()
    {
        string table = "firm_id,town,workers\n" + string.Concat(Enumerable.Range(1, 500).Select(firm => FormattableString.Invariant($"F{firm},Secret works {firm},12\n")));

        string fault = JsonFault.Describe(FaultOf(table));

        fault.ShouldStartWith("'firm_id,town,workers");
        fault.ShouldEndWith("' is an invalid JSON literal. Expected the literal 'false'.");
        fault.ShouldNotContain("Secret works 2");
        fault.Length.ShouldBeLessThanOrEqualTo(201);
        fault.ShouldNotContain('\n');
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"a\" [] }")]
    [InlineData("")]
    public void A_fault_is_told_without_the_state_of_the_reader(string text)
    {
        string fault = JsonFault.Describe(FaultOf(text));

        fault.ShouldNotBeEmpty();
        fault.ShouldNotContain("LineNumber");
        fault.ShouldNotContain("isFinalBlock");
    }

    private static JsonException FaultOf(string text) => Should.Throw<JsonException>(() => JsonDocument.Parse(text).Dispose());
}
