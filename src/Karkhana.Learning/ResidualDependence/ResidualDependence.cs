using Karkhana.Core.Errors;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;
using Karkhana.Methods.Econometrics;
using Karkhana.Methods.Spatial;

namespace Karkhana.Learning;

/// <summary>Do the residuals of an equation go together among neighbours?</summary>
public static class ResidualDependence
{
    private const string Outcome = "residual";
    private const string Source = "Cliff & Ord 1981, Spatial Processes; framework 3.6";

    /// <summary>Tests each equation.</summary>
    /// <remarks>
    /// Moran's I of the residuals over the eight nearest firms, each row of weights adding up to 1, against the expectation and variance that residuals of
    /// least squares on the same terms have (<see cref="SpatialDependenceTests"/>). With scores measured with error: the mean residual over the draws,
    /// cleared once more of the terms as observed, which is exact where nothing is measured with error. Sampling weights do not enter. Benjamini and
    /// Hochberg over all equations. Equations that differ in name only are tested once. A clear I says that neighbours share something that was left out;
    /// without one that cannot be ruled out. Cost: equations × firms × (neighbours + terms²).
    /// Source: Cliff and Ord 1981, Spatial Processes, chapter 8; framework 3.6. Agrees with: econometrics.spatial-dependence-tests, which agrees with spdep
    /// lm.morantest.
    /// </remarks>
    /// <param name="sample">The sample on which the equations were estimated, with points.</param>
    /// <param name="fits">The equations.</param>
    /// <param name="options">Neighbours.</param>
    /// <param name="cancellationToken">Looked at between equations.</param>
    /// <returns>One row per equation; none, with a note, where firms have no positions.</returns>
    /// <exception cref="ArgumentException">The sample does not have a variable of an equation.</exception>
    public static ResidualDependenceResult Estimate(
        LearningSample sample, IReadOnlyList<LearningFit> fits, ResidualDependenceOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(fits);
        options ??= new ResidualDependenceOptions();
        Provenance provenance = new("learning.residual-dependence", FormattableString.Invariant($"neighbours = {options.Neighbours}"), Source, sample.Seed);
        if (sample.Points.Count == 0)
        {
            return new ResidualDependenceResult(
                [], options, [new Note("no-positions", Severity.Warning, "Firms have no positions: we cannot tell whether residuals of neighbours go together.")],
                provenance);
        }

        LearningVariables variables = new(sample);
        Dictionary<string, SpatialWeights> weights = new(StringComparer.Ordinal);
        List<EquationDependence> rows = [];
        foreach (LearningFit fit in fits.DistinctBy(fit => (fit.Equation.Outcome, string.Join(" + ", fit.Equation.Terms), string.Join(" ", fit.Firms))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (fit.Firms.Count <= options.Neighbours || fit.Residuals.Distinct().Take(2).Count() < 2)
            {
                continue;
            }

            string firms = string.Join(' ', fit.Firms);
            if (!weights.TryGetValue(firms, out SpatialWeights? near))
            {
                weights.Add(firms, near = Nearest(sample, fit.Firms, options.Neighbours));
            }

            rows.Add(Test(variables, fit, near));
        }

        double[] adjusted = MultipleTesting.BenjaminiHochberg([.. rows.Select(row => row.PValue)]);
        return new ResidualDependenceResult([.. rows.Select((row, i) => row with { AdjustedPValue = adjusted[i] })], options, [], provenance);
    }

    private static EquationDependence Test(LearningVariables variables, LearningFit fit, SpatialWeights near)
    {
        int[] rows = [.. fit.Firms];
        Dictionary<string, double[]> values = fit.Equation.Variables.ToDictionary(
            name => name, name => rows.Select(row => variables.Of(name)[row]).ToArray(), StringComparer.Ordinal);
        string[] terms = [.. fit.Equation.Terms.Where(term => fit.Coefficients.Find(term) >= 0)];
        Table table = Table.Of(
            "residuals", [Column.Of(Outcome, fit.Residuals), .. terms.Select(term => (Column)Column.Of(term, TrueScores.Term(term, values)))]);
        SpatialDependenceTestsResult tests = SpatialDependenceTests.Estimate(
            new SpatialSample(new RegressionSample(table), near),
            new SpatialDependenceTestsOptions { Model = new ModelSpecification { Outcome = Outcome, Terms = terms } });
        return new EquationDependence(fit.Equation, rows.Length, tests.Moran, tests.MoranExpectation, tests.MoranZ, tests.MoranPValue, fit.Errors);
    }

    private static SpatialWeights Nearest(LearningSample sample, IReadOnlyList<int> rows, int neighbours) => DistanceWeights.Estimate(
        new PointPattern { X = [.. rows.Select(row => sample.Points[row].X)], Y = [.. rows.Select(row => sample.Points[row].Y)] },
        new DistanceWeightsOptions { K = neighbours, Style = WeightsStyle.RowStandardised }).Weights;
}
