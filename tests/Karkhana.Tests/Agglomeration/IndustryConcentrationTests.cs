using Karkhana.Agglomeration;
using Karkhana.Core.Execution;
using Karkhana.Core.Tables;
using Karkhana.Data.Studies;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Agglomeration;

public sealed class IndustryConcentrationTests
{
    private static readonly string[] Trades = ["bakery", "forge", "tailor", "weaver"];

    [Fact]
    public void A_planted_cluster_is_found_and_comes_first()
    {
        IndustryConcentrationResult result = Estimate(Planted());

        IndustryFinding forge = result.Findings[0];
        forge.Industry.ShouldBe("forge");
        forge.Verdict.ShouldBe(IndustryVerdict.Clustered);
        forge.Establishments.ShouldBe(60);
        forge.PeakM.ShouldBeGreaterThan(1.5);
        forge.PeakDistance.ShouldBeLessThanOrEqualTo(2000);
        forge.AdjustedPValue.ShouldBeGreaterThanOrEqualTo(forge.Test!.PValue);
        result.Find("forge").ShouldBe(forge);
        result.Findings.Skip(1).ShouldAllBe(other => other.PeakM < forge.PeakM);
    }

    [Fact]
    public void A_random_pattern_shows_no_departure_in_nine_of_ten_registers_and_more()
    {
        int quiet = Enumerable.Range(0, 40).Count(replicate =>
            Estimate(SampleRegisters.Random(160, Trades, replicate), new() { Replicates = 99, Seed = (ulong)replicate })
                .Findings.All(finding => finding.Verdict == IndustryVerdict.NoDeparture));

        quiet.ShouldBeGreaterThanOrEqualTo(36);
    }

    [Fact]
    public void One_worker_and_eight_give_the_same_bits()
    {
        IndustryConcentrationResult one = Estimate(Planted(), workers: 1);
        IndustryConcentrationResult eight = Estimate(Planted(), workers: 8);

        Bits.Same(Numbers(one), Numbers(eight)).ShouldBeTrue();
        one.Findings.Select(finding => finding.Industry).ShouldBe(eight.Findings.Select(finding => finding.Industry));
    }

    [Fact]
    public void Another_seed_draws_other_bands_around_the_same_curve()
    {
        IndustryConcentrationResult one = Estimate(Planted(), new() { Seed = 1, Replicates = 99 });
        IndustryConcentrationResult two = Estimate(Planted(), new() { Seed = 2, Replicates = 99 });

        Bits.Same(one.ToCurves().Numbers("estimate"), two.ToCurves().Numbers("estimate")).ShouldBeTrue();
        Bits.Same(one.ToCurves().Numbers("pointwise_high"), two.ToCurves().Numbers("pointwise_high")).ShouldBeFalse();
    }

    [Fact]
    public void Industries_with_too_few_establishments_are_not_tested_and_come_last()
    {
        IndustryConcentrationResult result = Estimate(SampleRegisters.Random(100, ["few", "a", "b", "a", "b"], 3), new() { Replicates = 19 });

        IndustryFinding few = result.Findings[^1];
        few.Industry.ShouldBe("few");
        few.Verdict.ShouldBe(IndustryVerdict.TooFew);
        few.Test.ShouldBeNull();
        few.AdjustedPValue.ShouldBe(double.NaN);
        few.PeakDistance.ShouldBe(double.NaN);
        result.ToTable().Texts("verdict")[^1].ShouldBe("too_few");
        result.ToCurves().Texts("industry").Distinct().ShouldBe(["a", "b"]);
    }

    [Fact]
    public void An_industry_without_others_to_compare_with_is_not_tested() =>
        Estimate(SampleRegisters.Random(60, ["a"], 4)).Findings.ShouldHaveSingleItem().Verdict.ShouldBe(IndustryVerdict.TooFew);

    [Fact]
    public void Small_registers_draw_999_labellings_unless_told_otherwise()
    {
        Estimate(SampleRegisters.Random(20, Trades, 5), new()).Replicates.ShouldBe(999);
        Estimate(SampleRegisters.Random(20, Trades, 5), new() { Replicates = 19 }).Replicates.ShouldBe(19);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Should.Throw<ArgumentException>(() => Estimate(Planted() with { Industries = [] })).Message.ShouldContain("industry");
        Should.Throw<ArgumentOutOfRangeException>(() => new IndustryConcentrationOptions { Replicates = 5 });
        Should.Throw<ArgumentOutOfRangeException>(() => new IndustryConcentrationOptions { LeastEstablishments = 4 });
        Should.Throw<ArgumentOutOfRangeException>(() => new IndustryConcentrationOptions { Alpha = 0 });
        Should.Throw<OperationCanceledException>(() => IndustryConcentration.Estimate(Planted(), cancellationToken: new CancellationToken(canceled: true)));
    }

    // Of 240 firms every fourth is a forge; these move into one square kilometre.
    private static FirmRegister Planted()
    {
        FirmRegister random = SampleRegisters.Random(240, Trades, 1);
        double[] Drawn(double[] values) => [.. values.Select((value, firm) => random.Industries[firm] == "forge" ? 4000 + (value / 10) : value)];
        return random with { X = Drawn(random.X), Y = Drawn(random.Y) };
    }

    private static double[] Numbers(IndustryConcentrationResult result)
    {
        Table curves = result.ToCurves();
        string[] columns = ["estimate", "pointwise_low", "pointwise_high", "global_low", "global_high"];
        return [.. columns.SelectMany(curves.Numbers), .. result.Findings.Select(finding => finding.AdjustedPValue)];
    }

    private static IndustryConcentrationResult Estimate(FirmRegister firms, IndustryConcentrationOptions? options = null, int workers = 2) =>
        IndustryConcentration.Estimate(
            firms, options ?? new() { Replicates = 199 }, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
}
