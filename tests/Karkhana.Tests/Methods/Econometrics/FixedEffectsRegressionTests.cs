using CsCheck;
using Karkhana.Core.Execution;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Shouldly;
using Xunit;

namespace Karkhana.Tests.Methods.Econometrics;

public sealed class FixedEffectsRegressionTests
{
    private static readonly ModelSpecification Line = new() { Outcome = "y", Terms = ["x"] };

    [Fact]
    public void Two_firms_of_two_rows_are_fitted_by_hand()
    {
        // Deviations of x: -1, 1, -2, 2; of y: -1, 1, -4, 4. Sxx 10, Sxy 18, slope 1.8; residuals .8, -.8, -.4, .4 with squares 1.6.
        FixedEffectsRegressionResult result = Estimate(Of([1, 3, 2, 10], [0, 2, 1, 5], Grouping.Of(["a", "a", "b", "b"])), Line);

        Bits.Close(result.Coefficients.Estimates, [1.8], relative: 1e-14).ShouldBeTrue();
        Bits.Close(result.Coefficients.StandardErrors, [0.4], relative: 1e-14).ShouldBeTrue();
        result.Coefficients.DegreesOfFreedom.ShouldBe([1]);
        result.WithinRSquared.ShouldBe(1 - (1.6 / 34), tolerance: 1e-14);
        result.RSquared.ShouldBe(1 - (1.6 / 50), tolerance: 1e-14);
        result.Sigma.ShouldBe(Math.Sqrt(1.6), tolerance: 1e-14);
        result.LogLikelihood.ShouldBe(-2 * (Math.Log(2 * Math.PI) + 1 + Math.Log(0.4)), tolerance: 1e-13);
        Bits.Close(result.Residuals, [0.8, -0.8, -0.4, 0.4], relative: 1e-14).ShouldBeTrue();
        Bits.Close(result.Effects[0].Estimates, [0.2, 0.6], relative: 1e-13).ShouldBeTrue();
        result.Effects[0].Groups.ShouldBe(["a", "b"]);
        result.AbsorbedParameters.ShouldBe(2);
        result.Notes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Absorbing_is_the_regression_with_all_dummies(bool weighted) => PanelSamples.All.Sample(sample =>
    {
        double[]? weights = weighted ? sample.Weight : null;
        FixedEffectsRegressionResult absorbed = Estimate(sample.Absorbing() with { Weights = weights }, PanelSamples.Model);
        OrdinaryLeastSquaresResult dummies = OrdinaryLeastSquares.Estimate(
            sample.ToSample() with { Weights = weights },
            new OrdinaryLeastSquaresOptions { Model = PanelSamples.Dummies() },
            cancellationToken: TestContext.Current.CancellationToken);
        return Bits.Close(absorbed.Coefficients.Estimates, [.. dummies.Coefficients.Estimates.Skip(1).Take(2)], relative: 1e-7)
            && Bits.Close(absorbed.Coefficients.StandardErrors, [.. dummies.Coefficients.StandardErrors.Skip(1).Take(2)], relative: 1e-7)
            && Bits.Close([absorbed.RSquared, absorbed.Sigma], [dummies.Fit.RSquared, dummies.Fit.Sigma], relative: 1e-8)
            && Math.Abs(absorbed.LogLikelihood - dummies.Fit.LogLikelihood) < 1e-6 * (1 + Math.Abs(dummies.Fit.LogLikelihood));
    });

    [Fact]
    public void Three_sets_are_absorbed_like_their_dummies() => PanelSamples.All.Sample(sample =>
    {
        string[] regions = [.. sample.Unit.Select((unit, row) => $"r{(unit + sample.Period[row]) % 3}")];
        RegressionSample data = new(Table.Of("sample", [.. sample.ToSample().Data.Columns, Column.Of("region", regions)]));
        OrdinaryLeastSquaresResult dummies = OrdinaryLeastSquares.Estimate(
            data,
            new OrdinaryLeastSquaresOptions
            {
                Model = PanelSamples.Dummies() with
                {
                    Terms = ["x", "z", "unit", "period", "region"],
                    Categorical = new Dictionary<string, string> { ["unit"] = "u0", ["period"] = "t0", ["region"] = "r0" },
                },
            },
            cancellationToken: TestContext.Current.CancellationToken);
        FixedEffectsRegressionResult absorbed = Estimate(
            data with { Absorb = [Grouping.Of(sample.Periods), Grouping.Of(regions), Grouping.Of(sample.Units)] }, PanelSamples.Model);
        return Bits.Close(absorbed.Coefficients.Estimates, [.. dummies.Coefficients.Estimates.Skip(1).Take(2)], relative: 1e-6);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Clustered_errors_with_all_effects_counted_are_those_of_the_dummies(bool twoWay) => PanelSamples.All.Sample(sample =>
    {
        string[][] clusters = twoWay ? [sample.Units, sample.Periods] : [sample.Units];
        FixedEffectsRegressionResult absorbed = FixedEffectsRegression.Estimate(
            sample.Absorbing() with { Clusters = clusters },
            new FixedEffectsRegressionOptions { Model = PanelSamples.Model, Covariance = FixedEffectsCovariance.Cluster, AbsorbedCount = AbsorbedCount.Full },
            cancellationToken: TestContext.Current.CancellationToken);
        ClusterRobustRegressionResult dummies = ClusterRobustRegression.Estimate(
            sample.ToSample() with { Clusters = clusters },
            new ClusterRobustRegressionOptions { Model = PanelSamples.Dummies(), TwoWayAdjustment = TwoWayAdjustment.Minimum },
            cancellationToken: TestContext.Current.CancellationToken);
        int terms = dummies.Coefficients.Terms.Count;
        double[] wanted = [dummies.Covariance[terms + 1], dummies.Covariance[terms + 2], dummies.Covariance[(2 * terms) + 1], dummies.Covariance[(2 * terms) + 2]];
        return Bits.Close(absorbed.Covariance, wanted, relative: 1e-6)
            && absorbed.Coefficients.DegreesOfFreedom.All(degrees => degrees == absorbed.Clusters.Min() - 1);
    });

    [Theory]
    [InlineData(AbsorbedCount.NonNested)]
    [InlineData(AbsorbedCount.None)]
    public void Sets_within_clusters_are_not_counted(AbsorbedCount count) => PanelSamples.All.Sample(sample =>
    {
        // Periods are not nested in units: all of them count; units lie within themselves.
        FixedEffectsRegressionResult full = Clustered(AbsorbedCount.Full);
        FixedEffectsRegressionResult other = Clustered(count);
        double periods = count == AbsorbedCount.None ? 0 : sample.Period.Distinct().Count();
        double ratio = (sample.Rows - 2.0 - full.AbsorbedParameters) / (sample.Rows - 2 - periods);
        return Bits.Close(other.Covariance, [.. full.Covariance.Select(value => value * ratio)], relative: 1e-10);

        FixedEffectsRegressionResult Clustered(AbsorbedCount counted) => FixedEffectsRegression.Estimate(
            sample.Absorbing() with { Clusters = [sample.Units] },
            new FixedEffectsRegressionOptions { Model = PanelSamples.Model, Covariance = FixedEffectsCovariance.Cluster, AbsorbedCount = counted },
            cancellationToken: TestContext.Current.CancellationToken);
    });

    [Fact]
    public void A_constant_counts_when_all_sets_lie_within_the_clusters() => PanelSamples.All.Sample(sample =>
    {
        FixedEffectsRegressionResult nested = Clustered(AbsorbedCount.NonNested);
        FixedEffectsRegressionResult none = Clustered(AbsorbedCount.None);
        double ratio = (sample.Rows - 2.0) / (sample.Rows - 3);
        return Bits.Close(nested.Covariance, [.. none.Covariance.Select(value => value * ratio)], relative: 1e-10);

        FixedEffectsRegressionResult Clustered(AbsorbedCount counted) => FixedEffectsRegression.Estimate(
            sample.Absorbing(periods: false) with { Clusters = [sample.Units] },
            new FixedEffectsRegressionOptions { Model = PanelSamples.Model, Covariance = FixedEffectsCovariance.Cluster, AbsorbedCount = counted },
            cancellationToken: TestContext.Current.CancellationToken);
    });

    [Fact]
    public void Heteroskedastic_errors_are_the_sandwich_of_the_dummies() => PanelSamples.All.Sample(sample =>
    {
        OrdinaryLeastSquaresResult dummies = OrdinaryLeastSquares.Estimate(
            sample.ToSample(),
            new OrdinaryLeastSquaresOptions { Model = PanelSamples.Dummies(), Covariance = CovarianceEstimator.Hc1 },
            cancellationToken: TestContext.Current.CancellationToken);
        FixedEffectsRegressionResult absorbed = FixedEffectsRegression.Estimate(
            sample.Absorbing(),
            new FixedEffectsRegressionOptions { Model = PanelSamples.Model, Covariance = FixedEffectsCovariance.Heteroskedastic },
            cancellationToken: TestContext.Current.CancellationToken);
        return Bits.Close(absorbed.Coefficients.StandardErrors, [.. dummies.Coefficients.StandardErrors.Skip(1).Take(2)], relative: 1e-7);
    });

    [Fact]
    public void Outcome_is_terms_effects_and_residual() => PanelSamples.All.Sample(sample =>
    {
        FixedEffectsRegressionResult result = Estimate(sample.Absorbing() with { Weights = sample.Weight }, PanelSamples.Model);
        double[] sums = [.. result.Rows.Select((row, place) =>
            (result.Coefficients.Estimates[0] * sample.X[row]) + (result.Coefficients.Estimates[1] * sample.Z[row])
            + Effect(result.Effects[0], sample.Units[row]) + Effect(result.Effects[1], sample.Periods[row]) + result.Residuals[place])];
        return Bits.Close(sums, [.. result.Rows.Select(row => sample.Y[row])], relative: 1e-8) && result.Effects[1].Estimates[0] == 0;

        double Effect(AbsorbedEffects effects, string group) => effects.Estimates[effects.Groups.ToList().IndexOf(group)];
    });

    [Fact]
    public void Neither_the_order_of_rows_nor_of_sets_matters() => PanelSamples.All.Sample(sample =>
    {
        PanelSamples turned = sample.Reversed();
        FixedEffectsRegressionResult first = Estimate(sample.Absorbing(), PanelSamples.Model);
        FixedEffectsRegressionResult second = Estimate(
            turned.ToSample() with { Absorb = [Grouping.Of(turned.Period), Grouping.Of(turned.Unit)] }, PanelSamples.Model);
        return Bits.Close(first.Coefficients.Estimates, second.Coefficients.Estimates, relative: 1e-7)
            && Bits.Close(first.Residuals, [.. second.Residuals.Reverse()], relative: 1e-7);
    });

    [Fact]
    public void One_worker_and_three_give_the_same_bits() => PanelSamples.All.Sample(sample =>
    {
        FixedEffectsRegressionResult one = Estimate(sample.Absorbing(), PanelSamples.Model, workers: 1);
        FixedEffectsRegressionResult three = Estimate(sample.Absorbing(), PanelSamples.Model, workers: 3);
        return Bits.Same(one.Coefficients.Estimates, three.Coefficients.Estimates) && Bits.Same(one.Covariance, three.Covariance)
            && Bits.Same(one.Effects[0].Estimates, three.Effects[0].Estimates);
    });

    [Fact]
    public void The_short_cut_for_equal_weights_gives_the_bits_of_the_general_path() => PanelSamples.All.Sample(sample =>
    {
        FixedEffectSets sets = FixedEffectSets.Sort(sample.Absorbing().Absorb, [.. Enumerable.Range(0, sample.Rows)]);
        double[] quick = [.. sample.Y];
        double[] general = [.. sample.Y];
        FixedEffectSolution left = new FixedEffectProjection(sets, null).TakeOut(quick);
        FixedEffectSolution right = new FixedEffectProjection(sets, [.. Enumerable.Repeat(1.0, sample.Rows)]).TakeOut(general);
        return Bits.Same(quick, general) && Bits.Same(left.Largest, right.Largest) && Bits.Same(left.Others, right.Others);
    });

    [Fact]
    public void Rows_that_are_alone_in_a_group_are_left_out_one_after_another()
    {
        // Row 6 is alone in firm c; without it row 5 is alone in year 3.
        RegressionSample sample = Of(
            [1, 3, 2, 10, 7, 5, 4, 8], [0, 2, 1, 5, 2, 9, 3, 3],
            Grouping.Of(["a", "a", "b", "b", "b", "c", "d", "d"]), Grouping.Of([1, 2, 1, 2, 3, 3, 1, 2]));

        FixedEffectsRegressionResult result = Estimate(sample, Line);

        result.Rows.ShouldBe([0, 1, 2, 3, 6, 7]);
        result.Singletons.ShouldBe(2);
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("2 rows are alone");
        result.AbsorbedParameters.ShouldBe(4);
    }

    [Fact]
    public void Terms_that_effects_determine_are_named()
    {
        double[] size = [4, 4, 7, 7, 1, 1];
        RegressionSample sample = new(Table.Of(
            "sample", Column.Of("y", [1, 3, 2, 10, 4, 5]), Column.Of("size", size), Column.Of("x", [0, 2, 1, 5, 1, 1.5]), Column.Of("twice", [1, 5, 3, 11, 3, 4.0])))
        {
            Absorb = [Grouping.Of(["a", "a", "b", "b", "c", "c"])],
        };

        FixedEffectsRegressionResult result = Estimate(sample, new ModelSpecification { Outcome = "y", Terms = ["size", "x", "twice"] });

        result.Coefficients.Terms.ShouldBe(["x"]);
        result.Notes.ShouldHaveSingleItem().Text.ShouldContain("size, twice");
        Should.Throw<ArgumentException>(() => Estimate(sample, Line with { Terms = ["size"] })).Message.ShouldContain("absorbed effects determine all");
    }

    [Fact]
    public void Sets_that_fall_into_parts_are_a_note()
    {
        RegressionSample sample = Of(
            [1, 3, 2, 10, 4, 6, 1, 2, 5, 7, 3, 8], [0, 2, 1, 5, 3, 1, 7, 2, 4, 4, 9, 6],
            Grouping.Of(["a", "a", "b", "b", "c", "c", "d", "d", "e", "e", "f", "f"]), Grouping.Of([1, 2, 1, 2, 1, 2, 3, 4, 3, 4, 3, 4]));

        Estimate(sample, Line).Notes.ShouldHaveSingleItem().Text.ShouldContain("fall into 2 parts");
    }

    [Fact]
    public void Incomplete_rows_are_left_out_and_counted()
    {
        RegressionSample sample = Of([1, 3, 9, 2, 10, 5], [0, 2, double.NaN, 1, 5, 1], Grouping.Of(["a", "a", "a", "b", "b", null]));

        FixedEffectsRegressionResult result = Estimate(sample, Line);

        result.Rows.ShouldBe([0, 1, 3, 4]);
        Bits.Close(result.Coefficients.Estimates, [1.8], relative: 1e-14).ShouldBeTrue();
        result.Notes.ShouldHaveSingleItem().Text.ShouldStartWith("2 of 6 rows lack");
    }

    [Fact]
    public void Wrong_input_is_refused()
    {
        Grouping firms = Grouping.Of(["a", "a", "b", "b"]);
        RegressionSample sample = Of([1, 3, 2, 10], [0, 2, 1, 5], firms);

        Should.Throw<ArgumentException>(() => Estimate(sample with { Absorb = [] }, Line)).Message.ShouldContain("at least one set");
        Should.Throw<ArgumentException>(() => Estimate(sample, Line with { Terms = [] })).Message.ShouldContain("beside the absorbed effects");
        Should.Throw<ArgumentException>(() => Estimate(sample with { Weights = [1, 0, 1, 1] }, Line)).Message.ShouldContain("row 2 had 0");
        Should.Throw<ArgumentException>(() => Estimate(sample with { Absorb = [Grouping.Of([1, 1])] }, Line)).Message.ShouldContain("must have 4 values; it had 2");
        Should.Throw<ArgumentException>(() => Estimate(sample with { Absorb = [Grouping.Of([1, 2, 3, 4])] }, Line)).Message.ShouldContain("not alone in a group");
        Should.Throw<ArgumentException>(() => Estimate(Of([1, 3, 2, 10], [0, 2, 1, 5], firms, Grouping.Of([1, 2, 1, 2])), Line)).Message.ShouldContain("4 rows, 1 terms and 3 effects");
        Should.Throw<ArgumentException>(() => FixedEffectsRegression.Estimate(
            sample,
            new FixedEffectsRegressionOptions { Model = Line, Covariance = FixedEffectsCovariance.Cluster },
            cancellationToken: TestContext.Current.CancellationToken)).Message.ShouldContain("there were 0");
        Should.Throw<ArgumentException>(() => FixedEffectsRegression.Estimate(
            sample with { Clusters = [["a", "a", "a", "a"]] },
            new FixedEffectsRegressionOptions { Model = Line, Covariance = FixedEffectsCovariance.Cluster },
            cancellationToken: TestContext.Current.CancellationToken)).Message.ShouldContain("at least two clusters");
    }

    private static RegressionSample Of(double[] y, double[] x, params Grouping[] sets) =>
        new(Table.Of("sample", Column.Of("y", y), Column.Of("x", x))) { Absorb = sets };

    private static FixedEffectsRegressionResult Estimate(RegressionSample sample, ModelSpecification model, int workers = 1) =>
        FixedEffectsRegression.Estimate(
            sample, new FixedEffectsRegressionOptions { Model = model }, new ExecutionOptions { Workers = workers }, TestContext.Current.CancellationToken);
}
