using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Econometrics;

/// <summary>A least-squares fit of transformed panel rows, with what its covariance needs.</summary>
/// <param name="Fit">The fit.</param>
/// <param name="Units">The unit of each transformed row.</param>
/// <param name="DegreesOfFreedom">The residual degrees of freedom, effects counted.</param>
/// <param name="TotalSquares">The squares of the transformed outcome about its mean, or about zero without a
/// constant.</param>
internal sealed record PanelFit(LeastSquaresFit Fit, ClusterGroups Units, double DegreesOfFreedom, double TotalSquares)
{
    /// <summary>Gets what random effects rest on; null for other estimators.</summary>
    public SwamyArora? Components { get; init; }

    /// <summary>Gets the within regression; null for estimators that do without.</summary>
    public WithinFit? Within { get; init; }

    public double ResidualSquares => Sums.Dot(Fit.Residuals, Fit.Residuals);

    public static PanelFit Estimate(
        PanelSample sample, PanelRows panel, PanelRegressionOptions options, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        ModelSpecification model = options.Model;
        switch (options.Estimator)
        {
            case PanelEstimator.Within or PanelEstimator.TwoWayWithin:
                WithinFit within = WithinFit.Estimate(
                    sample, model, options.Estimator == PanelEstimator.TwoWayWithin, execution, cancellationToken);
                return new PanelFit(within.Fit, within.Clusters(), within.DegreesOfFreedom, within.Absorbed.WithinSquares) { Within = within };
            case PanelEstimator.Between:
                return Plain(panel.Means(weighted: false), new ClusterGroups([.. Enumerable.Range(0, panel.UnitCount)], panel.UnitCount), model);
            case PanelEstimator.FirstDifference:
                (ModelColumns changes, ClusterGroups units) = panel.Differences();
                return Plain(changes, units, model);
            case PanelEstimator.RandomEffects:
                return RandomEffects(sample, panel, model, execution, cancellationToken);
            default:
                return Plain(panel.Columns, panel.Clusters(), model);
        }
    }

    public static PanelFit RandomEffects(
        PanelSample sample, PanelRows panel, ModelSpecification model, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        WithinFit within = WithinFit.Estimate(sample, model, periods: false, execution, cancellationToken);
        SwamyArora components = SwamyArora.Estimate(panel, within, model);
        return Plain(panel.QuasiDemeaned(components.Shares(panel)), panel.Clusters(), model) with { Components = components, Within = within };
    }

    public static PanelFit Plain(ModelColumns columns, ClusterGroups units, ModelSpecification model)
    {
        LeastSquaresFit fit = LeastSquaresFit.Fit(DesignMatrix.Of(columns, [.. Enumerable.Range(0, columns.Outcome.Length)], model));
        double total = columns.HasIntercept
            ? GoodnessOfFit.SquaresAboutMean(columns.Outcome, columns.Weights)
            : Sums.Dot(columns.Outcome, columns.Outcome);
        return new PanelFit(fit, units, fit.Rows - fit.TermCount, total);
    }
}
