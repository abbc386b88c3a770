using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class TreatmentDesignTests
{
    private static readonly EntropyBalancingOptions Options = new() { Terms = TreatmentSamples.Terms };

    [Fact]
    public void Firms_without_outcome_or_treatment_are_dropped_and_counted()
    {
        double[] outcome = [.. TreatmentSamples.Firms.Outcome!];
        (outcome[3], outcome[7]) = (double.NaN, double.NaN);
        double[] treatment = [.. TreatmentSamples.Firms.Treatment];
        treatment[7] = treatment[9] = double.NaN;
        TreatmentDesign design = TreatmentDesign.Of(TreatmentSamples.Firms with { Outcome = outcome, Treatment = treatment }, Options, needsOutcome: true);

        design.Units.ShouldBe(27);
        design.Design.Rows.ShouldNotContain(3);
        design.Outcome[3].ShouldBe(outcome[4]);
        design.Notes().ShouldHaveSingleItem().Code.ShouldBe("dropped-rows");
        TreatmentDesign.Of(TreatmentSamples.Firms with { Outcome = outcome }, Options, needsOutcome: false).Units.ShouldBe(30);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        TreatmentSample firms = TreatmentSamples.Firms;
        double[] one = new double[30];
        one[4] = 1;
        double[] two = [.. firms.Treatment];
        two[5] = 2;

        Fails(firms with { Treatment = one }).ShouldContain("there were 1 and 29");
        Fails(firms with { Treatment = new double[30] }).ShouldContain("there were 0 and 30");
        Fails(firms with { Treatment = two }).ShouldContain("row 6 was 2");
        Fails(firms with { Treatment = [0, 1] }).ShouldContain("30 values");
        Fails(firms with { Outcome = null }).ShouldContain("outcome must be given");
        Fails(firms with { Outcome = [.. firms.Outcome!.Take(29), double.PositiveInfinity] }).ShouldContain("finite");
        Fails(firms with { Covariates = firms.Covariates with { Weights = new double[30] } }).ShouldContain("weights");
        Fails(firms, Options with { Terms = [] }).ShouldContain("it was empty");
        Fails(firms, Options with { Terms = ["wealth"] }).ShouldContain("no column wealth");
        Fails(TreatmentSamples.Of([0, 1, 0, 1], [1, 2, 3, 4], [5, 5, 5, 5], [2, 2, 2, 2])).ShouldContain("none did");
    }

    private static string Fails(TreatmentSample sample, EntropyBalancingOptions? options = null) =>
        Should.Throw<ArgumentException>(() => TreatmentDesign.Of(sample, options ?? Options, needsOutcome: true)).Message;
}
