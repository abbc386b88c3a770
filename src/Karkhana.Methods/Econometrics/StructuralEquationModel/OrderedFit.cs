using Karkhana.Core.Errors;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>Fits a structural equation model of ordered columns by diagonally weighted least squares.</summary>
internal static class OrderedFit
{
    private const int LeastRows = 3;

    public static StructuralEstimates Of(
        VariableRoles roles,
        IReadOnlyList<StructuralTerm> terms,
        StructuralEquationModelOptions options,
        ItemResponses used,
        CancellationToken cancellationToken)
    {
        RequireIndicators(roles, terms);
        ItemResponses complete = used.CompleteAtLeast(LeastRows).Varying();
        var sample = OrderedMoments.Of(complete, cancellationToken);
        SaturatedMoments moments = new(Vector<double>.Build.Dense(roles.Observed), sample.Correlations, true);
        PathDiagram diagram = new(roles.Observed, roles.Names.Count, [.. terms.Select(term => term.Arrow)], HasMeans: false);
        int parameters = diagram.CountParameters();
        int pairs = sample.Covariance.RowCount;
        Require.That(pairs >= parameters, "model", FormattableString.Invariant(
            $"must not have more parameters than correlations; it had {parameters} and {pairs}"));
        OrderedDistance distance = new(diagram, sample, parameters);
        var search = ScoringSearch.Minimise(
            distance, StartingValues.Of(terms, roles, moments, options.Scaling, parameters), cancellationToken);
        Require.That(double.IsFinite(search.Value), "model", "must imply correlations that can be; what it holds at numbers contradicts itself");
        (Matrix<double>? covariance, double trace, double squareTrace) = distance.RobustAt(search.Point);
        PathDiagram whole = WithResiduals(diagram, search.Point);
        Matrix<double> residuals = sample.Correlations - whole.At(search.Point).CovariancesOf([.. Enumerable.Range(0, roles.Observed)]);
        FitIndices fit = Indices(search.Value, parameters, complete.Respondents, sample, residuals);
        return new StructuralEstimates
        {
            Roles = roles,
            Terms = [.. terms.Select((term, place) => term with { Arrow = whole.Arrows[place] })],
            Fitted = terms,
            Diagram = whole,
            Point = search.Point,
            Covariance = covariance,
            Converged = search.Converged,
            Fit = fit,
            Scaled = Scaled(fit, (trace, squareTrace), sample),
            Sample = moments,
            Gfi = 1 - (search.Value / Weigh(sample, sample.Correlations)),
            Thresholds = sample.Thresholds,
            Modifications = ModificationIndices.None,
            StandardisedResiduals = Matrix<double>.Build.Dense(roles.Observed, roles.Observed, double.NaN).ToArray(),
            Notes = [.. ResponseNotes.Incomplete(used, complete), .. ResponseNotes.Indefinite(sample.Correlations)],
        };
    }

    /// <summary>Gives the values of terms and thresholds for another sample, searched from given parameters; null when the
    /// search does not come to rest.</summary>
    public static double[]? Values(
        VariableRoles roles, IReadOnlyList<StructuralTerm> terms, ItemResponses complete, Vector<double> start, CancellationToken cancellationToken)
    {
        var sample = OrderedMoments.Of(complete, cancellationToken);
        PathDiagram diagram = new(roles.Observed, roles.Names.Count, [.. terms.Select(term => term.Arrow)], HasMeans: false);
        var search = ScoringSearch.Minimise(new OrderedDistance(diagram, sample, diagram.CountParameters()), start, cancellationToken);
        return search.Converged
            ? [.. WithResiduals(diagram, search.Point).Arrows.Select(arrow => arrow.ValueAt(search.Point)),
                .. sample.Thresholds.Select(threshold => threshold.Estimate)]
            : null;
    }

    private static void RequireIndicators(VariableRoles roles, IReadOnlyList<StructuralTerm> terms)
    {
        HashSet<int> indicators = [.. terms.Where(term => term.IsLoading).Select(term => term.Arrow.To)];
        string[] others = [.. Enumerable.Range(0, roles.Observed).Where(place => !indicators.Contains(place) || terms.Any(
            term => term.IsRegression && (term.Arrow.To == place || term.Arrow.From == place))).Select(place => roles.Names[place])];
        Require.That(
            others.Length == 0, "model",
            $"must use columns as indicators of factors only with the diagonally weighted estimator; {ResponseNotes.Listed(others)} stood elsewhere");
        Require.That(
            !terms.Any(term => term.Arrow.Kind == ArrowKind.Covariance && term.Arrow.To == term.Arrow.From
                && term.Arrow.To < roles.Observed && term.Arrow.Held != 0), "model",
            "must not hold residual variances of ordered columns, which have variance 1");
    }

    /// <summary>Gives ordered columns the residual variances that make their variance 1.</summary>
    private static PathDiagram WithResiduals(PathDiagram diagram, Vector<double> point)
    {
        Matrix<double> implied = diagram.At(point).Covariances;
        return diagram with
        {
            Arrows = [.. diagram.Arrows.Select(arrow => arrow.Kind == ArrowKind.Covariance && arrow.To == arrow.From && arrow.To < diagram.Observed
                ? arrow with { Held = 1 - implied[arrow.To, arrow.To] }
                : arrow)],
        };
    }

    private static FitIndices Indices(double distance, int parameters, int cases, OrderedMoments sample, Matrix<double> residuals)
    {
        int pairs = sample.Covariance.RowCount;
        double squares = OrderedMoments.Pairs(residuals.RowCount).Aggregate(
            0.0, (sum, pair) => sum + (residuals[pair.Item, pair.Other] * residuals[pair.Item, pair.Other]));
        return new FitIndices
        {
            Statistic = distance,
            DegreesOfFreedom = pairs - parameters,
            BaselineStatistic = Weigh(sample, sample.Correlations),
            BaselineDegreesOfFreedom = pairs,
            Srmr = Math.Sqrt(squares / pairs),
            LogLikelihood = double.NaN,
            Parameters = parameters + sample.Thresholds.Count,
            Cases = cases,
        };
    }

    private static double Weigh(OrderedMoments sample, Matrix<double> residuals)
    {
        double sum = 0;
        int at = 0;
        foreach ((int item, int other) in OrderedMoments.Pairs(residuals.RowCount))
        {
            sum += residuals[item, other] * residuals[item, other] / sample.Covariance[at, at];
            at++;
        }

        return sum;
    }

    /// <summary>Scales and shifts both chi-squares to the mean and the variance of their degrees of freedom.</summary>
    private static FitIndices Scaled(FitIndices fit, (double Trace, double SquareTrace) own, OrderedMoments sample)
    {
        Matrix<double> product = sample.Covariance.MapIndexed((row, _, value) => value / sample.Covariance[row, row], Zeros.Include);
        (double Trace, double SquareTrace) baseline =
            (product.Trace(), product.PointwiseMultiply(product.Transpose()).RowSums().Sum());
        return fit with
        {
            Statistic = fit.DegreesOfFreedom == 0 ? fit.Statistic : ScaledAndShifted(fit.Statistic, fit.DegreesOfFreedom, own),
            BaselineStatistic = ScaledAndShifted(fit.BaselineStatistic, fit.BaselineDegreesOfFreedom, baseline),
        };
    }

    // Source: Asparouhov and Muthén 2010, Simple second order chi-square correction.
    private static double ScaledAndShifted(double statistic, int degrees, (double Trace, double SquareTrace) product)
    {
        double scale = Math.Sqrt(degrees / product.SquareTrace);
        return (scale * statistic) + degrees - (scale * product.Trace);
    }
}
