using Karkhana.Core.Execution;
using Karkhana.Core.Policies;
using Karkhana.Diagnosis;
using Karkhana.Scenarios;
using Karkhana.Simulation;
using Karkhana.Tests.Diagnosis;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Scenarios;

public sealed class GainVarianceTests
{
    private static readonly PolicySimulationOptions Short = new()
    {
        Replicates = 4,
        ParameterDraws = 4,
        Model = new SimulationOptions { BurnIn = 2, Horizon = 4 },
        Policies = ShippedPolicies.Only("P02", "P18"),
    };

    private static readonly Findings Punjab = PunjabDiagnosis.Findings;

    private static readonly Lazy<PolicySimulationResult> Simulated = new(() => PolicySimulation.Run(Punjab, Short)!);

    [Fact]
    public void Every_parameter_that_varies_has_an_index_and_any_number_of_workers_gives_the_same_bits()
    {
        GainVarianceResult one = Estimate(8, new ExecutionOptions { Workers = 1 });
        GainVarianceResult many = Estimate(8, new ExecutionOptions { Workers = 3 });

        one.Indices.Variables.ShouldBe(Simulated.Value.Parameters.Values.Keys.Order(StringComparer.Ordinal));
        one.Runs.ShouldBe(8 * (one.Indices.Variables.Count + 2));
        Bits.Same([.. many.Indices.Total], [.. one.Indices.Total]).ShouldBeTrue();
        one.Indices.Total.ShouldAllBe(total => total >= 0);
        one.ToTable().RowCount.ShouldBe(one.Indices.Variables.Count);
        one.IsSettled.ShouldBeFalse(); // eight points settle nothing, and that is said
    }

    [Fact]
    public void Runs_of_a_base_point_share_their_random_numbers()
    {
        ScenarioRunOptions options = new() { Replicates = 4, SharedBy = 2, Simulation = Short.Model };
        double[] levels = ScenarioRuns.Run(
            Simulated.Value.Population, [ClusterScenario.Baseline], [new()], options, null, TestContext.Current.CancellationToken)[0]
            .Outcomes.Values(OutcomeNames.CapabilityMean);

        levels[1].ShouldBe(levels[0]);
        levels[3].ShouldBe(levels[2]);
        levels[2].ShouldNotBe(levels[0]);
    }

    [Fact]
    public void Wrong_numbers_of_points_and_policies_that_were_not_simulated_are_refused()
    {
        Should.Throw<ArgumentException>(() => new PolicyStudyOptions { SensitivityPoints = 12 }).Message.ShouldContain("power of 2");
        Should.Throw<ArgumentException>(() => new PolicyStudyOptions { SensitivityPoints = 4 }).Message.ShouldContain("8");
        Should.Throw<ArgumentException>(() => GainVariance.Estimate(Simulated.Value, "P99", 8)).Message.ShouldContain("P99");
        Should.Throw<ArgumentException>(() => GainVariance.Estimate(Simulated.Value, "P18", 8)).Message.ShouldContain("P18");
    }

    private static GainVarianceResult Estimate(int points, ExecutionOptions execution) =>
        GainVariance.Estimate(Simulated.Value, "P02", points, execution, TestContext.Current.CancellationToken)!;
}
