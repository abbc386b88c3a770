using CsCheck;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class LinearMixedModelTests
{
    private static readonly double[] Weights =
        [1, 2, 1, 1, 2, 1, 3, 1, 1, 1, 2, 1, 1, 2, 1, 1, 1, 1, 1, 2, 1, 3, 1, 1, 2, 1, 1, 1, 2, 1, 1, 2];

    private static readonly RandomTerms Town = new() { Group = "town" };
    private static readonly RandomTerms TownSlope = new() { Group = "town", Terms = ["intercept", "x"] };
    private static readonly RandomTerms Month = new() { Group = "month" };

    // Whole numbers over ten with steps between towns, so that towns differ in most samples; months cross them.
    private static readonly Gen<(double[] Y, double[] X, string[] Towns, string[] Months)> Drawn =
        from rows in Gen.Int[24, 40]
        from noise in Gen.Int[-20, 20].Array[rows]
        from x in Gen.Int[-20, 20].Array[rows]
        from month in Gen.Int[0, 3].Array[rows]
        from steps in Gen.Int[-30, 30].Array[6]
        select (
            noise.Select((value, row) => (value + steps[row % 6]) / 10.0).ToArray(),
            x.Select((value, row) => (value / 10.0) + (row % 3)).ToArray(),
            noise.Select((_, row) => $"t{row % 6}").ToArray(),
            month.Select((value, row) => $"m{(row < 4 ? row : value)}").ToArray());

    [Fact]
    public void Groups_of_one_size_have_the_variances_of_the_analysis_of_variance()
    {
        // Means 2, 4, 9 of two rows each, ±1 within: mean square within 2 (3 degrees), between 2·26/2 = 26; (26 − 2)/2 = 12.
        LinearMixedModelResult result = Estimate(
            new MultilevelSample(
                new RegressionSample(Table.Of("sample", Column.Of("y", [1.0, 3, 3, 5, 8, 10]))),
                new Dictionary<string, Grouping> { ["town"] = Grouping.Of(["a", "a", "b", "b", "c", "c"]) }),
            [], [Town]);

        Bits.Close([.. result.Components.Select(component => component.Variance)], [12, 2], relative: 1e-9).ShouldBeTrue();
        result.Components.Select(component => component.Name).ShouldBe(["town:intercept", "residual"]);
        result.Coefficients.Estimates[0].ShouldBe(5, tolerance: 1e-12);
        result.Coefficients.StandardErrors[0].ShouldBe(Math.Sqrt(26 / 6.0), tolerance: 1e-9);
        result.Coefficients.DegreesOfFreedom[0].ShouldBe(2, tolerance: 1e-6);
        result.Shares.ShouldHaveSingleItem().Correlation.ShouldBe(12 / 14.0, tolerance: 1e-9);
        // Drawn towards 0 by 2·12/(2·12 + 2) = 12/13.
        Bits.Close(result.GroupTerms[0].Estimates, [-36 / 13.0, -12 / 13.0, 48 / 13.0], relative: 1e-9).ShouldBeTrue();
        Bits.Close(result.GroupTerms[0].StandardErrors, [.. Enumerable.Repeat(Math.Sqrt(12 / 13.0), 3)], relative: 1e-9).ShouldBeTrue();
        Bits.Close(
            result.Residuals, [1 - 5 + (36 / 13.0), 3 - 5 + (36 / 13.0), 3 - 5 + (12 / 13.0), 12 / 13.0, 3 - (48 / 13.0), 5 - (48 / 13.0)], relative: 1e-9)
            .ShouldBeTrue();
        result.Notes.ShouldHaveSingleItem().Code.ShouldBe("few-groups");
    }

    [Fact]
    public void Slopes_that_differ_have_the_numbers_of_lmerTest()
    {
        // R 4.2.2, lme4 1.1-31, lmerTest 3.1-3: lmer(y ~ x + z + (1 + x | town)), bobyqa with rhoend 1e-12.
        LinearMixedModelResult result = Estimate(WorkshopSample.Whole(), ["x", "z"], [TownSlope]);

        Bits.Close(result.Coefficients.Estimates, [3.9082073243484, 0.7397580185110, 0.0134402468134], relative: 1e-7).ShouldBeTrue();
        Bits.Close(result.Coefficients.StandardErrors, [0.686770388549, 0.129079585155, 0.106142564564], relative: 1e-7).ShouldBeTrue();
        Bits.Close(result.Coefficients.DegreesOfFreedom, [10.07218763755, 7.00717440243, 20.72018893756], relative: 1e-6).ShouldBeTrue();
        Bits.Close(
            [.. result.Components.Select(component => component.Variance)],
            [2.6889030802820, 0.0159567502820, -0.0561687046095, 0.5841429158796], relative: 1e-6).ShouldBeTrue();
        Bits.Close(
            [.. result.Components.Select(component => component.Deviation)],
            [1.639787510711, 0.126320031199, -0.271165609546, 0.764292428223], relative: 1e-6).ShouldBeTrue();
        result.Components[2].Name.ShouldBe("town:intercept,x");
        result.Deviance.ShouldBe(99.11273273768, tolerance: 1e-9);
        Bits.Close([.. result.GroupTerms[0].Estimates.Take(2)], [-1.09184310941, 1.79002899851], relative: 1e-6).ShouldBeTrue();
        Bits.Close([.. result.GroupTerms[1].Estimates.Take(2)], [-0.07067542511, -0.01254561413], relative: 1e-6).ShouldBeTrue();
        Bits.Close([result.GroupTerms[0].StandardErrors[0], result.GroupTerms[1].StandardErrors[0]], [0.416711847, 0.117220909], relative: 1e-6).ShouldBeTrue();
    }

    [Fact]
    public void Full_likelihood_and_weights_have_the_numbers_of_lmerTest_and_nlme()
    {
        LinearMixedModelResult full = Estimate(WorkshopSample.Whole(), ["x", "z"], [Town], LikelihoodCriterion.Ml);
        LinearMixedModelResult weighted = Estimate(WorkshopSample.Whole() is var plain
            ? plain with { Observations = plain.Observations with { Weights = Weights } } : plain, ["x"], [Town]);

        full.Deviance.ShouldBe(94.79138172723, tolerance: 1e-9);
        Bits.Close(full.Coefficients.DegreesOfFreedom, [14.3372712325, 23.97187423, 24.2115492474], relative: 1e-6).ShouldBeTrue();
        // nlme 3.1-162 intervals(): 0.8853546594, 2.514733818 and 0.5628535561, 0.9914213772 as standard deviations, by its own differences.
        Bits.Close([Math.Sqrt(full.Components[0].ConfidenceLow), Math.Sqrt(full.Components[0].ConfidenceHigh)], [0.8853546594, 2.514733818], relative: 1e-4).ShouldBeTrue();
        Bits.Close([Math.Sqrt(full.Components[1].ConfidenceLow), Math.Sqrt(full.Components[1].ConfidenceHigh)], [0.5628535561, 0.9914213772], relative: 1e-4).ShouldBeTrue();
        weighted.Deviance.ShouldBe(93.95254268997, tolerance: 1e-9);
        Bits.Close(weighted.Coefficients.Estimates, [4.024045502127, 0.739215799203], relative: 1e-7).ShouldBeTrue();
        Bits.Close(weighted.Coefficients.DegreesOfFreedom, [8.18474681725, 23.05456182683], relative: 1e-6).ShouldBeTrue();
        Bits.Close([.. weighted.Components.Select(component => component.Variance)], [2.483720600551, 0.654607642364], relative: 1e-6).ShouldBeTrue();
        Bits.Close([.. weighted.GroupTerms[0].StandardErrors.Take(2)], [0.352655592930, 0.300203528598], relative: 1e-6).ShouldBeTrue();
    }

    [Fact]
    public void A_variance_of_zero_is_found_and_said()
    {
        LinearMixedModelResult result = Estimate(WorkshopSample.Whole(), ["x"], [Town, Month]);

        result.Singular.ShouldBeTrue();
        result.Notes.Select(note => note.Code).ShouldBe(["singular-fit", "few-groups"]);
        result.Components[1].Variance.ShouldBe(0, tolerance: 1e-10);
        result.Components[1].ConfidenceHigh.ShouldBe(double.NaN);
        result.Deviance.ShouldBe(96.55161516279, tolerance: 1e-9);
        Bits.Close(result.Coefficients.DegreesOfFreedom, [8.41021429526, 23], relative: 1e-6).ShouldBeTrue();
        result.Shares.Select(share => share.Count).ShouldBe([8, 5]);
    }

    [Fact]
    public void Errors_and_degrees_of_Kenward_and_Roger_are_those_of_pbkrtest()
    {
        // R 4.2.2, pbkrtest 0.5.2: slopes that differ, and crossed groupings of which one has no variance.
        CoefficientTable slopes = KenwardRoger(["x", "z"], [TownSlope]).Coefficients;
        CoefficientTable crossed = KenwardRoger(["x"], [Town, Month]).Coefficients;
        CoefficientTable apart = KenwardRoger(["x", "z"], [Town, new RandomTerms { Group = "town", Terms = ["x"] }]).Coefficients;

        Bits.Close(slopes.StandardErrors, [0.698446432855, 0.129126602826, 0.115864193498], relative: 1e-7).ShouldBeTrue();
        Bits.Close(slopes.DegreesOfFreedom, [10.1365569067, 6.7081420639, 20.6429642467], relative: 1e-6).ShouldBeTrue();
        Bits.Close(crossed.StandardErrors, [0.615151535972, 0.133620945856], relative: 1e-7).ShouldBeTrue();
        Bits.Close(crossed.DegreesOfFreedom, [8.09606642318, 4.93411578947], relative: 1e-6).ShouldBeTrue();
        Bits.Close(apart.StandardErrors, [0.683205602732, 0.126519761438, 0.113301851665], relative: 1e-7).ShouldBeTrue();
        Bits.Close(apart.DegreesOfFreedom, [11.84638012106, 7.86518881391, 21.23674002692], relative: 1e-6).ShouldBeTrue();
    }

    [Fact]
    public void With_groups_of_one_size_Kenward_and_Roger_change_nothing() => (
        from means in Gen.Int[-60, 60].Array[6]
        from noise in Gen.Int[-9, 9].Array[24]
        where noise.Distinct().Count() > 4 && means.Max() - means.Min() > 60
        select noise.Select((value, row) => (value + means[row / 4]) / 10.0).ToArray()).Sample(y =>
    {
        MultilevelSample sample = new(
            new RegressionSample(Table.Of("sample", Column.Of("y", y))),
            new Dictionary<string, Grouping> { ["town"] = Grouping.Of([.. y.Select((_, row) => row / 4)]) });
        LinearMixedModelOptions options = new() { Model = Model([]), Random = [Town] };
        LinearMixedModelResult plain = LinearMixedModel.Estimate(sample, options, cancellationToken: TestContext.Current.CancellationToken);
        LinearMixedModelResult adjusted = LinearMixedModel.Estimate(
            sample, options with { DegreesOfFreedom = DegreesOfFreedom.KenwardRoger }, cancellationToken: TestContext.Current.CancellationToken);
        return plain.Singular
            || (Bits.Close(adjusted.Coefficients.StandardErrors, plain.Coefficients.StandardErrors, relative: 1e-7)
                && Bits.Close(adjusted.Coefficients.DegreesOfFreedom, [5], relative: 1e-5)
                && Bits.Close(plain.Coefficients.DegreesOfFreedom, [5], relative: 1e-5));
    });

    [Fact]
    public void Terms_of_two_entries_are_not_correlated()
    {
        LinearMixedModelResult result = Estimate(WorkshopSample.Whole(), ["x"], [Town, new RandomTerms { Group = "town", Terms = ["x"] }]);

        Bits.Close([.. result.Components.Select(component => component.Variance)], [2.54002712115, 0.00814394093, 0.57090217289], relative: 1e-6).ShouldBeTrue();
        result.GroupTerms.Select(term => term.Term).ShouldBe(["intercept", "x"]);
        result.ToOutputs().All["random_slope"].Numbers![0].ShouldBe(-0.0522852881, tolerance: 1e-7);
    }

    [Fact]
    public void Crossed_groupings_have_likelihood_and_predictions_of_the_dense_covariance() => Drawn.Sample(sample =>
    {
        foreach (LikelihoodCriterion method in new[] { LikelihoodCriterion.Reml, LikelihoodCriterion.Ml })
        {
            LinearMixedModelResult result = Estimate(Of(sample), ["x"], [TownSlope, Month], method);
            DenseMixedModel dense = new(sample, result);
            if (!Bits.Close([result.Deviance], [dense.Deviance(method)], relative: 1e-8)
                || !Bits.Close(result.Coefficients.Estimates, dense.Coefficients, relative: 1e-7)
                || !Bits.Close(result.Covariance, dense.Covariance, relative: 1e-7)
                || !Bits.Close([.. result.GroupTerms.SelectMany(term => term.Estimates)], dense.Predictions, relative: 1e-6)
                || !Bits.Close([.. result.GroupTerms.SelectMany(term => term.StandardErrors)], dense.PredictionErrors, relative: 1e-6))
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void No_near_variances_are_more_likely() => Drawn.Sample(sample =>
    {
        LinearMixedModelResult result = Estimate(Of(sample), ["x"], [Town, Month]);
        return new[] { 0, 1, 2 }.All(changed => new[] { 0.9, 1.1 }.All(factor =>
        {
            LinearMixedModelResult moved = result with
            {
                Components = [.. result.Components.Select((component, i) => i != changed ? component : component with { Variance = Math.Max(1e-4, component.Variance * factor) })],
            };
            return new DenseMixedModel(sample, moved).Deviance(LikelihoodCriterion.Reml) >= result.Deviance - 1e-9;
        }));
    });

    [Fact]
    public void Order_names_and_units_change_nothing_but_units() => Drawn.Sample(sample =>
    {
        LinearMixedModelResult plain = Estimate(Of(sample), ["x"], [Town]);
        int[] order = [.. Enumerable.Range(0, sample.Y.Length).Reverse()];
        LinearMixedModelResult turned = Estimate(
            Of(([.. order.Select(i => (100 * sample.Y[i]) + 7)], [.. order.Select(i => sample.X[i] / 8)], [.. order.Select(i => "z" + sample.Towns[i])], [.. order.Select(i => sample.Months[i])])),
            ["x"], [Town]);
        // Where a variance is 0 its degrees of freedom are of no use.
        return (plain.Singular && turned.Singular)
            || (Bits.Close([turned.Components[0].Variance / 1e4, turned.Components[1].Variance / 1e4], [plain.Components[0].Variance, plain.Components[1].Variance], relative: 1e-7)
                && Bits.Close([turned.Coefficients.Estimates[1] / 800], [plain.Coefficients.Estimates[1]], relative: 1e-7)
                && Bits.Close(turned.Coefficients.DegreesOfFreedom, plain.Coefficients.DegreesOfFreedom, relative: 1e-4)
                && Bits.Close([turned.Shares[0].Correlation], [plain.Shares[0].Correlation], relative: 1e-7));
    });

    [Fact]
    public void The_tables_hold_all_groups_and_components()
    {
        LinearMixedModelResult result = Estimate(WorkshopSample.Whole(), ["x"], [TownSlope, Month]);

        result.ToTable().RowCount.ShouldBe(2);
        result.ToComponentTable().RowCount.ShouldBe(5);
        result.ToGroupTable().RowCount.ShouldBe(8 + 8 + 5);
        LinearMixedModel.Estimate(
            WorkshopSample.Whole(), new LinearMixedModelOptions { Model = Model(["x"]), Random = [Town], DegreesOfFreedom = DegreesOfFreedom.Normal }, cancellationToken: TestContext.Current.CancellationToken)
            .Coefficients.DegreesOfFreedom.ShouldAllBe(degrees => double.IsPositiveInfinity(degrees));
    }

    private static LinearMixedModelResult KenwardRoger(string[] terms, RandomTerms[] random) => LinearMixedModel.Estimate(
        WorkshopSample.Whole(),
        new LinearMixedModelOptions { Model = Model(terms), Random = random, DegreesOfFreedom = DegreesOfFreedom.KenwardRoger },
        cancellationToken: TestContext.Current.CancellationToken);

    private static ModelSpecification Model(string[] terms) => new() { Outcome = "y", Terms = terms };

    private static MultilevelSample Of((double[] Y, double[] X, string[] Towns, string[] Months) sample) => new(
        new RegressionSample(Table.Of("sample", Column.Of("y", sample.Y), Column.Of("x", sample.X))),
        new Dictionary<string, Grouping> { ["town"] = Grouping.Of(sample.Towns), ["month"] = Grouping.Of(sample.Months) });

    private static LinearMixedModelResult Estimate(
        MultilevelSample sample, string[] terms, RandomTerms[] random, LikelihoodCriterion method = LikelihoodCriterion.Reml) => LinearMixedModel.Estimate(
        sample,
        new LinearMixedModelOptions { Model = Model(terms), Random = random, Method = method },
        cancellationToken: TestContext.Current.CancellationToken);
}
