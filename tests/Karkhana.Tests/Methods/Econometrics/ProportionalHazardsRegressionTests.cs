using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class ProportionalHazardsRegressionTests
{
    [Fact]
    public void Three_subjects_are_solved_by_hand()
    {
        // Events at 1 (x = 1), 2 (x = 0), 3 (x = 1): L = [e/(2e + 1)]·[1/(1 + e)] with e = exp(b); its top is at 2e² = 1.
        ProportionalHazardsRegressionResult result = Estimate(new(
            new SurvivalSample([1, 2, 3], [true, true, true]), Table.Of("sample", Column.Of("x", [1.0, 0, 1]))), ["x"]);

        double e = Math.Sqrt(0.5);
        result.Coefficients.Estimates[0].ShouldBe(Math.Log(e), tolerance: 1e-10);
        result.Fit.LogLikelihood.ShouldBe(Math.Log(e / ((2 * e) + 1) / (1 + e)), tolerance: 1e-12);
        result.Fit.NullLogLikelihood.ShouldBe(-Math.Log(6), tolerance: 1e-12);
        double information = (2 * e / Math.Pow((2 * e) + 1, 2)) + (e / Math.Pow(1 + e, 2));
        result.Coefficients.StandardErrors[0].ShouldBe(1 / Math.Sqrt(information), tolerance: 1e-10);
        // Pairs: first with second (x = 1 has the smaller risk: wrong), first with third (tied), second with third (right).
        result.Concordance.ShouldBe(0.5, tolerance: 1e-12);
        result.Events.ShouldBe(3);
    }

    [Fact]
    public void Two_tied_events_have_the_likelihoods_of_efron_and_breslow()
    {
        // Of three with x = 0, 1, 2 the first two have the event at once; at b = 0: Efron 1/3·1/2 (2/3 + … − half of 2 = 2), Breslow 1/9.
        SurvivalRegressionSample sample = new(
            new SurvivalSample([1, 1, 2], [true, true, false]), Table.Of("sample", Column.Of("x", [0.0, 2, 1])));

        Estimate(sample, ["x"]).Fit.NullLogLikelihood.ShouldBe(-Math.Log(6), tolerance: 1e-12);
        Estimate(sample, ["x"], o => o with { Ties = HazardTies.Breslow }).Fit.NullLogLikelihood.ShouldBe(-Math.Log(9), tolerance: 1e-12);
    }

    [Fact]
    public void Late_entries_and_strata_have_the_estimates_of_coxph()
    {
        // coxph(Surv(entry, time, event) ~ x + z + strata(s)) and cox.zph, transforms km and rank.
        ProportionalHazardsRegressionResult result = Estimate(Subjects.All(entries: true, strata: true), ["x", "z"]);

        Bits.Close(result.Coefficients.Estimates, [0.6198562061, -0.02450442896], relative: 1e-8).ShouldBeTrue();
        Bits.Close(result.Coefficients.StandardErrors, [0.2765737389, 0.4754050368], relative: 1e-8).ShouldBeTrue();
        Bits.Close([result.Fit.NullLogLikelihood, result.Fit.LogLikelihood], [-50.39997484, -47.59170109], relative: 1e-9).ShouldBeTrue();
        result.Concordance.ShouldBe(0.6382978723, tolerance: 1e-9);
        Bits.Close([.. result.ProportionalityTests.Select(test => test.Statistic)], [0.8054865306, 2.6168255522, 3.7737573685], relative: 1e-7).ShouldBeTrue();
        Bits.Close(
            [.. Estimate(Subjects.All(entries: true, strata: true), ["x", "z"], o => o with { Transform = TimeTransform.Rank }).ProportionalityTests.Select(test => test.Statistic)],
            [1.156737734, 2.714630279, 4.433268873], relative: 1e-7).ShouldBeTrue();
    }

    [Theory]
    [InlineData(TimeTransform.KaplanMeier, 1.086712099, 3.830998028, 5.257958608)]
    [InlineData(TimeTransform.Log, 1.669432350, 4.404342950, 6.426681375)]
    [InlineData(TimeTransform.Identity, 0.8079184071, 3.8027990258, 4.7825798565)]
    public void The_proportionality_test_is_that_of_cox_zph(TimeTransform transform, double x, double z, double all)
    {
        ProportionalHazardsRegressionResult result = Estimate(Subjects.All(), ["x", "z"], o => o with { Transform = transform });

        result.ProportionalityTests.Select(test => test.Term).ShouldBe(["x", "z", "all"]);
        result.ProportionalityTests[2].DegreesOfFreedom.ShouldBe(2);
        Bits.Close([.. result.ProportionalityTests.Select(test => test.Statistic)], [x, z, all], relative: 1e-7).ShouldBeTrue();
    }

    [Fact]
    public void Clustered_errors_are_those_of_coxph()
    {
        // cluster(g) with late entries and strata; with Breslow's ties; robust = TRUE.
        CoefficientTable late = Estimate(
            Subjects.All(entries: true, strata: true, clusters: true), ["x", "z"], o => o with { Covariance = HazardCovariance.Cluster }).Coefficients;
        CoefficientTable breslow = Estimate(
            Subjects.All(clusters: true), ["x", "z"], o => o with { Covariance = HazardCovariance.Cluster, Ties = HazardTies.Breslow }).Coefficients;
        CoefficientTable robust = Estimate(Subjects.All(), ["x", "z"], o => o with { Covariance = HazardCovariance.Cluster }).Coefficients;

        Bits.Close(late.StandardErrors, [0.2439417449, 0.4145002758], relative: 1e-8).ShouldBeTrue();
        Bits.Close(breslow.Estimates, [0.4496317345, -0.1902269302], relative: 1e-8).ShouldBeTrue();
        Bits.Close(breslow.StandardErrors, [0.2555678493, 0.4583233437], relative: 1e-8).ShouldBeTrue();
        Bits.Close(robust.StandardErrors, [0.2526404136, 0.4039403036], relative: 1e-8).ShouldBeTrue();
    }

    [Theory]
    [InlineData(HazardTies.Efron)]
    [InlineData(HazardTies.Breslow)]
    public void Only_the_order_of_times_matters_and_units_of_terms_only_as_they_should(HazardTies ties) => Subjects.Draws.Sample((times, events, x, z) =>
    {
        ProportionalHazardsRegressionResult plain = Estimate(Subjects.Of(times, events, x, z), ["x", "z"], o => o with { Ties = ties });
        ProportionalHazardsRegressionResult other = Estimate(
            Subjects.Of([.. times.Reverse().Select(t => t * t)], [.. events.Reverse()], [.. x.Reverse().Select(v => (100 * v) + 9)], [.. z.Reverse()]),
            ["x", "z"], o => o with { Ties = ties });
        return Bits.Close([100 * other.Coefficients.Estimates[0], other.Coefficients.Estimates[1]], plain.Coefficients.Estimates, relative: 1e-7)
            && Bits.Close([100 * other.Coefficients.StandardErrors[0], other.Coefficients.StandardErrors[1]], plain.Coefficients.StandardErrors, relative: 1e-7)
            && Bits.Close([other.Fit.LogLikelihood], [plain.Fit.LogLikelihood], relative: 1e-9)
            && Bits.Close([other.ProportionalityTests[2].Statistic], [plain.ProportionalityTests[2].Statistic], relative: 1e-6);
    });

    [Fact]
    public void Concordance_counts_all_pairs() => Subjects.Draws.Sample((times, events, x, z) =>
    {
        ProportionalHazardsRegressionResult result = Estimate(Subjects.Of(times, events, x, z), ["x", "z"]);
        double[] risk = [.. x.Zip(z, (a, b) => (result.Coefficients.Estimates[0] * a) + (result.Coefficients.Estimates[1] * b))];
        (double right, double pairs) = (0, 0);
        for (int i = 0; i < times.Length; i++)
        {
            for (int j = 0; j < times.Length; j++)
            {
                if (events[i] && (times[i] < times[j] || (times[i] == times[j] && !events[j])))
                {
                    pairs++;
                    right += Math.Abs(risk[i] - risk[j]) < 1e-12 ? 0.5 : risk[i] > risk[j] ? 1 : 0;
                }
            }
        }

        return Math.Abs(result.Concordance - (right / pairs)) < 0.5001 / pairs; // equal terms may differ in the last bit of their risk
    });

    [Fact]
    public void Strata_add_their_likelihoods()
    {
        SurvivalRegressionSample sample = Subjects.All(strata: true);
        double Part(string stratum)
        {
            int[] rows = [.. Enumerable.Range(0, 40).Where(row => Subjects.Strata[row] == stratum)];
            return Estimate(Subjects.Of(
                [.. rows.Select(row => Subjects.Times[row])], [.. rows.Select(row => Subjects.Events[row] == 1)],
                [.. rows.Select(row => Subjects.X[row])], [.. rows.Select(row => Subjects.Z[row])]), ["x", "z"]).Fit.NullLogLikelihood;
        }

        Estimate(sample, ["x", "z"]).Fit.NullLogLikelihood.ShouldBe(Part("1") + Part("2"), tolerance: 1e-10);
    }

    [Fact]
    public void A_term_whose_greatest_value_always_has_the_event_is_named()
    {
        SurvivalRegressionSample sample = new(
            new SurvivalSample([1, 2, 3, 4, 5, 6], [true, true, true, true, true, false]),
            Table.Of("sample", Column.Of("x", [6.0, 5, 4, 3, 2, 1]), Column.Of("z", [0.0, 1, 1, 0, 1, 0])));

        ProportionalHazardsRegressionResult result = Estimate(sample, ["x"]);

        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("The event always came to a subject with the greatest value at risk of x:");
        result.Coefficients.Estimates[0].ShouldBe(double.PositiveInfinity);
        result.Coefficients.StandardErrors[0].ShouldBe(double.NaN);
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        SurvivalRegressionSample sample = Subjects.All();

        Should.Throw<ArgumentException>(() => Estimate(sample, [])).Message.ShouldContain("term");
        Should.Throw<ArgumentException>(() => Estimate(sample, ["w"])).Message.ShouldContain("no column w");
        Should.Throw<ArgumentException>(() => Estimate(sample with { Survival = new SurvivalSample(Subjects.Times, new bool[40]) }, ["x"])).Message.ShouldContain("none of 40");
        Should.Throw<ArgumentException>(() => Estimate(sample with { Survival = new SurvivalSample([1, 2], [true, true]) }, ["x"])).Message.ShouldContain("2 values");
        Should.Throw<ArgumentException>(() => Estimate(sample with { Data = Table.Of("sample", Column.Of("x", Enumerable.Repeat(1.0, 40))) }, ["x"])).Message.ShouldContain("constant");
        Should.Throw<ArgumentException>(() => Estimate(
            sample with { Survival = new SurvivalSample([0, .. Subjects.Times.Skip(1)], [.. Subjects.Events.Select(e => e == 1)]) }, ["x"], o => o with { Transform = TimeTransform.Log }))
            .Message.ShouldContain("log");
    }

    private static ProportionalHazardsRegressionResult Estimate(
        SurvivalRegressionSample sample, string[] terms, Func<ProportionalHazardsRegressionOptions, ProportionalHazardsRegressionOptions>? set = null)
    {
        ProportionalHazardsRegressionOptions options = new() { Terms = terms };
        return ProportionalHazardsRegression.Estimate(sample, set?.Invoke(options) ?? options, cancellationToken: TestContext.Current.CancellationToken);
    }
}
