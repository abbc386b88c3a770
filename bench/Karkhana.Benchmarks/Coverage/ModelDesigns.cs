using Karkhana.Core.Randomness;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Psychometrics;
using Karkhana.Methods.Spatial;
using MathNet.Numerics;

namespace Karkhana.Benchmarks.Coverage;

/// <summary>One design each for the estimators whose families stand in no other group: panels, counts and limits, quantiles, equations of latent variables,
/// durations, further spatial models, staggered starts.</summary>
internal static class ModelDesigns
{
    private const double Slope = 0.5;
    private const int Samples = 1000;

    public static IEnumerable<CoverageDesign> All() =>
    [
        new("panel regression", "random effects, 40 units, 5 periods", Samples, RandomEffects),
        new("negative binomial regression", "mixed rates, n 300", Samples, NegativeBinomial),
        new("tobit regression", "a third at 0, n 200", Samples, Tobit),
        new("two-part regression", "chance and logarithm, n 300: amount", Samples, TwoPart),
        new("multinomial regression", "three answers, n 300", Samples, Multinomial),
        new("quantile regression", "median, n 200", Samples, Median),
        new("logistic mixed model", "40 groups of 8, normal limits", Samples / 2, LogisticMixed),
        new("structural equations", "one factor of three items on two regressors, n 300", Samples / 2, Structural),
        new("proportional hazards", "Cox, a third censored, n 200", Samples, stream => Durations(stream, weibull: false)),
        new("Weibull regression", "a third censored, n 200", Samples, stream => Durations(stream, weibull: true)),
        new("spatial error", "slopes, 10 by 10, lambda 0.4", Samples / 2, stream => Simulated.Judge(SpatialErrorRegression.Estimate(
            Neighbours(stream, 0, 0.4), new SpatialErrorRegressionOptions { Model = Simulated.Model }).Model.Coefficients, Slope)),
        new("spatial lag and error", "slopes, 10 by 10, rho 0.3, lambda 0.3", Samples / 2, stream => Simulated.Judge(SpatialCombinedRegression.Estimate(
            Neighbours(stream, 0.3, 0.3), new SpatialCombinedRegressionOptions { Model = Simulated.Model }).Model.Coefficients, Slope)),
        new("spatial two-stage least squares", "slopes, 15 by 15, rho 0.4", Samples, stream => Simulated.Judge(SpatialTwoStageLeastSquares.Estimate(
            Neighbours(stream, 0.4, 0, 15), new SpatialTwoStageLeastSquaresOptions { Model = Simulated.Model }).TwoStage.Coefficients, Slope)),
        new("event study", "staggered start, 90 units, 6 periods, effect 0.5; null: no lead", 4 * Samples, Staggered),
    ];

    private static CoverageTrial RandomEffects(RandomStream stream)
    {
        const int Periods = 5;
        int[] units = Simulated.Groups(40, Periods);
        Simulated data = Simulated.Grouped(units, 0.3, stream);
        double[] errors = Simulated.WithGroups(units, 0.3, stream);
        PanelSample sample = new(
            data.Sample(row => (Slope * data.First[row]) + errors[row]), Grouping.Of(units), [.. units.Select((_, row) => (double)(row % Periods))]);
        return Simulated.Judge(PanelRegression.Estimate(
            sample, new PanelRegressionOptions { Model = Simulated.Model, Estimator = PanelEstimator.RandomEffects }).Coefficients, Slope);
    }

    // A count of mean m times a gamma with mean 1 and variance ½: the sum of two waiting times.
    private static CoverageTrial NegativeBinomial(RandomStream stream)
    {
        Simulated data = Simulated.Draw(300, stream);
        RegressionSample sample = data.Sample(row =>
        {
            double mixed = -(Math.Log(1 - stream.NextDouble()) + Math.Log(1 - stream.NextDouble())) / 2;
            return LikelihoodDesigns.Count(Math.Exp(0.5 + (Slope * data.First[row])) * mixed, stream);
        });
        return Simulated.Judge(NegativeBinomialRegression.Estimate(
            sample, new NegativeBinomialRegressionOptions { Model = Simulated.Model }).Coefficients, Slope);
    }

    private static CoverageTrial Tobit(RandomStream stream)
    {
        Simulated data = Simulated.Draw(200, stream);
        RegressionSample sample = data.Sample(row => Math.Max(0, 0.5 + (Slope * data.First[row]) + stream.NextGaussian()));
        return Simulated.Judge(TobitRegression.Estimate(sample, new TobitRegressionOptions { Model = Simulated.Model }).Coefficients, Slope);
    }

    private static CoverageTrial TwoPart(RandomStream stream)
    {
        Simulated data = Simulated.Draw(300, stream);
        RegressionSample sample = data.Sample(row => stream.NextBool(SpecialFunctions.Logistic(0.5 + data.First[row]))
            ? Math.Exp((Slope * data.First[row]) + (0.5 * stream.NextGaussian())) : 0);
        return Simulated.Judge(TwoPartRegression.Estimate(sample, new TwoPartRegressionOptions { Model = Simulated.Model }).Amount, Slope);
    }

    private static CoverageTrial Multinomial(RandomStream stream)
    {
        Simulated data = Simulated.Draw(300, stream);
        string[] answers = [.. data.First.Select(value =>
        {
            double[] weights = [1, Math.Exp(Slope * value), Math.Exp(-0.2)];
            double at = stream.NextDouble() * weights.Sum();
            return at < weights[0] ? "a" : at < weights[0] + weights[1] ? "b" : "c";
        })];
        MultinomialRegressionResult fit = MultinomialRegression.Estimate(
            new RegressionSample(Table.Of(
                "sample", Column.Of(Simulated.Outcome, answers), Column.Of(Simulated.Acting, data.First), Column.Of(Simulated.Idle, data.Second))),
            new MultinomialRegressionOptions { Model = Simulated.Model, BaseCategory = "a" });
        int[] second = [.. Enumerable.Range(0, fit.Responses.Count).Where(place => fit.Responses[place] == "b")];
        CoefficientTable table = fit.Coefficients;
        return Simulated.Judge(new CoefficientTable(
            [.. second.Select(place => table.Terms[place])], [.. second.Select(place => table.Estimates[place])],
            [.. second.Select(place => table.StandardErrors[place])], [.. second.Select(place => table.DegreesOfFreedom[place])], table.Level), Slope);
    }

    private static CoverageTrial Median(RandomStream stream)
    {
        Simulated data = Simulated.Draw(200, stream);
        return Simulated.Judge(QuantileRegression.Estimate(
            data.Sample(row => (Slope * data.First[row]) + stream.NextGaussian()),
            new QuantileRegressionOptions { Model = Simulated.Model }).Coefficients, Slope);
    }

    private static CoverageTrial LogisticMixed(RandomStream stream)
    {
        int[] groups = Simulated.Groups(40, 8);
        Simulated data = Simulated.Draw(groups.Length, stream);
        double[] effects = Simulated.Normal(40, stream);
        RegressionSample sample = data.Sample(row => stream.NextBool(SpecialFunctions.Logistic((Slope * data.First[row]) + (0.7 * effects[groups[row]]))) ? 1 : 0);
        return Simulated.Judge(LogisticMixedModel.Estimate(
            new LogisticMixedSample(sample, [.. groups.Select(group => FormattableString.Invariant($"g{group}"))]),
            new LogisticMixedModelOptions { Model = Simulated.Model }).Coefficients, Slope);
    }

    private static CoverageTrial Structural(RandomStream stream)
    {
        Simulated data = Simulated.Draw(300, stream);
        double[] factor = [.. data.First.Select(value => (Slope * value) + stream.NextGaussian())];
        double[] Item(double loading) => [.. factor.Select(value => (loading * value) + (0.7 * stream.NextGaussian()))];
        StructuralEquationModelResult fit = StructuralEquationModel.Estimate(
            new ItemResponses(["i1", "i2", "i3", Simulated.Acting, Simulated.Idle], [Item(1), Item(0.9), Item(0.8), data.First, data.Second]),
            new StructuralEquationModelOptions { Model = StructuralModel.Parse($"f =~ i1 + i2 + i3\nf ~ {Simulated.Acting} + {Simulated.Idle}") });
        return CoverageTrial.Of(fit.Coefficients, $"f~{Simulated.Acting}", Slope, $"f~{Simulated.Idle}");
    }

    // Exponential durations, which are Weibull's with scale 1; a rate that rises with x is a time that falls.
    private static CoverageTrial Durations(RandomStream stream, bool weibull)
    {
        Simulated data = Simulated.Draw(200, stream);
        double[] times = [.. data.First.Select(value => -Math.Log(1 - stream.NextDouble()) / Math.Exp(Slope * value))];
        double[] ends = [.. times.Select(_ => -2 * Math.Log(1 - stream.NextDouble()))];
        SurvivalRegressionSample sample = new(
            new SurvivalSample([.. times.Zip(ends, Math.Min)], [.. times.Zip(ends, (time, end) => time <= end)]),
            Table.Of("sample", Column.Of(Simulated.Acting, data.First), Column.Of(Simulated.Idle, data.Second)));
        string[] terms = [Simulated.Acting, Simulated.Idle];
        return weibull
            ? Simulated.Judge(WeibullRegression.Estimate(sample, new WeibullRegressionOptions { Terms = terms }).Coefficients, -Slope)
            : Simulated.Judge(ProportionalHazardsRegression.Estimate(sample, new ProportionalHazardsRegressionOptions { Terms = terms }).Coefficients, Slope);
    }

    private static SpatialSample Neighbours(RandomStream stream, double rho, double lambda, int side = 10)
    {
        SpatialWeights neighbours = SpatialDesigns.Lattice(side);
        Simulated data = Simulated.Draw(neighbours.Count, stream);
        double[] errors = SpatialDesigns.Spread(neighbours, Simulated.Normal(neighbours.Count, stream), lambda);
        double[] outcome = SpatialDesigns.Spread(neighbours, [.. data.First.Select((value, unit) => 1 + (Slope * value) + errors[unit])], rho);
        return new SpatialSample(data.Sample(row => outcome[row]), neighbours);
    }

    // A third starts in period 3, a third in period 4, a third never; errors of a unit are alike.
    private static CoverageTrial Staggered(RandomStream stream)
    {
        const int Periods = 6;
        const double Never = 99;
        int[] units = Simulated.Groups(90, Periods);
        double[] errors = Simulated.WithGroups(units, 0.4, stream);
        double[] adoption = [.. units.Select(unit => unit % 3 == 0 ? 3 : unit % 3 == 1 ? 4 : Never)];
        double[] period = [.. units.Select((_, row) => (double)(row % Periods))];
        double[] outcome = [.. units.Select((_, row) => (0.2 * period[row]) + (period[row] >= adoption[row] ? Slope : 0) + errors[row])];
        StaggeredEventStudyResult fit = StaggeredEventStudy.Estimate(
            new StaggeredSample(new PanelSample(new RegressionSample(Table.Of("sample", Column.Of(Simulated.Outcome, outcome))), Grouping.Of(units), period), adoption),
            new StaggeredEventStudyOptions { Outcome = Simulated.Outcome, Never = Never });
        return CoverageTrial.Of(
            (fit.Effect.ConfidenceLow[0], fit.Effect.ConfidenceHigh[0]), Slope, fit.BeforeAdoption.PValue <= 0.05 ? (1, 2) : (-1, 1));
    }
}
