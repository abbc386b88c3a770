using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>An equation about firms in places on one draw of the true scores.</summary>
/// <param name="Coefficients">The coefficients, and between minus within of the terms that have both.</param>
/// <param name="Covariance">Their covariance, row after row.</param>
/// <param name="PlaceVariance">The variance of the places' constants; NaN where places have effects of their own.</param>
/// <param name="SlopeVariance">The variance of the places' slopes; NaN where slopes do not differ.</param>
/// <param name="ResidualVariance">The variance within places that is left.</param>
/// <param name="Notes">What the estimator says.</param>
internal sealed record MultilevelRun(
    CoefficientTable Coefficients, IReadOnlyList<double> Covariance, double PlaceVariance, double SlopeVariance, double ResidualVariance, IReadOnlyList<Note> Notes)
{
    private const string Place = "place";
    private const string Constant = "intercept";

    public static MultilevelRun Of(
        Table table, MultilevelLayout layout, PlaceGroups places, MultilevelEstimator estimator, double level)
    {
        ModelSpecification model = new() { Outcome = MultilevelLayout.OutcomeColumn, Terms = layout.Terms };
        return estimator == MultilevelEstimator.PlaceEffects
            ? WithEffects(table, model, places, level)
            : Mixed(table, model, layout, places, estimator, level);
    }

    private static MultilevelRun WithEffects(Table table, ModelSpecification model, PlaceGroups places, double level)
    {
        FixedEffectsRegressionResult fit = FixedEffectsRegression.Estimate(
            new RegressionSample(table) { Absorb = [places.Grouping] },
            new FixedEffectsRegressionOptions { Model = model, Covariance = FixedEffectsCovariance.Heteroskedastic, Level = level });
        return new MultilevelRun(fit.Coefficients, fit.Covariance, double.NaN, double.NaN, fit.Sigma * fit.Sigma, fit.Notes);
    }

    private static MultilevelRun Mixed(
        Table table, ModelSpecification model, MultilevelLayout layout, PlaceGroups places, MultilevelEstimator estimator, double level)
    {
        LinearMixedModelResult fit = LinearMixedModel.Estimate(
            new MultilevelSample(new RegressionSample(table), new Dictionary<string, Grouping> { [Place] = places.Grouping }),
            new LinearMixedModelOptions
            {
                Model = model,
                Random = [new RandomTerms { Group = Place, Terms = layout.Slope is null ? [Constant] : [Constant, MultilevelLayout.WithinOf(layout.Slope)] }],
                DegreesOfFreedom = estimator == MultilevelEstimator.MixedModel ? DegreesOfFreedom.Satterthwaite : DegreesOfFreedom.KenwardRoger,
                Level = level,
            });
        string[] both = [.. layout.Within.Intersect(layout.Between)];
        (CoefficientTable coefficients, double[] covariance) = WithContextual(fit.Coefficients, fit.Covariance, both);
        return new MultilevelRun(
            coefficients, covariance,
            VarianceOf(fit, Constant), layout.Slope is null ? double.NaN : VarianceOf(fit, MultilevelLayout.WithinOf(layout.Slope)), fit.Components[^1].Variance, fit.Notes);
    }

    private static double VarianceOf(LinearMixedModelResult fit, string term) =>
        fit.Components.First(component => component.Term == term && component.OtherTerm.Length == 0).Variance;

    // Each row of the longer table is one coefficient, or one less another; the degrees of a difference are the fewer of the two.
    private static (CoefficientTable Table, double[] Covariance) WithContextual(CoefficientTable table, IReadOnlyList<double> covariance, string[] terms)
    {
        List<(string Name, int Plus, int Minus)> lines = [.. table.Terms.Select((term, i) => (term, i, -1))];
        foreach (string term in terms)
        {
            (int plus, int minus) = (table.Find(MultilevelLayout.BetweenOf(term)), table.Find(MultilevelLayout.WithinOf(term)));
            if (plus >= 0 && minus >= 0)
            {
                lines.Add((MultilevelLayout.ContextualOf(term), plus, minus));
            }
        }

        double Covariance(int first, int second) => first < 0 || second < 0 ? 0 : covariance[(first * table.Terms.Count) + second];
        double[] all = [.. from one in lines
                           from other in lines
                           select Covariance(one.Plus, other.Plus) - Covariance(one.Plus, other.Minus)
                               - Covariance(one.Minus, other.Plus) + Covariance(one.Minus, other.Minus)];
        return (new CoefficientTable(
            [.. lines.Select(line => line.Name)],
            [.. lines.Select(line => table.Estimates[line.Plus] - (line.Minus < 0 ? 0 : table.Estimates[line.Minus]))],
            [.. lines.Select((line, i) => line.Minus < 0 ? table.StandardErrors[line.Plus] : Math.Sqrt(Math.Max(0, all[(i * lines.Count) + i])))],
            [.. lines.Select(line => line.Minus < 0 ? table.DegreesOfFreedom[line.Plus] : Math.Min(table.DegreesOfFreedom[line.Plus], table.DegreesOfFreedom[line.Minus]))],
            table.Level), all);
    }
}
