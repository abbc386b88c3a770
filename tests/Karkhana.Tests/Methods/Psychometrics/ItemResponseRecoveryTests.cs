using Karkhana.Benchmarks.Psychometrics;
using Karkhana.Core.Execution;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.Distributions;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Psychometrics;

public sealed class ItemResponseRecoveryTests
{
    private const int Replicates = 100;

    public static TheoryData<string> Designs() => ["graded", "two-parameter", "partial-credit", "latent regression"];

    [Theory]
    [MemberData(nameof(Designs))]
    public void Intervals_hold_the_truth_as_often_as_they_say(string name)
    {
        RecoveryDesign design = name switch
        {
            "graded" => new("", ItemModel.Graded, 300, SimulatedAnswers.Items(8, 3), []),
            "two-parameter" => new("", ItemModel.TwoParameter, 500, SimulatedAnswers.Items(8, 1), []),
            "partial-credit" => new("", ItemModel.PartialCredit, 300, SimulatedAnswers.Items(8, 3, unitSlopes: true), []),
            _ => new("", ItemModel.Graded, 300, SimulatedAnswers.Items(8, 2), [0.5, 0.3]),
        };
        ReplicateRows rows = ReplicateEngine.Local.Execute(
            new RecoveryJob(design, Replicates, seed: 2003), null, TestContext.Current.CancellationToken);

        foreach (RecoverySummary summary in RecoverySummary.Of(design.Truth(), rows))
        {
            summary.Used.ShouldBeGreaterThanOrEqualTo(98);
            // The exact probability of so few hits were each interval right 95 times in 100.
            Binomial.CDF(0.95, summary.Used, summary.Covered).ShouldBeGreaterThan(1e-5);
            summary.ErrorRatio.ShouldBeInRange(0.75, 1.3); // the sd of 100 estimates is known to 7 %
            Math.Abs(summary.Bias).ShouldBeLessThan(0.2);
        }
    }
}
