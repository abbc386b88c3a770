using System.Text.Json;
using Shouldly;
using Xunit;

namespace Karkhana.SystemTests;

/// <summary><c>karkhana plan</c> on the example study.</summary>
public sealed class PlanTests
{
    [Fact]
    public void The_plan_is_a_table_for_people_and_says_synthetic()
    {
        (int exit, string output, string errors) = KarkhanaProcess.Run("plan", KarkhanaProcess.Punjab, "--replicates", "100");

        exit.ShouldBe(0, errors);
        output.ShouldStartWith("SYNTHETIC");
        output.ShouldContain("Firms needed, by formula");
        output.ShouldContain("hubs re-visited");
    }

    [Fact]
    public void Programs_get_json_or_csv_and_nothing_else()
    {
        (int exit, string output, string errors) = KarkhanaProcess.Run("plan", KarkhanaProcess.Punjab, "--replicates", "100", "--format", "json");
        exit.ShouldBe(0, errors);
        using JsonDocument json = JsonDocument.Parse(output);
        json.RootElement.GetProperty("synthetic").GetBoolean().ShouldBeTrue();
        json.RootElement.GetProperty("tables").EnumerateObject().Select(table => table.Name)
            .ShouldBe(["plan_design", "plan_sizes", "plan_power", "plan_roster"]);

        (exit, output, errors) = KarkhanaProcess.Run(
            "plan", KarkhanaProcess.Punjab, "--replicates", "100", "--format", "csv", "--table", "design");
        exit.ShouldBe(0, errors);
        output.ShouldStartWith("construct,n,places,per_place,estimate,conf_low,conf_high,design_effect,reliability,synthetic\n");
    }

    [Theory]
    [InlineData("--power", "1.5")]
    [InlineData("--response", "0")]
    [InlineData("--replicates", "5")]
    public void Values_out_of_range_are_told_with_their_range(string option, string value)
    {
        (int exit, string output, string errors) = KarkhanaProcess.Run("plan", KarkhanaProcess.Punjab, option, value);

        exit.ShouldBe(2);
        output.ShouldBeEmpty();
        errors.ShouldContain($"{option} must lie in [");
        errors.ShouldContain($"it was {value}.");
    }
}
