using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Econometrics;

/// <summary>A regression that takes out unit effects, or unit and period effects.</summary>
/// <param name="Design">Its rows, in the order of the set with most groups.</param>
/// <param name="Absorbed">Its fit.</param>
internal sealed record WithinFit(AbsorbedDesign Design, AbsorbedFit Absorbed)
{
    public LeastSquaresFit Fit => Absorbed.Fit;

    public double ResidualSquares => Sums.Dot(Fit.Residuals, Fit.Residuals);

    public double DegreesOfFreedom => Fit.Rows - Fit.TermCount - Design.Sets!.Parameters;

    public static WithinFit Estimate(
        PanelSample sample, ModelSpecification model, bool periods, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        // Rows without a period are out of every panel estimator, also of the one that does not use it.
        bool[] timed = [.. sample.Time.Select(time => !double.IsNaN(time))];
        RegressionSample absorbing = sample.Absorbing(periods);
        double[] weights = [.. timed.Select(known => known ? 1 : double.NaN)];
        AbsorbedDesign design = AbsorbedDesign.Build(absorbing with { Weights = weights }, model, dropSingletons: false);
        WithinFit within = new(design, design.Fit(design.Columns.Outcome, design.Columns.Weights, execution, cancellationToken));
        Require.That(within.DegreesOfFreedom > 0, model.Outcome, FormattableString.Invariant(
            $"needs more rows than terms and effects; there are {within.Fit.Rows} rows, {within.Fit.TermCount} terms and {design.Sets!.Parameters} effects"));
        return within;
    }

    public ClusterGroups Clusters() => new(Design.Sets!.Codes[0], Design.Sets.Levels[0].Length);
}
